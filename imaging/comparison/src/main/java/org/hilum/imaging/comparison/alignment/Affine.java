package org.hilum.imaging.comparison.alignment;

import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * A map that keeps lines straight.
 *
 * @param m row-major 3 x 4: three rows of a matrix with the shift behind each
 */
record Affine(double[] m) {

  static final Affine IDENTITY = new Affine(new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0});

  /** Halvings before the series of the exponential is summed, and terms of the series. */
  private static final int HALVINGS = 8;

  private static final int TERMS = 6;

  static Affine scaleAndShift(double[] scale, double[] shift) {
    return new Affine(
        new double[] {
          scale[0], 0, 0, shift[0], 0, scale[1], 0, shift[1], 0, 0, scale[2], shift[2]
        });
  }

  /** From a place in the patient to slice, row and column, in this order. */
  static Affine toIndex(VolumeGeometry geometry) {
    var origin = geometry.index(new PatientPoint(0, 0, 0));
    var columns = new double[3][];
    for (int axis = 0; axis < 3; axis++) {
      var index =
          geometry.index(new PatientPoint(axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0));
      columns[axis] =
          new double[] {index.k() - origin.k(), index.j() - origin.j(), index.i() - origin.i()};
    }
    double[] first = {origin.k(), origin.j(), origin.i()};
    var m = new double[12];
    for (int row = 0; row < 3; row++) {
      for (int axis = 0; axis < 3; axis++) {
        m[4 * row + axis] = columns[axis][row];
      }
      m[4 * row + 3] = first[row];
    }
    return new Affine(m);
  }

  /**
   * Where a steady movement has carried every point after unit time.
   *
   * @param velocity row-major 3 x 4: velocity of a point as an affine function of its place
   */
  static Affine exp(double[] velocity, double factor) {
    var small = scaled(velocity, factor / (1 << HALVINGS));
    var power = small.clone();
    var sum = IDENTITY.m.clone();
    for (int n = 1; n <= TERMS; n++) {
      for (int e = 0; e < 12; e++) {
        sum[e] += power[e];
      }
      power = scaled(product(small, power, 0), 1.0 / (n + 1));
    }
    var result = new Affine(sum);
    for (int n = 0; n < HALVINGS; n++) {
      result = result.after(result);
    }
    return result;
  }

  private static double[] scaled(double[] m, double factor) {
    var out = new double[12];
    for (int e = 0; e < 12; e++) {
      out[e] = factor * m[e];
    }
    return out;
  }

  /** Matrix product; the fourth row of {@code b} is 0 0 0 {@code corner}. */
  private static double[] product(double[] a, double[] b, double corner) {
    var out = new double[12];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        double sum = column == 3 ? a[4 * row + 3] * corner : 0;
        for (int n = 0; n < 3; n++) {
          sum += a[4 * row + n] * b[4 * n + column];
        }
        out[4 * row + column] = sum;
      }
    }
    return out;
  }

  /** First the other, then this. */
  Affine after(Affine first) {
    return new Affine(product(m, first.m, 1));
  }

  double determinant() {
    return m[0] * (m[5] * m[10] - m[6] * m[9])
        - m[1] * (m[4] * m[10] - m[6] * m[8])
        + m[2] * (m[4] * m[9] - m[5] * m[8]);
  }

  Affine inverse() {
    double d = determinant();
    double[] r = {
      (m[5] * m[10] - m[6] * m[9]) / d,
      (m[2] * m[9] - m[1] * m[10]) / d,
      (m[1] * m[6] - m[2] * m[5]) / d,
      (m[6] * m[8] - m[4] * m[10]) / d,
      (m[0] * m[10] - m[2] * m[8]) / d,
      (m[2] * m[4] - m[0] * m[6]) / d,
      (m[4] * m[9] - m[5] * m[8]) / d,
      (m[1] * m[8] - m[0] * m[9]) / d,
      (m[0] * m[5] - m[1] * m[4]) / d
    };
    var out = new double[12];
    for (int row = 0; row < 3; row++) {
      System.arraycopy(r, 3 * row, out, 4 * row, 3);
      out[4 * row + 3] = -(r[3 * row] * m[3] + r[3 * row + 1] * m[7] + r[3 * row + 2] * m[11]);
    }
    return new Affine(out);
  }

  /** One coordinate of a mapped point. */
  double at(int row, double x, double y, double z) {
    return m[4 * row] * x + m[4 * row + 1] * y + m[4 * row + 2] * z + m[4 * row + 3];
  }

  void apply(double x, double y, double z, double[] out) {
    out[0] = at(0, x, y, z);
    out[1] = at(1, x, y, z);
    out[2] = at(2, x, y, z);
  }

  /** Row-major 4 x 4. */
  double[] matrix() {
    var out = new double[16];
    System.arraycopy(m, 0, out, 0, 12);
    out[15] = 1;
    return out;
  }
}
