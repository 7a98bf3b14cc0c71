/** Decodes greyscale JPEG of every process with Huffman coding (ITU-T T.81). */
@NullMarked
package org.hilum.imaging.dicom.codec.jpeg;

import org.jspecify.annotations.NullMarked;
