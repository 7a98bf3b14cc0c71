/** Lungs and opacities as a DICOM Segmentation object (PS3.3 A.51), binary, one bit a voxel. */
@NullMarked
package org.hilum.imaging.reporting.seg;

import org.jspecify.annotations.NullMarked;
