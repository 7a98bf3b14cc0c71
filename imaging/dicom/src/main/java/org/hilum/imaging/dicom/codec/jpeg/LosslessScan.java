package org.hilum.imaging.dicom.codec.jpeg;

import org.hilum.imaging.dicom.codec.CodestreamException;
import org.hilum.imaging.dicom.codec.FrameShape;

/**
 * Decodes the samples of a lossless scan: each is predicted from its neighbours, and the difference
 * is coded.
 *
 * <p>Source: ITU-T T.81 annex H.
 */
final class LosslessScan {

  /** The size class that stands for a difference of 32768 and has no further bits (H.1.2.2). */
  private static final int LARGEST_SIZE = 16;

  private final HuffmanTable table;
  private final EntropyBits bits;
  private final FrameShape shape;
  private final int predictor;
  private final int pointTransform;
  private final int firstPrediction;

  LosslessScan(
      HuffmanTable table,
      EntropyBits bits,
      FrameShape shape,
      int precision,
      int predictor,
      int pointTransform) {
    if (predictor < 1 || predictor > 7 || pointTransform >= precision) {
      throw CodestreamException.broken("the scan names a prediction that does not exist");
    }
    this.table = table;
    this.bits = bits;
    this.shape = shape;
    this.predictor = predictor;
    this.pointTransform = pointTransform;
    this.firstPrediction = 1 << precision - pointTransform - 1;
  }

  /**
   * The samples of the frame.
   *
   * @param restartSamples samples between restart markers, whole lines; 0 without markers
   */
  short[] decode(int restartSamples) {
    int columns = shape.columns();
    if (restartSamples % columns != 0) {
      throw CodestreamException.broken("restart markers lie within a line");
    }
    int restartLines = restartSamples / columns;
    var samples = new short[shape.pixels()];
    for (int row = 0; row < shape.rows(); row++) {
      boolean first = row == 0 || restartLines > 0 && row % restartLines == 0;
      if (first && row > 0) {
        bits.passRestartMarker();
      }
      if (first) {
        firstLine(samples, row * columns);
      } else {
        line(samples, row * columns);
      }
      bits.requireEnough();
    }
    return shifted(samples);
  }

  private void firstLine(short[] samples, int start) {
    int left = firstPrediction;
    for (int at = start; at < start + shape.columns(); at++) {
      left = left + difference();
      samples[at] = (short) left;
    }
  }

  private void line(short[] samples, int start) {
    int columns = shape.columns();
    int above = start - columns;
    int left = samples[above] + difference();
    samples[start] = (short) left;
    if (predictor == 1) {
      for (int at = start + 1; at < start + columns; at++) {
        left = left + difference();
        samples[at] = (short) left;
      }
      return;
    }
    for (int x = 1; x < columns; x++) {
      int ra = samples[start + x - 1] & 0xFFFF;
      int rb = samples[above + x] & 0xFFFF;
      int rc = samples[above + x - 1] & 0xFFFF;
      samples[start + x] = (short) (predicted(ra, rb, rc) + difference());
    }
  }

  private int predicted(int ra, int rb, int rc) {
    return switch (predictor) {
      case 2 -> rb;
      case 3 -> rc;
      case 4 -> ra + rb - rc;
      case 5 -> ra + (rb - rc >> 1);
      case 6 -> rb + (ra - rc >> 1);
      default -> ra + rb >> 1;
    };
  }

  private int difference() {
    int size = table.next(bits);
    if (size < LARGEST_SIZE) {
      return bits.signed(size);
    }
    if (size == LARGEST_SIZE) {
      return 1 << 15;
    }
    throw CodestreamException.broken("a difference has more than sixteen bits");
  }

  private short[] shifted(short[] samples) {
    for (int n = 0; pointTransform > 0 && n < samples.length; n++) {
      samples[n] <<= (short) pointTransform;
    }
    return samples;
  }
}
