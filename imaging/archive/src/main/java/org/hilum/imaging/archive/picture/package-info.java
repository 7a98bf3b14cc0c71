/** Draws a frame as a picture that any browser shows: window, colour, size, PNG or JPEG. */
@NullMarked
package org.hilum.imaging.archive.picture;

import org.jspecify.annotations.NullMarked;
