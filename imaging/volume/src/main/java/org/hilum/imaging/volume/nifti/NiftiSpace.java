package org.hilum.imaging.volume.nifti;

import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * What a NIfTI header says about where voxels lie, in its own words: RAS, and units of its choice.
 *
 * <p>Source: nifti1.h, methods 1 to 3 of the orientation information.
 *
 * @param pixdim qfac, then three spacings
 * @param unit code of xyzt_units
 * @param quaternion b, c, d, then three offsets
 * @param rows srow_x, srow_y and srow_z, four numbers each
 */
record NiftiSpace(
    double[] pixdim, int unit, int qformCode, int sformCode, double[] quaternion, double[] rows) {

  static final int MILLIMETRES = 2;
  private static final int SCANNER = 1;

  /** Directions further from perpendicular than this cannot be written as a quaternion. */
  private static final double PERPENDICULAR = 1e-5;

  /** The space of a geometry, in millimetres. */
  static NiftiSpace of(VolumeGeometry geometry) {
    var i = ras(geometry.iDirection());
    var j = ras(geometry.jDirection());
    var k = ras(geometry.kDirection());
    var origin =
        ras(new Vector3(geometry.origin().x(), geometry.origin().y(), geometry.origin().z()));
    double[] rows = new double[12];
    for (int axis = 0; axis < 3; axis++) {
      rows[4 * axis] = i.component(axis) * geometry.iSpacingMm();
      rows[4 * axis + 1] = j.component(axis) * geometry.jSpacingMm();
      rows[4 * axis + 2] = k.component(axis) * geometry.kSpacingMm();
      rows[4 * axis + 3] = origin.component(axis);
    }
    boolean perpendicular =
        Math.abs(i.dot(j)) < PERPENDICULAR
            && Math.abs(i.dot(k)) < PERPENDICULAR
            && Math.abs(j.dot(k)) < PERPENDICULAR;
    double qfac = i.cross(j).dot(k) < 0 ? -1 : 1;
    double[] quaternion = perpendicular ? quaternion(i, j, k.scaled(qfac)) : new double[3];
    return new NiftiSpace(
        new double[] {qfac, geometry.iSpacingMm(), geometry.jSpacingMm(), geometry.kSpacingMm()},
        MILLIMETRES,
        perpendicular ? SCANNER : 0,
        SCANNER,
        new double[] {
          quaternion[0], quaternion[1], quaternion[2], origin.x(), origin.y(), origin.z()
        },
        rows);
  }

  /** From LPS to RAS or back; zero stays a positive zero. */
  static Vector3 ras(Vector3 lps) {
    return new Vector3(0 - lps.x(), 0 - lps.y(), lps.z());
  }

  /** b, c, d of a rotation given by its columns (nifti1_io, mat44_to_quatern, from its Javadoc). */
  private static double[] quaternion(Vector3 i, Vector3 j, Vector3 k) {
    double trace = i.x() + j.y() + k.z() + 1;
    if (trace > 0.5) {
      double a = 0.5 * Math.sqrt(trace);
      return new double[] {
        0.25 * (j.z() - k.y()) / a, 0.25 * (k.x() - i.z()) / a, 0.25 * (i.y() - j.x()) / a
      };
    }
    return halfTurn(i, j, k);
  }

  /** Near half a turn a is small, so the largest of b, c, d is taken first. */
  private static double[] halfTurn(Vector3 i, Vector3 j, Vector3 k) {
    double b2 = 1 + i.x() - j.y() - k.z();
    double c2 = 1 + j.y() - i.x() - k.z();
    double d2 = 1 + k.z() - i.x() - j.y();
    double a;
    double[] bcd;
    if (b2 >= c2 && b2 >= d2) {
      double b = 0.5 * Math.sqrt(b2);
      bcd = new double[] {b, 0.25 * (j.x() + i.y()) / b, 0.25 * (k.x() + i.z()) / b};
      a = 0.25 * (j.z() - k.y()) / b;
    } else if (c2 >= d2) {
      double c = 0.5 * Math.sqrt(c2);
      bcd = new double[] {0.25 * (j.x() + i.y()) / c, c, 0.25 * (k.y() + j.z()) / c};
      a = 0.25 * (k.x() - i.z()) / c;
    } else {
      double d = 0.5 * Math.sqrt(d2);
      bcd = new double[] {0.25 * (k.x() + i.z()) / d, 0.25 * (k.y() + j.z()) / d, d};
      a = 0.25 * (i.y() - j.x()) / d;
    }
    return a < 0 ? new double[] {-bcd[0], -bcd[1], -bcd[2]} : bcd;
  }

  /** Rows of the affine that the quaternion gives (method 2). */
  double[] rowsOfQuaternion() {
    double b = quaternion[0];
    double c = quaternion[1];
    double d = quaternion[2];
    double rest = 1 - (b * b + c * c + d * d);
    double a = Math.sqrt(Math.max(0, rest));
    double qfac = pixdim[0] < 0 ? -1 : 1;
    double[][] rotation = {
      {a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)},
      {2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)},
      {2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - b * b - c * c}
    };
    double[] scale = {pixdim[1], pixdim[2], pixdim[3] * qfac};
    double[] affine = new double[12];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        affine[4 * row + column] = rotation[row][column] * scale[column];
      }
      affine[4 * row + 3] = quaternion[3 + row];
    }
    return affine;
  }

  /** Rows of the affine that spacings alone give (method 1). */
  double[] rowsOfSpacing() {
    return new double[] {pixdim[1], 0, 0, 0, 0, pixdim[2], 0, 0, 0, 0, pixdim[3], 0};
  }

  /** Millimetres in one unit of the header; unknown units are taken for millimetres. */
  double millimetres() {
    return switch (unit) {
      case 1 -> 1000;
      case 3 -> 0.001;
      default -> 1;
    };
  }
}
