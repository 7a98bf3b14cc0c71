package org.hilum.imaging.reporting;

import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/** Voxels to draw a chest on, in the orders scanners and converters leave them. */
public enum ChestGrids {
  AXIAL(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1)),
  HEAD_TO_FEET(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, -1)),
  PRONE(new Vector3(-1, 0, 0), new Vector3(0, -1, 0), new Vector3(0, 0, 1)),
  FEET_FIRST(new Vector3(-1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, -1)),
  MIRRORED(new Vector3(-1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1)),
  CORONAL(new Vector3(1, 0, 0), new Vector3(0, 0, -1), new Vector3(0, 1, 0)),
  SAGITTAL(new Vector3(0, 1, 0), new Vector3(0, 0, -1), new Vector3(1, 0, 0)),
  TRANSPOSED(new Vector3(0, 1, 0), new Vector3(1, 0, 0), new Vector3(0, 0, 1)),
  /** A gantry tilted by 15 degrees. */
  TILTED(
      new Vector3(1, 0, 0),
      new Vector3(0, Math.cos(Math.toRadians(15)), -Math.sin(Math.toRadians(15))),
      new Vector3(0, 0, 1));

  private static final PatientPoint MIDDLE = new PatientPoint(0, 0, 150);

  private final Vector3 i;
  private final Vector3 j;
  private final Vector3 k;

  ChestGrids(Vector3 i, Vector3 j, Vector3 k) {
    this.i = i;
    this.j = j;
    this.k = k;
  }

  /** Coarse voxels of other lengths along each patient axis: quick to draw, hard to mix up. */
  public VolumeGeometry coarse() {
    return spaced(5.5, 5, 7);
  }

  /** A grid over the whole chest with these distances along x, y and z of the patient. */
  public VolumeGeometry spaced(double xMm, double yMm, double zMm) {
    return new VolumeGeometry(
        MIDDLE
            .plus(i, -(count(i, xMm, yMm, zMm) - 1) / 2.0 * along(i, xMm, yMm, zMm))
            .plus(j, -(count(j, xMm, yMm, zMm) - 1) / 2.0 * along(j, xMm, yMm, zMm))
            .plus(k, -(count(k, xMm, yMm, zMm) - 1) / 2.0 * along(k, xMm, yMm, zMm)),
        i,
        j,
        k,
        along(i, xMm, yMm, zMm),
        along(j, xMm, yMm, zMm),
        along(k, xMm, yMm, zMm),
        count(i, xMm, yMm, zMm),
        count(j, xMm, yMm, zMm),
        count(k, xMm, yMm, zMm));
  }

  private static double along(Vector3 direction, double xMm, double yMm, double zMm) {
    return isMostly(direction.x()) ? xMm : isMostly(direction.y()) ? yMm : zMm;
  }

  private static int count(Vector3 direction, double xMm, double yMm, double zMm) {
    double lengthMm = isMostly(direction.x()) ? 352 : isMostly(direction.y()) ? 260 : 294;
    return (int) Math.round(lengthMm / along(direction, xMm, yMm, zMm));
  }

  private static boolean isMostly(double component) {
    return Math.abs(component) > 0.8;
  }
}
