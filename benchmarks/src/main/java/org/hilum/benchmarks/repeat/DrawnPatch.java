package org.hilum.benchmarks.repeat;

import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;

/**
 * Ground glass put into a real lung: a ball with a bumpy, soft edge that adds density and leaves
 * the vessels.
 *
 * @param radiusMm mean radius
 * @param addedHu density added in its middle
 * @param bumps phase of the bumps of its surface
 */
record DrawnPatch(PatientPoint centre, double radiusMm, double addedHu, double bumps) {

  /** Width of the edge from full to none, mm. */
  private static final double EDGE_MM = 3;

  /** Height of the bumps over the radius. */
  private static final double BUMP = 0.15;

  /** Ground glass stays below this, HU: vessels keep their own density. */
  private static final double DENSEST_HU = -300;

  /** How far it reaches at most, mm. */
  double reachMm() {
    return radiusMm * (1 + BUMP) + EDGE_MM;
  }

  /** Adds its density to the lung voxels it covers. */
  void draw(CtVolume volume, LabelRaster lungs) {
    var g = volume.geometry();
    var middle = g.index(centre);
    double reach = reachMm();
    int dk = (int) Math.ceil(reach / g.kSpacingMm());
    int dj = (int) Math.ceil(reach / g.jSpacingMm());
    int di = (int) Math.ceil(reach / g.iSpacingMm());
    for (int k = from(middle.k(), dk); k <= to(middle.k(), dk, g.slices()); k++) {
      for (int j = from(middle.j(), dj); j <= to(middle.j(), dj, g.rows()); j++) {
        for (int i = from(middle.i(), di); i <= to(middle.i(), di, g.columns()); i++) {
          int at = j * g.columns() + i;
          if (lungs.labels()[k][at] != 0) {
            volume.hu()[k][at] = denser(volume.hu()[k][at], share(g.point(k, j, i)));
          }
        }
      }
    }
  }

  private static int from(double middle, int reach) {
    return Math.max(0, (int) Math.floor(middle) - reach);
  }

  private static int to(double middle, int reach, int size) {
    return Math.min(size - 1, (int) Math.ceil(middle) + reach);
  }

  private short denser(short hu, double share) {
    double more = Math.max(hu, Math.min(DENSEST_HU, hu + addedHu));
    return (short) Math.round(hu + share * (more - hu));
  }

  private double share(PatientPoint point) {
    var away = point.minus(centre);
    double polar = Math.atan2(away.y(), away.x());
    double height = away.length() == 0 ? 0 : away.z() / away.length();
    double radius =
        radiusMm * (1 + BUMP * Math.sin(3 * polar + bumps) * Math.cos(4 * height + bumps));
    return Math.clamp((radius - away.length()) / EDGE_MM + 0.5, 0, 1);
  }
}
