/** Puts reference masks of any orientation on the voxels of their CT. */
@NullMarked
package org.hilum.imaging.evaluation.reference;

import org.jspecify.annotations.NullMarked;
