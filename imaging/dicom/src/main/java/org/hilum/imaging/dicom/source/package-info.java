/** Gives the bytes of a file at any place, without ever believing that more are there than are. */
@NullMarked
package org.hilum.imaging.dicom.source;

import org.jspecify.annotations.NullMarked;
