package org.hilum.imaging.reporting.overlay;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.hilum.imaging.reporting.ReadingFindings;

/**
 * A picture as a PNG file, eight bits a colour, fast rather than small.
 *
 * <p>Source: ISO/IEC 15948 (PNG). Why not the platform's writer: it searches filters row by row and
 * deflates at its slowest, several times as long for a tenth of the size.
 */
public final class Png {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int DEPTH = 8;
  private static final int TRUECOLOUR = 2;

  /** Each byte minus the same colour of the pixel before. */
  private static final byte FILTER_SUB = 1;

  private static final int CHANNELS = 3;

  private Png() {}

  /**
   * The file of a picture of {@link BufferedImage#TYPE_INT_RGB}, with the notice every page
   * carries.
   */
  public static byte[] of(BufferedImage image) {
    var file = new ByteArrayOutputStream(image.getWidth() * image.getHeight());
    try (var out = new DataOutputStream(file)) {
      out.write(SIGNATURE);
      chunk(out, "IHDR", header(image));
      chunk(out, "tEXt", ascii("Disclaimer\0" + ReadingFindings.NOT_A_MEDICAL_DEVICE));
      chunk(out, "IDAT", deflated(filtered(image)));
      chunk(out, "IEND", new byte[0]);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory", impossible);
    }
    return file.toByteArray();
  }

  private static byte[] header(BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(image.getWidth());
      out.writeInt(image.getHeight());
      out.write(new byte[] {DEPTH, TRUECOLOUR, 0, 0, 0});
    }
    return bytes.toByteArray();
  }

  private static byte[] filtered(BufferedImage image) {
    if (image.getType() != BufferedImage.TYPE_INT_RGB) {
      throw new IllegalArgumentException("a picture of packed RGB, not type " + image.getType());
    }
    int width = image.getWidth();
    int stride = 1 + CHANNELS * width;
    var rows = new byte[stride * image.getHeight()];
    var row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRaster().getDataElements(0, y, width, 1, row);
      int at = y * stride;
      rows[at++] = FILTER_SUB;
      int before = 0;
      for (int pixel : row) {
        rows[at++] = (byte) ((pixel >> 16) - (before >> 16));
        rows[at++] = (byte) ((pixel >> 8) - (before >> 8));
        rows[at++] = (byte) (pixel - before);
        before = pixel;
      }
    }
    return rows;
  }

  private static byte[] deflated(byte[] bytes) {
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      var out = new ByteArrayOutputStream(bytes.length / 3);
      var buffer = new byte[1 << 16];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    var crc = new CRC32();
    crc.update(ascii(type));
    crc.update(data);
    out.writeInt(data.length);
    out.write(ascii(type));
    out.write(data);
    out.writeInt((int) crc.getValue());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
