/** Decodes the run lengths of PS3.5 annex G. */
@NullMarked
package org.hilum.imaging.dicom.codec.rle;

import org.jspecify.annotations.NullMarked;
