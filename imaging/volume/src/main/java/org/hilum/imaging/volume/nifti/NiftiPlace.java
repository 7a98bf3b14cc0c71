package org.hilum.imaging.volume.nifti;

import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;
import org.hilum.imaging.volume.VolumeReason;

/**
 * Where the voxels of a NIfTI file lie in the patient, in LPS millimetres; their order is kept.
 *
 * @param spacingKnown false when the header gives no size of its voxels
 */
public record NiftiPlace(VolumeGeometry geometry, boolean spacingKnown, List<Reason> deviations) {

  /** Two affines that place a corner further apart than this disagree. */
  private static final double CORNERS_AGREE_MM = 1;

  /** Smaller spans do not enclose a volume. */
  private static final double LEAST_SPAN = 0.1;

  static NiftiPlace of(NiftiHeader header) throws NiftiRefusal {
    var space = header.space();
    var deviations = new ArrayList<Reason>();
    boolean bySform = space.sformCode() > 0;
    boolean byQform = !bySform && space.qformCode() > 0;
    boolean known = bySform || hasSpacing(space);
    double[] rows =
        bySform
            ? space.rows()
            : byQform ? known(space).rowsOfQuaternion() : known(space).rowsOfSpacing();
    if (bySform && space.qformCode() > 0 && hasSpacing(space) && disagree(header)) {
      deviations.add(
          Reason.of(
              VolumeReason.NIFTI_AFFINES_DISAGREE,
              "sform and qform place a corner more than 1 mm apart; the sform is used"));
    }
    if (!bySform && !byQform) {
      deviations.add(
          Reason.of(
              VolumeReason.NIFTI_SIDE_ASSUMED,
              "the file has no affine; its axes are taken as right, front, head: check left and"
                  + " right"));
    }
    var geometry = geometry(header, rows, space.millimetres());
    known &= !(space.unit() == 0 && isUnitCube(geometry));
    if (!known) {
      deviations.add(
          Reason.of(
              VolumeReason.NIFTI_SPACING_UNKNOWN,
              "the file does not say how large its voxels are; percentages stand, millilitres are"
                  + " not measured"));
    }
    return new NiftiPlace(geometry, known, deviations);
  }

  private static boolean hasSpacing(NiftiSpace space) {
    for (int n = 1; n < 4; n++) {
      if (!(space.pixdim()[n] > 0) || !Double.isFinite(space.pixdim()[n])) {
        return false;
      }
    }
    return true;
  }

  /** The space with spacings that can be computed with; unknown ones as one. */
  private static NiftiSpace known(NiftiSpace space) {
    double[] pixdim = space.pixdim().clone();
    for (int n = 1; n < 4; n++) {
      pixdim[n] = hasSpacing(space) ? pixdim[n] : 1;
    }
    return new NiftiSpace(
        pixdim,
        space.unit(),
        space.qformCode(),
        space.sformCode(),
        space.quaternion(),
        space.rows());
  }

  private static boolean isUnitCube(VolumeGeometry geometry) {
    return geometry.iSpacingMm() == 1 && geometry.jSpacingMm() == 1 && geometry.kSpacingMm() == 1;
  }

  private static boolean disagree(NiftiHeader header) {
    double[] sform = header.space().rows();
    double[] qform = header.space().rowsOfQuaternion();
    double[] corner = {header.columns() - 1.0, header.rows() - 1.0, header.slices() - 1.0, 1};
    double apart = 0;
    for (int row = 0; row < 3; row++) {
      double offset = sform[4 * row + 3] - qform[4 * row + 3];
      double difference = 0;
      for (int column = 0; column < 4; column++) {
        difference += (sform[4 * row + column] - qform[4 * row + column]) * corner[column];
      }
      apart = Math.max(apart, Math.max(Math.abs(offset), Math.abs(difference)));
    }
    return apart * header.space().millimetres() > CORNERS_AGREE_MM;
  }

  private static VolumeGeometry geometry(NiftiHeader header, double[] rows, double millimetres)
      throws NiftiRefusal {
    var i = column(rows, 0, millimetres);
    var j = column(rows, 1, millimetres);
    var k = column(rows, 2, millimetres);
    var origin = column(rows, 3, millimetres);
    double span = i.cross(j).dot(k) / (i.length() * j.length() * k.length());
    // A null or infinite column makes the span NaN, which fails the comparison too.
    if (!(Math.abs(span) >= LEAST_SPAN) || !Double.isFinite(origin.length())) {
      throw new NiftiRefusal(
          VolumeReason.NIFTI_AFFINE_UNUSABLE,
          "the affine of the file does not span a volume: export it again");
    }
    return new VolumeGeometry(
        new PatientPoint(origin.x(), origin.y(), origin.z()),
        i.normalised(),
        j.normalised(),
        k.normalised(),
        i.length(),
        j.length(),
        k.length(),
        header.columns(),
        header.rows(),
        header.slices());
  }

  private static Vector3 column(double[] rows, int column, double millimetres) {
    var ras = new Vector3(rows[column], rows[4 + column], rows[8 + column]);
    return NiftiSpace.ras(ras).scaled(millimetres);
  }
}
