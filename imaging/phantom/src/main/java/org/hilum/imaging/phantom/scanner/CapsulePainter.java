package org.hilum.imaging.phantom.scanner;

import org.hilum.imaging.phantom.shape.Capsules;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * Paints rods into slices: each voxel takes the rod's HU in the part of it that the rod fills.
 *
 * <p>A rod thinner than an edge is painted as wide as the edge and as much fainter, so that the
 * amount of tissue is kept.
 */
final class CapsulePainter {

  private final VolumeGeometry geometry;
  private final Capsules rods;
  private final double edgeMm;
  private final Vector3 normal;
  private final int[] firstOfSlice;
  private final int[] rodsOfSlices;

  /**
   * @param reachMm how far from a slice's middle it is painted
   */
  CapsulePainter(VolumeGeometry geometry, Capsules rods, double edgeMm, double reachMm) {
    this.geometry = geometry;
    this.rods = rods;
    this.edgeMm = edgeMm;
    this.normal = geometry.iDirection().cross(geometry.jDirection()).normalised();
    this.firstOfSlice = new int[geometry.slices() + 1];
    var ranges = new int[rods.size()][2];
    for (int rod = 0; rod < rods.size(); rod++) {
      ranges[rod] = slices(rod, reachMm);
      for (int k = ranges[rod][0]; k <= ranges[rod][1]; k++) {
        firstOfSlice[k + 1]++;
      }
    }
    for (int k = 0; k < geometry.slices(); k++) {
      firstOfSlice[k + 1] += firstOfSlice[k];
    }
    this.rodsOfSlices = new int[firstOfSlice[geometry.slices()]];
    var next = firstOfSlice.clone();
    for (int rod = 0; rod < rods.size(); rod++) {
      for (int k = ranges[rod][0]; k <= ranges[rod][1]; k++) {
        rodsOfSlices[next[k]++] = rod;
      }
    }
  }

  private int[] slices(int rod, double reachMm) {
    double a = height(rods.a(rod));
    double b = height(rods.b(rod));
    double radius = Math.max(rods.ra(rod), rods.rb(rod)) + edgeMm + reachMm;
    double step = geometry.kDirection().dot(normal) * geometry.kSpacingMm();
    double low = (Math.min(a, b) - radius) / step;
    double high = (Math.max(a, b) + radius) / step;
    int first = (int) Math.max(0, Math.ceil(Math.min(low, high)));
    int last = (int) Math.min(geometry.slices() - 1, Math.floor(Math.max(low, high)));
    return new int[] {first, last};
  }

  private double height(PatientPoint point) {
    return point.minus(geometry.origin()).dot(normal);
  }

  /** Paints all rods into a plane some millimetres along the normal from the middle of slice k. */
  void paint(int k, double offsetMm, float[] hu) {
    var corner = geometry.point(k, 0, 0).plus(normal, offsetMm);
    for (int n = firstOfSlice[k]; n < firstOfSlice[k + 1]; n++) {
      new Section(rodsOfSlices[n], corner).paint(hu);
    }
  }

  /** Marks with 1 the voxels of slice k whose centres lie in a rod. */
  void mark(int k, byte[] mask) {
    var corner = geometry.point(k, 0, 0);
    for (int n = firstOfSlice[k]; n < firstOfSlice[k + 1]; n++) {
      new Section(rodsOfSlices[n], corner).mark(mask);
    }
  }

  /** One rod in the coordinates of a plane: u along rows, v along columns, w along the normal. */
  private final class Section {
    private final double au;
    private final double av;
    private final double aw;
    private final double du;
    private final double dv;
    private final double dw;
    private final double perLength;
    private final double ra;
    private final double taper;
    private final double hu;
    private int firstColumn;
    private int lastColumn;
    private int firstRow;
    private int lastRow;

    Section(int rod, PatientPoint corner) {
      var a = rods.a(rod).minus(corner);
      var b = rods.b(rod).minus(corner);
      au = a.dot(geometry.iDirection());
      av = a.dot(geometry.jDirection());
      aw = a.dot(normal);
      du = b.dot(geometry.iDirection()) - au;
      dv = b.dot(geometry.jDirection()) - av;
      dw = b.dot(normal) - aw;
      double squared = du * du + dv * dv + dw * dw;
      perLength = squared < 1e-9 ? 0 : 1 / squared;
      ra = rods.ra(rod);
      taper = rods.rb(rod) - ra;
      hu = rods.hu(rod);
      box(Math.max(ra, ra + taper) + edgeMm);
    }

    /** The pixels that the part of the rod near the plane can reach. */
    private void box(double reach) {
      double from = 0;
      double to = 1;
      if (Math.abs(dw) > 1e-9) {
        double one = (-reach - aw) / dw;
        double other = (reach - aw) / dw;
        from = Math.max(0, Math.min(one, other));
        to = Math.min(1, Math.max(one, other));
      } else if (Math.abs(aw) > reach) {
        to = -1;
      }
      double u0 = au + du * from;
      double u1 = au + du * to;
      double v0 = av + dv * from;
      double v1 = av + dv * to;
      double i = geometry.iSpacingMm();
      double j = geometry.jSpacingMm();
      firstColumn = (int) Math.max(0, Math.ceil((Math.min(u0, u1) - reach) / i));
      lastColumn =
          (int) Math.min(geometry.columns() - 1, Math.floor((Math.max(u0, u1) + reach) / i));
      firstRow = (int) Math.max(0, Math.ceil((Math.min(v0, v1) - reach) / j));
      lastRow = (int) Math.min(geometry.rows() - 1, Math.floor((Math.max(v0, v1) + reach) / j));
      if (from > to) {
        lastRow = -1;
      }
    }

    void paint(float[] slice) {
      for (int row = firstRow; row <= lastRow; row++) {
        double pv = row * geometry.jSpacingMm() - av;
        for (int column = firstColumn; column <= lastColumn; column++) {
          double pu = column * geometry.iSpacingMm() - au;
          double t = Math.clamp((pu * du + pv * dv - aw * dw) * perLength, 0, 1);
          double eu = pu - t * du;
          double ev = pv - t * dv;
          double ew = -aw - t * dw;
          double radius = ra + taper * t;
          double painted = Math.max(radius, edgeMm / 2);
          double outside = Math.sqrt(eu * eu + ev * ev + ew * ew) - painted;
          if (outside < edgeMm / 2) {
            double part = Math.min(1, 0.5 - outside / edgeMm);
            double faint = radius / painted;
            int at = row * geometry.columns() + column;
            slice[at] += (float) ((hu - slice[at]) * part * faint * faint);
          }
        }
      }
    }

    void mark(byte[] mask) {
      for (int row = firstRow; row <= lastRow; row++) {
        double pv = row * geometry.jSpacingMm() - av;
        for (int column = firstColumn; column <= lastColumn; column++) {
          double pu = column * geometry.iSpacingMm() - au;
          double t = Math.clamp((pu * du + pv * dv - aw * dw) * perLength, 0, 1);
          double eu = pu - t * du;
          double ev = pv - t * dv;
          double ew = -aw - t * dw;
          double radius = ra + taper * t;
          if (eu * eu + ev * ev + ew * ew <= radius * radius) {
            mask[row * geometry.columns() + column] = 1;
          }
        }
      }
    }
  }
}
