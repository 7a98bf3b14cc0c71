/** One pass over the voxels that adds up what every region quantity is computed from. */
@NullMarked
package org.hilum.imaging.quantification.tally;

import org.jspecify.annotations.NullMarked;
