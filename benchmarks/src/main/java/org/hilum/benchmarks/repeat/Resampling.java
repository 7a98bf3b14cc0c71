package org.hilum.benchmarks.repeat;

import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * A slice of a chest that has moved, on another grid.
 *
 * <p>Tissue of the lungs keeps its mass: HU + 1000 falls as its volume grows. <br>
 * Source: conservation of mass, e.g. Yin 2009, doi:10.1118/1.3193526.
 */
record Resampling(CtVolume first, LabelRaster lungs, KnownMovement movement) {

  /** Above this a voxel of the lung mask is vessel or wall, which breathing does not thin. */
  private static final double TISSUE_HU = -200;

  /** A slice; thicker ones are the mean of two or three samples along their thickness. */
  float[] slice(VolumeGeometry grid, int k, double thicker) {
    var out = new float[grid.sliceSize()];
    var offsets = thicker > 1 ? new double[] {-0.33, 0, 0.33} : new double[] {0};
    var moved = new double[3];
    for (int j = 0; j < grid.rows(); j++) {
      for (int i = 0; i < grid.columns(); i++) {
        double sum = 0;
        for (double offset : offsets) {
          var at = grid.point(k + offset, j, i);
          movement.toPrior(at.x(), at.y(), at.z(), moved);
          sum += value(moved);
        }
        out[j * grid.columns() + i] = (float) (sum / offsets.length);
      }
    }
    return out;
  }

  private double value(double[] lps) {
    var g = first.geometry();
    var index = g.index(new PatientPoint(lps[0], lps[1], lps[2]));
    double k = Math.clamp(index.k(), 0, g.slices() - 1.0);
    double j = Math.clamp(index.j(), 0, g.rows() - 1.0);
    double i = Math.clamp(index.i(), 0, g.columns() - 1.0);
    double hu = interpolated(k, j, i);
    int nearest = (int) Math.round(j) * g.columns() + (int) Math.round(i);
    boolean lung = lungs.labels()[(int) Math.round(k)][nearest] != 0;
    return lung && hu < TISSUE_HU
        ? (hu + 1000) / movement.expansion(lps[0], lps[1], lps[2]) - 1000
        : hu;
  }

  private double interpolated(double k, double j, double i) {
    var g = first.geometry();
    int k0 = Math.min((int) k, Math.max(0, g.slices() - 2));
    int j0 = Math.min((int) j, g.rows() - 2);
    int i0 = Math.min((int) i, g.columns() - 2);
    int at = j0 * g.columns() + i0;
    double lower = inSlice(first.hu()[k0], at, j - j0, i - i0);
    double upper = inSlice(first.hu()[k0 + 1], at, j - j0, i - i0);
    return lower + (k - k0) * (upper - lower);
  }

  private double inSlice(short[] slice, int at, double dj, double di) {
    int below = at + first.geometry().columns();
    double top = slice[at] + di * (slice[at + 1] - slice[at]);
    double bottom = slice[below] + di * (slice[below + 1] - slice[below]);
    return top + dj * (bottom - top);
  }
}
