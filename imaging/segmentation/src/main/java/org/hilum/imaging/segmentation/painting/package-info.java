/** From fields on the frame back to masks on the volume's own voxels. */
@NullMarked
package org.hilum.imaging.segmentation.painting;

import org.jspecify.annotations.NullMarked;
