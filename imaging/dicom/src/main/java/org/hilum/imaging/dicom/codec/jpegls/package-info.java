/** Decodes JPEG-LS, lossless and near-lossless (ITU-T T.87). */
@NullMarked
package org.hilum.imaging.dicom.codec.jpegls;

import org.jspecify.annotations.NullMarked;
