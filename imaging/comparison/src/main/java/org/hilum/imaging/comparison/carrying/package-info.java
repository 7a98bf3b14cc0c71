/** Voxels of opacity carried from one date to the place where they lie at another. */
@NullMarked
package org.hilum.imaging.comparison.carrying;

import org.jspecify.annotations.NullMarked;
