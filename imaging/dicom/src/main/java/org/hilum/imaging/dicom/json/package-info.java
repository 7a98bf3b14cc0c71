/** Writes JSON to a stream of bytes, piece by piece. */
@NullMarked
package org.hilum.imaging.dicom.json;

import org.jspecify.annotations.NullMarked;
