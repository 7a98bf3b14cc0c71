package org.hilum.imaging.dicom.codec.jpegls;

import org.hilum.imaging.dicom.codec.CodestreamException;
import org.hilum.imaging.dicom.codec.FrameShape;

/**
 * Decodes a JPEG-LS codestream of one component.
 *
 * <p>Out: samples as unsigned numbers of the codestream's precision. <br>
 * Refuses: another size than the header's, colour, mapping tables. <br>
 * Source: ITU-T T.87 (06/98).
 */
public final class JpegLsDecoder {

  private static final int START_OF_FRAME = 0xF7;
  private static final int PRESETS = 0xF8;
  private static final int START_OF_SCAN = 0xDA;
  private static final int RESTART_INTERVAL = 0xDD;
  private static final int END = 0xD9;

  private final byte[] bytes;
  private final FrameShape shape;
  private final int[] presets = new int[5];
  private int precision;
  private int restartLines;
  private int at;

  private JpegLsDecoder(byte[] bytes, FrameShape shape) {
    this.bytes = bytes;
    this.shape = shape;
  }

  /** The samples of a frame. */
  public static short[] decode(byte[] codestream, FrameShape shape) {
    return new JpegLsDecoder(codestream, shape).decode();
  }

  private short[] decode() {
    if (number(0, 2) != 0xFFD8) {
      throw CodestreamException.broken("this is no JPEG-LS codestream");
    }
    at = 2;
    while (true) {
      int marker = marker();
      int start = at + 2;
      int next = at + number(at, 2);
      switch (marker) {
        case START_OF_FRAME -> frame(start);
        case PRESETS -> presets(start);
        case RESTART_INTERVAL -> restartLines = number(start, next - start);
        case START_OF_SCAN -> {
          return scan(start, next);
        }
        case END -> throw CodestreamException.broken("the codestream has no scan");
        default -> skipped(marker);
      }
      at = next;
    }
  }

  private static void skipped(int marker) {
    boolean otherProcess = marker >= 0xC0 && marker <= 0xCF && marker != 0xC8;
    if (otherProcess) {
      throw CodestreamException.broken("this is JPEG, but not JPEG-LS");
    }
  }

  private int marker() {
    while (number(at, 1) != 0xFF) {
      at++;
    }
    while (number(at, 1) == 0xFF) {
      at++;
    }
    return number(at++, 1);
  }

  private void frame(int start) {
    precision = number(start, 1);
    shape.require(number(start + 1, 2), number(start + 3, 2), precision, number(start + 5, 1));
  }

  private void presets(int start) {
    if (number(start, 1) != 1) {
      throw CodestreamException.unsupported("JPEG-LS with mapping tables");
    }
    for (int n = 0; n < presets.length; n++) {
      presets[n] = number(start + 1 + 2 * n, 2);
    }
  }

  private short[] scan(int start, int next) {
    if (precision < 2) {
      throw CodestreamException.broken("the scan has no frame");
    }
    int components = number(start, 1);
    if (components != 1) {
      throw CodestreamException.broken("the scan has more components than the frame");
    }
    int near = number(start + 3, 1);
    int pointTransform = number(start + 5, 1) & 0x0F;
    var parameters = JpegLsParameters.of(presets, precision, near);
    var bits = new JpegLsBits(bytes, next);
    return lines(new JpegLsScan(parameters, bits), bits, pointTransform);
  }

  private short[] lines(JpegLsScan scan, JpegLsBits bits, int pointTransform) {
    int columns = shape.columns();
    var samples = new short[shape.pixels()];
    var above = new int[columns + 2];
    var line = new int[columns + 2];
    for (int row = 0; row < shape.rows(); row++) {
      if (restartLines > 0 && row > 0 && row % restartLines == 0) {
        bits.passRestartMarker();
        scan.restart();
        above = new int[columns + 2];
      }
      scan.line(above, line, columns);
      for (int x = 0, out = row * columns; x < columns; x++) {
        samples[out++] = (short) (line[x + 1] << pointTransform);
      }
      var done = above;
      above = line;
      line = done;
    }
    return samples;
  }

  private int number(int from, int length) {
    if (from + length > bytes.length || length < 0 || length > 4) {
      throw CodestreamException.broken("the codestream ends early");
    }
    int value = 0;
    for (int n = 0; n < length; n++) {
      value = value << 8 | bytes[from + n] & 0xFF;
    }
    return value;
  }
}
