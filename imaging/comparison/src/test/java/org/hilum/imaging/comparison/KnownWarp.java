package org.hilum.imaging.comparison;

import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;

/**
 * A drawn chest breathed out: each point rises by 16 mm at z = -140 mm, by half of that 50 mm
 * higher, and the further out it lies the further it comes in. Mass is kept.
 */
final class KnownWarp {

  private static final double BASE_Z = -140;
  private static final double HALVED_MM = 50;
  private static final double RISE_MM = 16;
  private static final double NARROWING = 0.03;

  private KnownWarp() {}

  /** Where a point of the drawn chest lies breathed out. */
  static PatientPoint toCurrent(PatientPoint p) {
    return new PatientPoint(p.x() * (1 - NARROWING), p.y() * (1 - NARROWING), p.z() + rise(p.z()));
  }

  private static double rise(double z) {
    return RISE_MM * Math.pow(2, -(z - BASE_Z) / HALVED_MM);
  }

  /** Volume breathed out over volume before. */
  static double expansion(PatientPoint p) {
    double slope = 1 - Math.log(2) / HALVED_MM * rise(p.z());
    return slope * (1 - NARROWING) * (1 - NARROWING);
  }

  private static PatientPoint toPrior(PatientPoint p) {
    double z = p.z();
    for (int n = 0; n < 40; n++) {
      z = p.z() - rise(z);
    }
    return new PatientPoint(p.x() / (1 - NARROWING), p.y() / (1 - NARROWING), z);
  }

  /** The reading breathed out, on the same voxels. */
  static DatedReading of(DatedReading reading) {
    var volume = reading.volume();
    var geometry = volume.geometry();
    var hu = new short[geometry.slices()][geometry.sliceSize()];
    var lungs = LabelRaster.empty(geometry);
    for (int k = 0; k < geometry.slices(); k++) {
      for (int n = 0; n < geometry.sliceSize(); n++) {
        var source = toPrior(geometry.point(k, n / geometry.columns(), n % geometry.columns()));
        var index = geometry.index(source);
        int near =
            (int) Math.round(Math.clamp(index.j(), 0, geometry.rows() - 1)) * geometry.columns()
                + (int) Math.round(Math.clamp(index.i(), 0, geometry.columns() - 1));
        int nearK = (int) Math.round(Math.clamp(index.k(), 0, geometry.slices() - 1));
        lungs.labels()[k][n] = reading.segmentation().lungs().labels()[nearK][near];
        double before = between(volume, index.k(), index.j(), index.i());
        double after =
            lungs.labels()[k][n] == 0 ? before : (before + 1000) / expansion(source) - 1000;
        hu[k][n] = (short) Math.round(after);
      }
    }
    return DrawnReading.of(new CtVolume(geometry, hu, true), lungs, LabelRaster.empty(geometry));
  }

  private static double between(CtVolume volume, double k, double j, double i) {
    var geometry = volume.geometry();
    int k0 = (int) Math.clamp(k, 0, geometry.slices() - 2);
    int j0 = (int) Math.clamp(j, 0, geometry.rows() - 2);
    int i0 = (int) Math.clamp(i, 0, geometry.columns() - 2);
    double sum = 0;
    for (int corner = 0; corner < 8; corner++) {
      int dk = corner & 1;
      int dj = corner >> 1 & 1;
      int di = corner >> 2;
      double weight =
          Math.clamp(1 - Math.abs(k - k0 - dk), 0, 1)
              * Math.clamp(1 - Math.abs(j - j0 - dj), 0, 1)
              * Math.clamp(1 - Math.abs(i - i0 - di), 0, 1);
      sum += weight * volume.hu()[k0 + dk][(j0 + dj) * geometry.columns() + i0 + di];
    }
    return sum;
  }
}
