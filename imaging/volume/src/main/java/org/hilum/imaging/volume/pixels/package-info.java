/** Decodes the slices of a stack to Hounsfield units, and checks that they are. */
@NullMarked
package org.hilum.imaging.volume.pixels;

import org.jspecify.annotations.NullMarked;
