package org.hilum.imaging.evaluation.agreement;

import java.util.BitSet;
import org.hilum.imaging.phantom.Ellipsoid;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/** Drawn bodies on grids, for agreement that geometry tells by hand. */
final class Shapes {

  private Shapes() {}

  /** A block of voxels about the origin. */
  static VolumeGeometry grid(int columns, int rows, int slices, double mm, double sliceMm) {
    return new VolumeGeometry(
        new PatientPoint(
            -mm * (columns - 1) / 2, -mm * (rows - 1) / 2, -sliceMm * (slices - 1) / 2),
        new Vector3(1, 0, 0),
        new Vector3(0, 1, 0),
        new Vector3(0, 0, 1),
        mm,
        mm,
        sliceMm,
        columns,
        rows,
        slices);
  }

  static Mask ball(VolumeGeometry geometry, double x, double radiusMm) {
    return body(geometry, Ellipsoid.sphere(new PatientPoint(x, 0, 0), radiusMm));
  }

  static Mask body(VolumeGeometry geometry, Ellipsoid... bodies) {
    var labels = new byte[geometry.slices()][geometry.sliceSize()];
    for (int k = 0; k < labels.length; k++) {
      for (int at = 0; at < labels[k].length; at++) {
        var point = geometry.point(k, at / geometry.columns(), at % geometry.columns());
        for (var body : bodies) {
          labels[k][at] |= (byte) (body.contains(point) ? 1 : 0);
        }
      }
    }
    return Mask.any(labels);
  }

  static Mask none(VolumeGeometry geometry) {
    return body(geometry);
  }

  static BitSet all(VolumeGeometry geometry) {
    var slices = new BitSet();
    slices.set(0, geometry.slices());
    return slices;
  }
}
