package org.hilum.imaging.archive.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomObject;
import org.hilum.imaging.dicom.FrameBytes;
import org.hilum.imaging.dicom.FrameExtractor;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.TransferSyntax;

/** Draws colours of three samples of 8 bits (PS3.3 C.7.6.3.1.2). */
final class ColourPicture {

  private static final long MOST_PIXELS = 1L << 26;

  private ColourPicture() {}

  static Drawing draw(DicomObject object, int frame, String photometric) {
    var dataSet = object.dataSet();
    long pixels =
        (long) dataSet.integer(Tag.ROWS).orElse(0) * dataSet.integer(Tag.COLUMNS).orElse(0);
    if (pixels < 1 || pixels > MOST_PIXELS || dataSet.integer(Tag.BITS_ALLOCATED).orElse(0) != 8) {
      return FramePicture.cannot("colours of other than 8 bits, or without a size, are not drawn");
    }
    return switch (FrameExtractor.kept(object, frame)) {
      case FrameBytes.NotTaken(var reason) -> new Drawing.NotDrawn(reason);
      case FrameBytes.Taken(var bytes) ->
          isCompressed(object)
              ? decoded(object, bytes, pixels)
              : plain(dataSet, bytes, photometric);
    };
  }

  private static boolean isCompressed(DicomObject object) {
    return TransferSyntax.of(object.transferSyntaxUid())
        .filter(TransferSyntax::isEncapsulated)
        .isPresent();
  }

  private static Drawing decoded(DicomObject object, byte[] bytes, long pixels) {
    if (!object.transferSyntaxUid().equals(TransferSyntax.JPEG_BASELINE.uid())) {
      return FramePicture.cannot("colours of this compression are not drawn");
    }
    try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      var readers = ImageIO.getImageReadersByFormatName("jpeg");
      var reader = readers.next();
      try {
        reader.setInput(input, true, true);
        if ((long) reader.getWidth(0) * reader.getHeight(0) != pixels) {
          return FramePicture.cannot(
              "the compressed picture has another size than the header says");
        }
        return new Drawing.Drawn(reader.read(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException broken) {
      return FramePicture.cannot("the compressed picture is damaged: send the object again");
    }
  }

  private static Drawing plain(DataSet dataSet, byte[] bytes, String photometric) {
    int rows = dataSet.integer(Tag.ROWS).orElseThrow();
    int columns = dataSet.integer(Tag.COLUMNS).orElseThrow();
    if (photometric.equals("YBR_FULL_422") || bytes.length < 3L * rows * columns) {
      return FramePicture.cannot("uncompressed colours of halved width are not drawn");
    }
    boolean isPlanar = dataSet.integer(Tag.PLANAR_CONFIGURATION).orElse(0) == 1;
    int step = isPlanar ? 1 : 3;
    int plane = isPlanar ? rows * columns : 1;
    var line = new int[columns];
    var picture = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int at = (row * columns + column) * step;
        int one = bytes[at] & 0xFF;
        int two = bytes[at + plane] & 0xFF;
        int three = bytes[at + 2 * plane] & 0xFF;
        line[column] =
            photometric.equals("RGB") ? one << 16 | two << 8 | three : rgb(one, two, three);
      }
      picture.setRGB(0, row, columns, 1, line, 0, columns);
    }
    return new Drawing.Drawn(picture);
  }

  /** ITU-R BT.601 of the full range. */
  private static int rgb(int y, int cb, int cr) {
    return octet(y + 1.402 * (cr - 128)) << 16
        | octet(y - 0.344136 * (cb - 128) - 0.714136 * (cr - 128)) << 8
        | octet(y + 1.772 * (cb - 128));
  }

  private static int octet(double value) {
    return (int) Math.round(Math.clamp(value, 0, 255));
  }
}
