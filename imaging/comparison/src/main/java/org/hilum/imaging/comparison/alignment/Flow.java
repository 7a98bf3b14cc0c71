package org.hilum.imaging.comparison.alignment;

/**
 * A displacement at every cube of a lattice, linear in between and none outside.
 *
 * @param mm {@code [cube * 3 + axis]}, along x, y, z of the middle frame
 */
record Flow(Lattice lattice, float[] mm) {

  /** What an affine map adds to the places of a lattice. */
  static Flow of(Lattice lattice, Affine map) {
    var mm = new float[3 * lattice.size()];
    Layers.forEach(
        lattice.layers(),
        z -> {
          int to = 3 * z * lattice.layer();
          for (int y = 0; y < lattice.rows(); y++) {
            for (int x = 0; x < lattice.columns(); x++, to += 3) {
              double px = lattice.x(x);
              double py = lattice.y(y);
              double pz = lattice.z(z);
              mm[to] = (float) (map.at(0, px, py, pz) - px);
              mm[to + 1] = (float) (map.at(1, px, py, pz) - py);
              mm[to + 2] = (float) (map.at(2, px, py, pz) - pz);
            }
          }
        });
    return new Flow(lattice, mm);
  }

  /**
   * Where a steady movement carries each place in a time: the exponential of a velocity, by scaling
   * and squaring.
   *
   * <p>Source: Arsigny 2006, doi:10.1007/11866565_113.
   *
   * @param velocity three arrays, in mm per unit time
   * @param squarings how often the time is halved before
   */
  static Flow exp(float[][] velocity, Lattice lattice, double time, int squarings) {
    var mm = new float[3 * lattice.size()];
    float part = (float) (time / (1 << squarings));
    for (int axis = 0; axis < 3; axis++) {
      for (int n = 0; n < lattice.size(); n++) {
        mm[3 * n + axis] = part * velocity[axis][n];
      }
    }
    var flow = new Flow(lattice, mm);
    for (int n = 0; n < squarings; n++) {
      flow = flow.twice();
    }
    return flow;
  }

  private Flow twice() {
    var out = new float[mm.length];
    float perMm = (float) (1 / lattice.stepMm());
    Layers.forEach(
        lattice.layers(),
        z -> {
          int at = 3 * z * lattice.layer();
          for (int y = 0; y < lattice.rows(); y++) {
            for (int x = 0; x < lattice.columns(); x++, at += 3) {
              add(x + mm[at] * perMm, y + mm[at + 1] * perMm, z + mm[at + 2] * perMm, out, at);
              out[at] += mm[at];
              out[at + 1] += mm[at + 1];
              out[at + 2] += mm[at + 2];
            }
          }
        });
    return new Flow(lattice, out);
  }

  /**
   * Writes the displacement at a place. Numeric kernel.
   *
   * @param x column, may be fractional
   */
  void add(float x, float y, float z, float[] out, int to) {
    int columns = lattice.columns();
    int rows = lattice.rows();
    int layers = lattice.layers();
    if (!(x >= 0 && y >= 0 && z >= 0 && x <= columns - 1 && y <= rows - 1 && z <= layers - 1)) {
      out[to] = 0;
      out[to + 1] = 0;
      out[to + 2] = 0;
      return;
    }
    int ix = Math.min((int) x, columns - 2);
    int iy = Math.min((int) y, rows - 2);
    int iz = Math.min((int) z, layers - 2);
    float fx = x - ix;
    float fy = y - iy;
    float fz = z - iz;
    int at = 3 * ((iz * rows + iy) * columns + ix);
    int down = 3 * columns;
    int up = 3 * columns * rows;
    for (int axis = 0; axis < 3; axis++, at++) {
      float a = mm[at] + fx * (mm[at + 3] - mm[at]);
      float b = mm[at + down] + fx * (mm[at + down + 3] - mm[at + down]);
      float c = mm[at + up] + fx * (mm[at + up + 3] - mm[at + up]);
      float d = mm[at + up + down] + fx * (mm[at + up + down + 3] - mm[at + up + down]);
      float below = a + fy * (b - a);
      float above = c + fy * (d - c);
      out[to + axis] = below + fz * (above - below);
    }
  }

  /** Displacement at a place of the middle frame. */
  void at(double x, double y, double z, float[] out) {
    double step = lattice.stepMm();
    add(
        (float) ((x - lattice.x0()) / step),
        (float) ((y - lattice.y0()) / step),
        (float) ((z - lattice.z0()) / step),
        out,
        0);
  }

  /** The determinant of the movement's derivative at each cube, by central differences. */
  float[] expansion() {
    var out = new float[lattice.size()];
    Layers.forEach(
        lattice.layers(),
        z -> {
          int to = z * lattice.layer();
          for (int y = 0; y < lattice.rows(); y++) {
            for (int x = 0; x < lattice.columns(); x++, to++) {
              out[to] = inside(x, y, z) ? determinant(to) : 1;
            }
          }
        });
    return out;
  }

  private boolean inside(int x, int y, int z) {
    return x > 0
        && y > 0
        && z > 0
        && x < lattice.columns() - 1
        && y < lattice.rows() - 1
        && z < lattice.layers() - 1;
  }

  private float determinant(int cube) {
    int[] strides = {3, 3 * lattice.columns(), 3 * lattice.layer()};
    float scale = (float) (0.5 / lattice.stepMm());
    var m = new float[9];
    for (int axis = 0; axis < 3; axis++) {
      for (int by = 0; by < 3; by++) {
        int at = 3 * cube + axis;
        m[3 * axis + by] =
            (axis == by ? 1 : 0) + scale * (mm[at + strides[by]] - mm[at - strides[by]]);
      }
    }
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }
}
