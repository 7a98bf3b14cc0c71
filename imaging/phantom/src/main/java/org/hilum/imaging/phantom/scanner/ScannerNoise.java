package org.hilum.imaging.phantom.scanner;

import org.hilum.imaging.phantom.texture.Hash;

/**
 * What noise a scanner adds to a slice: white noise through the kernel's filter, the same for the
 * same seed, slice and pixel.
 *
 * <p>Limits: the same strength everywhere; no streaks.
 */
final class ScannerNoise {

  private static final double WIDE_PIXELS = 2.2;

  private final long seed;
  private final double standardDeviationHu;
  private final float[] narrow;
  private final float[] wide;
  private final double widePart;

  ScannerNoise(long seed, double standardDeviationHu, Kernel kernel) {
    this.seed = seed;
    this.standardDeviationHu = standardDeviationHu;
    this.narrow = gaussian(kernel.noiseBlurPixels());
    this.wide = gaussian(WIDE_PIXELS);
    this.widePart = kernel.noiseEdge();
  }

  private static float[] gaussian(double sigma) {
    int reach = (int) Math.ceil(2.5 * sigma);
    var weights = new float[2 * reach + 1];
    double sum = 0;
    for (int n = -reach; n <= reach; n++) {
      weights[n + reach] = (float) Math.exp(-n * n / (2 * sigma * sigma));
      sum += weights[n + reach];
    }
    for (int n = 0; n < weights.length; n++) {
      weights[n] /= (float) sum;
    }
    return weights;
  }

  /** Adds the noise of slice k. */
  void add(float[] hu, int columns, int k) {
    if (standardDeviationHu == 0) {
      return;
    }
    var white = new float[hu.length];
    long slice = Hash.bits(seed, k, 101);
    for (int n = 0; n < white.length; n++) {
      white[n] = (float) Hash.normal(Hash.bits(slice + n));
    }
    var noise = filtered(white, columns, narrow);
    if (widePart > 0) {
      var smooth = filtered(white, columns, wide);
      for (int n = 0; n < noise.length; n++) {
        noise[n] -= (float) (widePart * smooth[n]);
      }
    }
    double squares = 0;
    for (float value : noise) {
      squares += value * value;
    }
    float scale = (float) (standardDeviationHu / Math.sqrt(squares / noise.length));
    for (int n = 0; n < noise.length; n++) {
      hu[n] += scale * noise[n];
    }
  }

  /** Through the filter along the rows, then along the columns; edges repeat their last pixel. */
  private static float[] filtered(float[] values, int columns, float[] weights) {
    return alongColumns(alongRows(values, columns, weights), columns, weights);
  }

  private static float[] alongRows(float[] values, int columns, float[] weights) {
    var out = new float[values.length];
    int reach = weights.length / 2;
    var padded = new float[columns + 2 * reach];
    for (int row = 0; row < values.length; row += columns) {
      System.arraycopy(values, row, padded, reach, columns);
      for (int n = 0; n < reach; n++) {
        padded[n] = padded[reach];
        padded[columns + reach + n] = padded[columns + reach - 1];
      }
      for (int m = 0; m < weights.length; m++) {
        float weight = weights[m];
        for (int i = 0; i < columns; i++) {
          out[row + i] += weight * padded[i + m];
        }
      }
    }
    return out;
  }

  private static float[] alongColumns(float[] values, int columns, float[] weights) {
    var out = new float[values.length];
    int reach = weights.length / 2;
    int rows = values.length / columns;
    for (int j = 0; j < rows; j++) {
      for (int m = 0; m < weights.length; m++) {
        int from = Math.clamp(j + m - reach, 0, rows - 1) * columns;
        float weight = weights[m];
        for (int i = 0; i < columns; i++) {
          out[j * columns + i] += weight * values[from + i];
        }
      }
    }
    return out;
  }
}
