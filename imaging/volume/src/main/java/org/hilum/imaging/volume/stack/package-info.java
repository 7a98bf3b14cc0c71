/** Stacks slices by their positions, and says why they make no volume. */
@NullMarked
package org.hilum.imaging.volume.stack;

import org.jspecify.annotations.NullMarked;
