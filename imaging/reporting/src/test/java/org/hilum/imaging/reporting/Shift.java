package org.hilum.imaging.reporting;

import org.hilum.imaging.comparison.Alignment;
import org.hilum.imaging.comparison.AlignmentQuality;
import org.hilum.imaging.comparison.DisplacementGrid;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * An alignment by formula: the lungs are moved as a whole and bent front to back along their
 * height: {@code x' = x + dx}, {@code y' = y + dy + bend * sin(z / 40 mm)}, {@code z' = z + dz}.
 * Its inverse is exact and its expansion is one.
 */
record Shift(double dx, double dy, double dz, double bendMm, double expansion, boolean inverse)
    implements Alignment {

  static final AlignmentQuality QUALITY =
      new AlignmentQuality(0.912345, 0.981234, 61.5, 22.25, 0, 0.81, 1.42, 0.03, 4.5);

  private static final double WAVE_MM = 40;

  static Shift by(double dx, double dy, double dz) {
    return new Shift(dx, dy, dz, 0, 1, false);
  }

  static Shift bent(double dx, double dy, double dz, double bendMm) {
    return new Shift(dx, dy, dz, bendMm, 1, false);
  }

  @Override
  public void toCurrent(double x, double y, double z, double[] out) {
    move(x, y, z, out, inverse);
  }

  @Override
  public void toPrior(double x, double y, double z, double[] out) {
    move(x, y, z, out, !inverse);
  }

  private void move(double x, double y, double z, double[] out, boolean back) {
    int sign = back ? -1 : 1;
    double priorZ = back ? z - dz : z;
    out[0] = x + sign * dx;
    out[1] = y + sign * (dy + bendMm * Math.sin(priorZ / WAVE_MM));
    out[2] = z + sign * dz;
  }

  @Override
  public double expansion(double x, double y, double z) {
    return expansion;
  }

  @Override
  public double[] affine() {
    int sign = inverse ? -1 : 1;
    return new double[] {1, 0, 0, sign * dx, 0, 1, 0, sign * dy, 0, 0, 1, sign * dz, 0, 0, 0, 1};
  }

  @Override
  public DisplacementGrid displacements() {
    return grid(inverse, 0, 0, 0);
  }

  @Override
  public DisplacementGrid inverseDisplacements() {
    return grid(!inverse, dx, dy, dz);
  }

  /** Points 8, 10 and 4 mm apart over the drawn chest, moved with it. */
  private DisplacementGrid grid(boolean back, double x, double y, double z) {
    var geometry =
        new VolumeGeometry(
            new PatientPoint(-144 + x, -100 + y, 10 + z),
            new Vector3(1, 0, 0),
            new Vector3(0, 1, 0),
            new Vector3(0, 0, 1),
            8,
            10,
            4,
            37,
            21,
            71);
    var mm = new float[geometry.slices()][3 * geometry.sliceSize()];
    var out = new double[3];
    DrawnChest.forEachVoxel(
        geometry,
        (k, index, point) -> {
          move(point.x(), point.y(), point.z(), out, back);
          mm[k][3 * index] = (float) (out[0] - point.x());
          mm[k][3 * index + 1] = (float) (out[1] - point.y());
          mm[k][3 * index + 2] = (float) (out[2] - point.z());
        });
    return new DisplacementGrid(geometry, mm);
  }

  @Override
  public AlignmentQuality quality() {
    return QUALITY;
  }

  @Override
  public Alignment swapped() {
    return new Shift(dx, dy, dz, bendMm, 1 / expansion, !inverse);
  }
}
