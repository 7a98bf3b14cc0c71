package org.hilum.imaging.dicom.codec.jpeg;

import org.hilum.imaging.dicom.codec.FrameShape;

/** The quantized coefficients of all blocks of a frame, and the samples they stand for. */
final class CoefficientPlane {

  static final int BLOCK = 64;
  private static final int SIDE = 8;

  /** Place in the block, row by row, of each coefficient in zigzag order (T.81 figure A.6). */
  private static final int[] ZIGZAG = {
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63
  };

  private static final double[] COSINES = cosines();

  private final FrameShape shape;
  private final int blockColumns;
  private final int blockCount;

  /** In zigzag order, block after block. */
  private final int[] values;

  CoefficientPlane(FrameShape shape) {
    this.shape = shape;
    this.blockColumns = (shape.columns() + SIDE - 1) / SIDE;
    this.blockCount = blockColumns * ((shape.rows() + SIDE - 1) / SIDE);
    this.values = new int[blockCount * BLOCK];
  }

  int blockCount() {
    return blockCount;
  }

  int[] values() {
    return values;
  }

  /** The samples, by the inverse cosine transform in double precision (T.81 A.3.3). */
  short[] samples(int[] steps, int precision) {
    var samples = new short[shape.pixels()];
    var block = new double[BLOCK];
    for (int n = 0; n < blockCount; n++) {
      for (int k = 0; k < BLOCK; k++) {
        block[ZIGZAG[k]] = (double) values[n * BLOCK + k] * steps[k];
      }
      transform(block);
      store(block, samples, n / blockColumns * SIDE, n % blockColumns * SIDE, precision);
    }
    return samples;
  }

  private void store(double[] block, short[] samples, int row, int column, int precision) {
    int level = 1 << precision - 1;
    int most = (1 << precision) - 1;
    for (int y = 0; y < SIDE && row + y < shape.rows(); y++) {
      for (int x = 0; x < SIDE && column + x < shape.columns(); x++) {
        int value = (int) Math.rint(block[y * SIDE + x]) + level;
        samples[(row + y) * shape.columns() + column + x] =
            (short) Math.max(0, Math.min(most, value));
      }
    }
  }

  private static void transform(double[] block) {
    var half = new double[BLOCK];
    for (int v = 0; v < SIDE; v++) {
      for (int x = 0; x < SIDE; x++) {
        double sum = 0;
        for (int u = 0; u < SIDE; u++) {
          sum += COSINES[x * SIDE + u] * block[v * SIDE + u];
        }
        half[v * SIDE + x] = sum;
      }
    }
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double sum = 0;
        for (int v = 0; v < SIDE; v++) {
          sum += COSINES[y * SIDE + v] * half[v * SIDE + x];
        }
        block[y * SIDE + x] = sum;
      }
    }
  }

  /** Half of C(u) cos((2x + 1) u pi / 16), by x and u. */
  private static double[] cosines() {
    var table = new double[BLOCK];
    for (int x = 0; x < SIDE; x++) {
      for (int u = 0; u < SIDE; u++) {
        double scale = u == 0 ? Math.sqrt(0.5) : 1;
        table[x * SIDE + u] = scale / 2 * Math.cos((2 * x + 1) * u * Math.PI / 16);
      }
    }
    return table;
  }
}
