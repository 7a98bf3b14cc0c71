/** Voxels: what a step changes in the outlines, and what they are then. */
@NullMarked
package org.hilum.imaging.correction.outline;

import org.jspecify.annotations.NullMarked;
