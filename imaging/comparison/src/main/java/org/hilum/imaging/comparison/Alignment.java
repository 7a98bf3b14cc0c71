package org.hilum.imaging.comparison;

import java.util.List;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.PatientPoint;

/**
 * Where each point of the lungs at one date lies at another: smooth, one to one, without folds.
 *
 * <p>In and out: LPS millimetres of either date's own frame of reference. Outside the lungs the
 * movement dies away smoothly towards the affine part; it is meant for points inside or near the
 * lungs.
 */
public interface Alignment {

  /**
   * Where a point of the prior lies in the current.
   *
   * @param out receives x, y, z
   */
  void toCurrent(double x, double y, double z, double[] out);

  /** Where a point of the current lies in the prior; the inverse of {@link #toCurrent}. */
  void toPrior(double x, double y, double z, double[] out);

  /**
   * Volume of a small piece of tissue in the current over its volume in the prior, at a point of
   * the prior: the Jacobian determinant of {@link #toCurrent}. Above 1 it holds more air.
   */
  double expansion(double x, double y, double z);

  /** The affine part of {@link #toCurrent}, row-major 4 x 4, prior LPS mm to current LPS mm. */
  double[] affine();

  /**
   * What {@link #toCurrent} adds to a point, on a regular grid of the prior that covers its lungs
   * with a margin: for a DICOM Deformable Spatial Registration, whose grid lies in the registered
   * (prior) space.
   */
  DisplacementGrid displacements();

  /** The grid of {@link #toPrior}, on the current. */
  DisplacementGrid inverseDisplacements();

  /** How well the lungs lie on each other. */
  AlignmentQuality quality();

  /** What limits the alignment: one of the scans does not cover all of the lungs. */
  default List<Reason> remarks() {
    return List.of();
  }

  /** The same alignment with the dates swapped. */
  Alignment swapped();

  /** Where a point of the prior lies in the current. */
  default PatientPoint toCurrent(PatientPoint prior) {
    var out = new double[3];
    toCurrent(prior.x(), prior.y(), prior.z(), out);
    return new PatientPoint(out[0], out[1], out[2]);
  }

  /** Where a point of the current lies in the prior. */
  default PatientPoint toPrior(PatientPoint current) {
    var out = new double[3];
    toPrior(current.x(), current.y(), current.z(), out);
    return new PatientPoint(out[0], out[1], out[2]);
  }
}
