/** The only importer of ONNX Runtime: a network's file, run on slices. */
@NullMarked
package org.hilum.imaging.segmentation.onnx;

import org.jspecify.annotations.NullMarked;
