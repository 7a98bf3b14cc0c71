package org.hilum.benchmarks.repeat;

import org.hilum.imaging.comparison.Alignment;
import org.hilum.imaging.comparison.AlignmentQuality;
import org.hilum.imaging.comparison.DisplacementGrid;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * A movement that is known exactly: the table is shifted and the diaphragm goes up or down.
 *
 * <p>Below the apex at {@code topZ} a point at depth u moves to depth u (1 + breath u / height), so
 * the lung keeps its apex and changes most at its base: local expansion 1 + 2 breath u / height.
 *
 * @param topZ patient z of the apex, mm
 * @param heightMm height of the lungs
 * @param breath change of the height as a fraction; positive is deeper
 * @param shift of the table, mm
 */
record KnownMovement(double topZ, double heightMm, double breath, Vector3 shift)
    implements Alignment {

  /** No movement at all. */
  static final KnownMovement NONE = new KnownMovement(0, 1, 0, new Vector3(0, 0, 0));

  @Override
  public void toCurrent(double x, double y, double z, double[] out) {
    double depth = Math.max(0, topZ - z);
    out[0] = x + shift.x();
    out[1] = y + shift.y();
    out[2] = z - breath * depth * depth / heightMm + shift.z();
  }

  @Override
  public void toPrior(double x, double y, double z, double[] out) {
    double moved = topZ - (z - shift.z());
    double depth =
        moved <= 0 || breath == 0
            ? moved
            : heightMm * (Math.sqrt(1 + 4 * breath * moved / heightMm) - 1) / (2 * breath);
    out[0] = x - shift.x();
    out[1] = y - shift.y();
    out[2] = topZ - depth;
  }

  @Override
  public double expansion(double x, double y, double z) {
    return 1 + 2 * breath * Math.max(0, topZ - z) / heightMm;
  }

  @Override
  public double[] affine() {
    return new double[] {1, 0, 0, shift.x(), 0, 1, 0, shift.y(), 0, 0, 1, shift.z(), 0, 0, 0, 1};
  }

  @Override
  public DisplacementGrid displacements() {
    var axis = new Vector3(1, 0, 0);
    var geometry =
        new VolumeGeometry(
            new PatientPoint(0, 0, 0),
            axis,
            new Vector3(0, 1, 0),
            new Vector3(0, 0, 1),
            1,
            1,
            1,
            1,
            1,
            1);
    return new DisplacementGrid(geometry, new float[1][3]);
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
    return new Reversed(this);
  }

  /** The way back. */
  private record Reversed(KnownMovement forward) implements Alignment {

    @Override
    public void toCurrent(double x, double y, double z, double[] out) {
      forward.toPrior(x, y, z, out);
    }

    @Override
    public void toPrior(double x, double y, double z, double[] out) {
      forward.toCurrent(x, y, z, out);
    }

    @Override
    public double expansion(double x, double y, double z) {
      var there = new double[3];
      forward.toPrior(x, y, z, there);
      return 1 / forward.expansion(there[0], there[1], there[2]);
    }

    @Override
    public double[] affine() {
      var back = forward.affine();
      back[3] = -back[3];
      back[7] = -back[7];
      back[11] = -back[11];
      return back;
    }

    @Override
    public DisplacementGrid displacements() {
      return forward.displacements();
    }

    @Override
    public DisplacementGrid inverseDisplacements() {
      return forward.displacements();
    }

    @Override
    public AlignmentQuality quality() {
      return forward.quality();
    }

    @Override
    public Alignment swapped() {
      return forward;
    }
  }
}
