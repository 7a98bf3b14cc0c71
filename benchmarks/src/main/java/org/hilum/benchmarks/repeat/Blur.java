package org.hilum.benchmarks.repeat;

/** A Gaussian blur of one slice, edges repeated. */
final class Blur {

  private Blur() {}

  /** Blurs rows and columns by a standard deviation in pixels. */
  static float[] of(float[] slice, int columns, double sigma) {
    int reach = (int) Math.ceil(3 * sigma);
    var weights = new double[2 * reach + 1];
    double sum = 0;
    for (int n = -reach; n <= reach; n++) {
      weights[n + reach] = Math.exp(-0.5 * n * n / (sigma * sigma));
      sum += weights[n + reach];
    }
    for (int n = 0; n < weights.length; n++) {
      weights[n] /= sum;
    }
    int rows = slice.length / columns;
    return along(
        along(slice, columns, rows, 1, columns, weights), rows, columns, columns, 1, weights);
  }

  private static float[] along(
      float[] slice, int length, int lines, int step, int lineStep, double[] weights) {
    int reach = weights.length / 2;
    var out = new float[slice.length];
    for (int line = 0; line < lines; line++) {
      int start = line * lineStep;
      for (int at = 0; at < length; at++) {
        double value = 0;
        for (int n = -reach; n <= reach; n++) {
          value += weights[n + reach] * slice[start + Math.clamp(at + n, 0, length - 1) * step];
        }
        out[start + at * step] = (float) value;
      }
    }
    return out;
  }
}
