package org.hilum.imaging.archive.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.hilum.imaging.dicom.DicomObject;
import org.hilum.imaging.dicom.FrameBytes;
import org.hilum.imaging.dicom.FrameExtractor;
import org.hilum.imaging.dicom.Tag;

/** Draws masks of one bit a pixel, as segmentations have them: what is marked is white. */
final class BitPicture {

  private BitPicture() {}

  static Drawing draw(DicomObject object, int frame) {
    return switch (FrameExtractor.uncompressed(object, frame)) {
      case FrameBytes.NotTaken(var reason) -> new Drawing.NotDrawn(reason);
      case FrameBytes.Taken(var bits) -> new Drawing.Drawn(picture(object, bits));
    };
  }

  private static BufferedImage picture(DicomObject object, byte[] bits) {
    int rows = object.dataSet().integer(Tag.ROWS).orElseThrow();
    int columns = object.dataSet().integer(Tag.COLUMNS).orElseThrow();
    var picture = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
    var pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    for (int n = 0; n < pixels.length; n++) {
      pixels[n] = (byte) ((bits[n >> 3] >> (n & 7) & 1) * 0xFF);
    }
    return picture;
  }
}
