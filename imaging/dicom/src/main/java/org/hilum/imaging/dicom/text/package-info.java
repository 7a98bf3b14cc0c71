/** Turns the bytes of text values into Unicode by Specific Character Set (PS3.3 C.12.1.1.2). */
@NullMarked
package org.hilum.imaging.dicom.text;

import org.jspecify.annotations.NullMarked;
