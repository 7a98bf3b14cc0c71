package org.hilum.imaging.volume;

/**
 * Where the voxels of a volume lie in the patient.
 *
 * <p>In: arrays are {@code [k][j][i]} = slice, row, column. Column index i grows along {@code
 * iDirection}, row index j along {@code jDirection}, slice index k along {@code kDirection}; unit
 * vectors in LPS. The slice direction need not be the normal of the slices: with a tilted gantry it
 * is not, and the volume is sheared.
 *
 * @param origin centre of voxel (0, 0, 0)
 * @param iSpacingMm distance between columns
 * @param jSpacingMm distance between rows
 * @param kSpacingMm distance between neighbouring slices' origins along {@code kDirection}
 * @param columns number of i
 * @param rows number of j
 * @param slices number of k
 */
public record VolumeGeometry(
    PatientPoint origin,
    Vector3 iDirection,
    Vector3 jDirection,
    Vector3 kDirection,
    double iSpacingMm,
    double jSpacingMm,
    double kSpacingMm,
    int columns,
    int rows,
    int slices) {

  public VolumeGeometry {
    requirePositive(iSpacingMm);
    requirePositive(jSpacingMm);
    requirePositive(kSpacingMm);
    if (columns < 1 || rows < 1 || slices < 1) {
      throw new IllegalArgumentException("a volume has at least one voxel");
    }
    requireUnit(iDirection);
    requireUnit(jDirection);
    requireUnit(kDirection);
    if (Math.abs(iDirection.cross(jDirection).dot(kDirection)) < 0.1) {
      throw new IllegalArgumentException("slices must be stacked, not slide along their own plane");
    }
  }

  private static void requirePositive(double spacingMm) {
    if (!(spacingMm > 0) || !Double.isFinite(spacingMm)) {
      throw new IllegalArgumentException("spacing must be a positive number of millimetres");
    }
  }

  private static void requireUnit(Vector3 direction) {
    if (Math.abs(direction.length() - 1) > 1e-3) {
      throw new IllegalArgumentException("a direction must be a unit vector");
    }
  }

  /** Centre of a voxel; indices may be fractional. */
  public PatientPoint point(double k, double j, double i) {
    return origin
        .plus(iDirection, i * iSpacingMm)
        .plus(jDirection, j * jSpacingMm)
        .plus(kDirection, k * kSpacingMm);
  }

  /** Where a point lies among the voxels: the inverse of {@link #point}; may lie outside. */
  public VoxelIndex index(PatientPoint point) {
    var fromOrigin = point.minus(origin);
    double determinant = determinant();
    return new VoxelIndex(
        iDirection.cross(jDirection).dot(fromOrigin) / determinant / kSpacingMm,
        kDirection.cross(iDirection).dot(fromOrigin) / determinant / jSpacingMm,
        jDirection.cross(kDirection).dot(fromOrigin) / determinant / iSpacingMm);
  }

  /** Whether i, j and k turn like x, y and z; an axial scan with k towards the head does. */
  public boolean isRightHanded() {
    return determinant() > 0;
  }

  /** How far the slice direction leans away from the slices' normal, 0 to 90 degrees. */
  public double tiltDegrees() {
    double sine = kDirection.cross(normal()).length();
    return Math.toDegrees(Math.atan2(sine, Math.abs(kDirection.dot(normal()))));
  }

  /** Unit normal of the slices, i x j. */
  public Vector3 normal() {
    return iDirection.cross(jDirection).normalised();
  }

  private double determinant() {
    return iDirection.cross(jDirection).dot(kDirection);
  }

  /** Distance between neighbouring slices along their normal, in millimetres. */
  public double normalSpacingMm() {
    return kSpacingMm * Math.abs(normal().dot(kDirection));
  }

  /** Volume of one voxel, in millilitres. */
  public double voxelMl() {
    return Math.abs(determinant()) * iSpacingMm * jSpacingMm * kSpacingMm / 1000;
  }

  /** Number of voxels in one slice. */
  public int sliceSize() {
    return rows * columns;
  }

  /** Number of voxels. */
  public long voxelCount() {
    return (long) slices * rows * columns;
  }
}
