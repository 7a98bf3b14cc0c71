/** How the voxels of two lungs are divided among lungs, lobes and zones. */
@NullMarked
package org.hilum.imaging.quantification.partition;

import org.jspecify.annotations.NullMarked;
