/** The masks of a reading as NIfTI files on the voxels of the source. */
@NullMarked
package org.hilum.imaging.reporting.masks;

import org.jspecify.annotations.NullMarked;
