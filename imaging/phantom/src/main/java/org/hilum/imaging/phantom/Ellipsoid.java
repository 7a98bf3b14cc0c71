package org.hilum.imaging.phantom;

import org.hilum.imaging.volume.PatientPoint;

/**
 * A body of known volume: an ellipsoid along the patient's axes, radii in millimetres.
 *
 * @param radiusX half its extent from right to left
 * @param radiusY half its extent from front to back
 * @param radiusZ half its extent from feet to head
 */
public record Ellipsoid(PatientPoint centre, double radiusX, double radiusY, double radiusZ) {

  public Ellipsoid {
    if (!(radiusX > 0 && radiusY > 0 && radiusZ > 0)) {
      throw new IllegalArgumentException("an ellipsoid has positive radii");
    }
  }

  /** A ball. */
  public static Ellipsoid sphere(PatientPoint centre, double radiusMm) {
    return new Ellipsoid(centre, radiusMm, radiusMm, radiusMm);
  }

  /** Whether a point lies in it, the surface included. */
  public boolean contains(PatientPoint point) {
    double x = (point.x() - centre.x()) / radiusX;
    double y = (point.y() - centre.y()) / radiusY;
    double z = (point.z() - centre.z()) / radiusZ;
    return x * x + y * y + z * z <= 1;
  }

  /** Its volume, 4/3 pi abc, in millilitres. */
  public double volumeMl() {
    return 4.0 / 3.0 * Math.PI * radiusX * radiusY * radiusZ / 1000;
  }

  /** The same body on the other side of the patient. */
  public Ellipsoid mirrored() {
    return new Ellipsoid(
        new PatientPoint(-centre.x(), centre.y(), centre.z()), radiusX, radiusY, radiusZ);
  }
}
