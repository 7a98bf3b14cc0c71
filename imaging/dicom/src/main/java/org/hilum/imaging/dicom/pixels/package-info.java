/** Unpacks stored pixel values from uncompressed bytes (PS3.5 section 8). */
@NullMarked
package org.hilum.imaging.dicom.pixels;

import org.jspecify.annotations.NullMarked;
