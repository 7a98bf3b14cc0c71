package org.hilum.imaging.comparison;

import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * A movement known exactly: scaled about a point, then shifted; or nothing at all.
 *
 * @param scale of every length; the expansion is its cube
 */
record DrawnMovement(Vector3 shift, double scale) implements Alignment {

  static final DrawnMovement NONE = new DrawnMovement(new Vector3(0, 0, 0), 1);

  static DrawnMovement shifted(double x, double y, double z) {
    return new DrawnMovement(new Vector3(x, y, z), 1);
  }

  static DrawnMovement scaled(double scale) {
    return new DrawnMovement(new Vector3(0, 0, 0), scale);
  }

  @Override
  public void toCurrent(double x, double y, double z, double[] out) {
    out[0] = x * scale + shift.x();
    out[1] = y * scale + shift.y();
    out[2] = z * scale + shift.z();
  }

  @Override
  public void toPrior(double x, double y, double z, double[] out) {
    out[0] = (x - shift.x()) / scale;
    out[1] = (y - shift.y()) / scale;
    out[2] = (z - shift.z()) / scale;
  }

  @Override
  public double expansion(double x, double y, double z) {
    return scale * scale * scale;
  }

  @Override
  public double[] affine() {
    return new double[] {
      scale, 0, 0, shift.x(), 0, scale, 0, shift.y(), 0, 0, scale, shift.z(), 0, 0, 0, 1
    };
  }

  @Override
  public DisplacementGrid displacements() {
    var one =
        new VolumeGeometry(
            new PatientPoint(0, 0, 0),
            new Vector3(1, 0, 0),
            new Vector3(0, 1, 0),
            new Vector3(0, 0, 1),
            1,
            1,
            1,
            1,
            1,
            1);
    return new DisplacementGrid(one, new float[1][3]);
  }

  @Override
  public DisplacementGrid inverseDisplacements() {
    return displacements();
  }

  @Override
  public AlignmentQuality quality() {
    return new AlignmentQuality(1, 1, 0, 0, 0, 1, 1, 0, 0);
  }

  @Override
  public Alignment swapped() {
    return new DrawnMovement(shift.scaled(-1 / scale), 1 / scale);
  }
}
