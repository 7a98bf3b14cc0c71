package org.hilum.imaging.volume;

/**
 * A point of the patient in millimetres: x towards the patient's left, y towards the back, z
 * towards the head (LPS, PS3.3 C.7.6.2.1.1).
 */
public record PatientPoint(double x, double y, double z) {

  public PatientPoint {
    if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(z)) {
      throw new IllegalArgumentException("a patient point needs finite millimetres");
    }
  }

  /** The point reached by going some millimetres along a vector. */
  public PatientPoint plus(Vector3 direction, double mm) {
    return new PatientPoint(x + direction.x() * mm, y + direction.y() * mm, z + direction.z() * mm);
  }

  /** From another point to this one, in millimetres. */
  public Vector3 minus(PatientPoint other) {
    return new Vector3(x - other.x, y - other.y, z - other.z);
  }
}
