/** Gives every voxel its lobe. */
@NullMarked
package org.hilum.imaging.lobes.painting;

import org.jspecify.annotations.NullMarked;
