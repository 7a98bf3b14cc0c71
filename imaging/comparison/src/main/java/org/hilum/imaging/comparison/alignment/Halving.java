package org.hilum.imaging.comparison.alignment;

/** Averages eight cubes to one of twice the side, and goes back. */
final class Halving {

  private Halving() {}

  static float[] of(float[] values, Lattice lattice) {
    return of(values, lattice, 1);
  }

  /**
   * Numeric kernel.
   *
   * @param channels how many values lie together at each cube
   */
  static float[] of(float[] values, Lattice lattice, int channels) {
    var coarse = lattice.halved();
    var out = new float[coarse.size() * channels];
    int right = channels;
    int down = lattice.columns() * channels;
    int up = lattice.layer() * channels;
    Layers.forEach(
        coarse.layers(),
        z -> {
          int to = z * coarse.layer() * channels;
          for (int y = 0; y < coarse.rows(); y++) {
            int at = (2 * z * lattice.rows() + 2 * y) * lattice.columns() * channels;
            for (int x = 0; x < coarse.columns(); x++, at += channels) {
              for (int c = 0; c < channels; c++, at++, to++) {
                out[to] =
                    (values[at]
                            + values[at + right]
                            + values[at + down]
                            + values[at + down + right]
                            + values[at + up]
                            + values[at + up + right]
                            + values[at + up + down]
                            + values[at + up + down + right])
                        / 8;
              }
            }
          }
        });
    return out;
  }

  /** Values of the halved lattice on the finer one, by linear interpolation. Numeric kernel. */
  static float[] undo(float[] coarse, Lattice fine) {
    var lattice = fine.halved();
    var out = new float[fine.size()];
    Layers.forEach(
        fine.layers(),
        z -> {
          int nearZ = z / 2 * lattice.layer();
          int farZ = neighbour(z, lattice.layers()) * lattice.layer();
          for (int y = 0; y < fine.rows(); y++) {
            int nearY = y / 2 * lattice.columns();
            int farY = neighbour(y, lattice.rows()) * lattice.columns();
            int to = (z * fine.rows() + y) * fine.columns();
            for (int x = 0; x < fine.columns(); x++) {
              int near = x / 2;
              int far = neighbour(x, lattice.columns());
              out[to + x] =
                  0.75f
                          * (0.75f * along(coarse, nearZ + nearY, near, far)
                              + 0.25f * along(coarse, nearZ + farY, near, far))
                      + 0.25f
                          * (0.75f * along(coarse, farZ + nearY, near, far)
                              + 0.25f * along(coarse, farZ + farY, near, far));
            }
          }
        });
    return out;
  }

  private static float along(float[] values, int row, int near, int far) {
    return 0.75f * values[row + near] + 0.25f * values[row + far];
  }

  private static int neighbour(int fine, int cubes) {
    return Math.clamp(fine / 2 + ((fine & 1) == 0 ? -1 : 1), 0, cubes - 1);
  }
}
