/** Finds a thin bright surface in a lung and tells how far the image bears it out. */
@NullMarked
package org.hilum.imaging.lobes.surface;

import org.jspecify.annotations.NullMarked;
