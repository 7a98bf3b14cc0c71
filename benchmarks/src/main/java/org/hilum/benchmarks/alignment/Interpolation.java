package org.hilum.benchmarks.alignment;

import org.hilum.imaging.volume.CtVolume;

/** HU between voxels: cubic (Catmull-Rom), so that moved images keep their sharpness. */
final class Interpolation {

  private Interpolation() {}

  static double hu(CtVolume volume, double k, double j, double i) {
    var geometry = volume.geometry();
    int k0 = (int) Math.floor(k);
    int j0 = (int) Math.floor(j);
    int i0 = (int) Math.floor(i);
    double[] wk = weights(k - k0);
    double[] wj = weights(j - j0);
    double[] wi = weights(i - i0);
    double sum = 0;
    for (int dk = 0; dk < 4; dk++) {
      var slice = volume.hu()[Math.clamp(k0 + dk - 1, 0, geometry.slices() - 1)];
      for (int dj = 0; dj < 4; dj++) {
        int row = Math.clamp(j0 + dj - 1, 0, geometry.rows() - 1) * geometry.columns();
        double line = 0;
        for (int di = 0; di < 4; di++) {
          line += wi[di] * slice[row + Math.clamp(i0 + di - 1, 0, geometry.columns() - 1)];
        }
        sum += wk[dk] * wj[dj] * line;
      }
    }
    return Math.clamp(sum, -1100, 3000);
  }

  private static double[] weights(double f) {
    double f2 = f * f;
    double f3 = f2 * f;
    return new double[] {
      (-f + 2 * f2 - f3) / 2, (2 - 5 * f2 + 3 * f3) / 2, (f + 4 * f2 - 3 * f3) / 2, (-f2 + f3) / 2
    };
  }
}
