/** Decodes JPEG 2000 and, through OpenJPEG, High-Throughput JPEG 2000 (ITU-T T.800, T.814). */
@NullMarked
package org.hilum.imaging.dicom.codec.jpeg2000;

import org.jspecify.annotations.NullMarked;
