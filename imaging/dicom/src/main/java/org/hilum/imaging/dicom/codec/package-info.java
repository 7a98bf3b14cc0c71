/** What every decoder of compressed pixels takes, gives and refuses. */
@NullMarked
package org.hilum.imaging.dicom.codec;

import org.jspecify.annotations.NullMarked;
