package org.hilum.imaging.volume;

/** A direction or displacement in patient space (LPS). */
public record Vector3(double x, double y, double z) {

  public double dot(Vector3 other) {
    return x * other.x + y * other.y + z * other.z;
  }

  /** Right-handed cross product. */
  public Vector3 cross(Vector3 other) {
    return new Vector3(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  public Vector3 plus(Vector3 other) {
    return new Vector3(x + other.x, y + other.y, z + other.z);
  }

  public double length() {
    return Math.sqrt(dot(this));
  }

  public Vector3 scaled(double factor) {
    return new Vector3(x * factor, y * factor, z * factor);
  }

  /** Of length one; refuses the null vector. */
  public Vector3 normalised() {
    double length = length();
    if (!(length > 1e-12)) {
      throw new IllegalArgumentException("a null vector has no direction");
    }
    return scaled(1 / length);
  }

  /** Component 0 = x, 1 = y, 2 = z. */
  public double component(int axis) {
    return switch (axis) {
      case 0 -> x;
      case 1 -> y;
      case 2 -> z;
      default -> throw new IndexOutOfBoundsException(axis);
    };
  }
}
