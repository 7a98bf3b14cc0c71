package org.hilum.imaging.segmentation.cleanup;

/** How dense the opacities of one slice are. */
final class SliceDensity {

  /** Binomial weights, a Gaussian of 0.7 pixels: about 1 mm. */
  private static final int[] WEIGHTS = {1, 2, 1};

  private final int size;
  private final HuScale scale;

  SliceDensity(int size, HuScale scale) {
    this.size = size;
    this.scale = scale;
  }

  /** Smoothed HU less the cut, on opacities; 0 elsewhere; of length 0 where there are none. */
  float[] aboveCut(float[] grey, byte[] side, byte[] opacity) {
    float[] above = new float[0];
    for (int pixel = 0; pixel < opacity.length; pixel++) {
      if (opacity[pixel] != 0) {
        if (above.length == 0) {
          above = new float[opacity.length];
        }
        float hu = scale.hu(smoothed(grey, side, pixel));
        above[pixel] = hu - DensitySplit.CONSOLIDATION_HU;
      }
    }
    return above;
  }

  private float smoothed(float[] grey, byte[] side, int pixel) {
    int row = pixel / size;
    int column = pixel % size;
    float sum = 0;
    int weights = 0;
    for (int j = Math.max(0, row - 1); j <= Math.min(size - 1, row + 1); j++) {
      for (int i = Math.max(0, column - 1); i <= Math.min(size - 1, column + 1); i++) {
        int at = j * size + i;
        if (side[at] != 0) {
          int weight = WEIGHTS[j - row + 1] * WEIGHTS[i - column + 1];
          sum += weight * grey[at];
          weights += weight;
        }
      }
    }
    return sum / weights;
  }

  /** Marks what is above the cut and at least 3 pixels wide. */
  void open(float[] above, byte[] dense) {
    for (int row = 1; row < size - 1; row++) {
      for (int column = 1; column < size - 1; column++) {
        if (isFilled(above, row, column)) {
          mark(row, column, dense);
        }
      }
    }
  }

  private boolean isFilled(float[] above, int row, int column) {
    if (above[row * size + column] <= 0) {
      return false;
    }
    for (int j = row - 1; j <= row + 1; j++) {
      for (int i = column - 1; i <= column + 1; i++) {
        if (above[j * size + i] <= 0) {
          return false;
        }
      }
    }
    return true;
  }

  private void mark(int row, int column, byte[] dense) {
    for (int j = row - 1; j <= row + 1; j++) {
      java.util.Arrays.fill(dense, j * size + column - 1, j * size + column + 2, (byte) 1);
    }
  }
}
