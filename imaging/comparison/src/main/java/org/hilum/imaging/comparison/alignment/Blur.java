package org.hilum.imaging.comparison.alignment;

/** Smooths values on a lattice with a Gaussian; beyond the lattice lies zero. */
final class Blur {

  /** Where the Gaussian is cut off, in standard deviations. */
  private static final double REACH = 2.5;

  private Blur() {}

  /**
   * Smooths in place.
   *
   * @param sigma standard deviation in cubes; nothing is done where it is near 0
   */
  static void inPlace(float[] values, Lattice lattice, double sigma) {
    if (sigma < 0.2) {
      return;
    }
    var taps = taps(sigma);
    Layers.forEach(lattice.layers(), z -> withinLayer(values, lattice, z, taps));
    Layers.forEach(lattice.rows(), y -> acrossLayers(values, lattice, y, taps));
  }

  /** Half of the Gaussian from its middle, so that all of it adds up to 1. */
  private static float[] taps(double sigma) {
    int reach = Math.max(1, (int) Math.ceil(REACH * sigma));
    var weights = new double[reach + 1];
    double total = 0;
    for (int n = 0; n <= reach; n++) {
      weights[n] = Math.exp(-0.5 * n * n / (sigma * sigma));
      total += n == 0 ? weights[n] : 2 * weights[n];
    }
    var taps = new float[reach + 1];
    for (int n = 0; n <= reach; n++) {
      taps[n] = (float) (weights[n] / total);
    }
    return taps;
  }

  private static void withinLayer(float[] values, Lattice lattice, int z, float[] taps) {
    int columns = lattice.columns();
    int rows = lattice.rows();
    int start = z * lattice.layer();
    var along = new float[lattice.layer()];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        int at = start + y * columns + x;
        float sum = taps[0] * values[at];
        for (int n = 1; n < taps.length; n++) {
          sum += taps[n] * ((x >= n ? values[at - n] : 0) + (x + n < columns ? values[at + n] : 0));
        }
        along[y * columns + x] = sum;
      }
    }
    for (int y = 0; y < rows; y++) {
      addLines(along, y, rows, columns, 0, columns, values, start + y * columns, taps);
    }
  }

  private static void acrossLayers(float[] values, Lattice lattice, int y, float[] taps) {
    int columns = lattice.columns();
    int layers = lattice.layers();
    var sheet = new float[layers * columns];
    for (int z = 0; z < layers; z++) {
      System.arraycopy(values, (z * lattice.rows() + y) * columns, sheet, z * columns, columns);
    }
    for (int z = 0; z < layers; z++) {
      addLines(
          sheet, z, layers, columns, 0, columns, values, (z * lattice.rows() + y) * columns, taps);
    }
  }

  /** Weighted sum of neighbouring lines of a sheet. Numeric kernel. */
  private static void addLines(
      float[] sheet,
      int line,
      int lines,
      int columns,
      int from,
      int count,
      float[] out,
      int to,
      float[] taps) {
    for (int x = 0; x < count; x++) {
      out[to + x] = taps[0] * sheet[line * columns + from + x];
    }
    for (int n = 1; n < taps.length; n++) {
      if (line >= n) {
        addLine(sheet, (line - n) * columns + from, count, out, to, taps[n]);
      }
      if (line + n < lines) {
        addLine(sheet, (line + n) * columns + from, count, out, to, taps[n]);
      }
    }
  }

  private static void addLine(float[] sheet, int at, int count, float[] out, int to, float weight) {
    for (int x = 0; x < count; x++) {
      out[to + x] += weight * sheet[at + x];
    }
  }
}
