/** Which voxels of a mask hang together. */
@NullMarked
package org.hilum.imaging.segmentation.components;

import org.jspecify.annotations.NullMarked;
