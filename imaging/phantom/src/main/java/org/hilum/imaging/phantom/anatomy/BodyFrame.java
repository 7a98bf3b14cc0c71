package org.hilum.imaging.phantom.anatomy;

import org.hilum.imaging.volume.PatientPoint;

/**
 * How the body as it is described lies in the patient: its size, its breath, its handedness.
 *
 * <p>The body is described once, at full inspiration, in millimetres with x to the left, y to the
 * back, z to the head, the carina at z = 0. Breathing out shortens the inside of the chest from the
 * apex down and narrows it towards the spine, the same everywhere: ellipsoids stay ellipsoids, and
 * air that leaves makes what stays denser by {@link #compression()}. Bones keep their height.
 *
 * @param size of the body, 1 as described
 * @param breath height of the lungs, 1 at full inspiration
 * @param mirrored whether left and right are swapped (situs inversus)
 */
public record BodyFrame(double size, double breath, boolean mirrored) {

  /** Narrowing of the chest for each part of its height that is lost. */
  private static final double NARROWING = 0.15;

  private static final double APEX_Z_MM = 105;
  private static final double SPINE_Y_MM = 60;

  public BodyFrame {
    if (!(size >= 0.6 && size <= 1.4)) {
      throw new IllegalArgumentException("a body has 0.6 to 1.4 of the described size");
    }
    if (!(breath >= 0.7 && breath <= 1.05)) {
      throw new IllegalArgumentException("a breath has 0.7 to 1.05 of full inspiration");
    }
  }

  /** Width and depth of the chest against full inspiration. */
  public double width() {
    return 1 - NARROWING * (1 - breath);
  }

  /** How much denser air-filled lung is than at full inspiration: its mass is kept. */
  public double compression() {
    return 1 / (breath * width() * width());
  }

  /** Sideways place in the described body. */
  public double x(double patientX) {
    double x = patientX / (size * width());
    return mirrored ? -x : x;
  }

  /** Place from front to back in the described body. */
  public double y(double patientY) {
    return (patientY / size - SPINE_Y_MM) / width() + SPINE_Y_MM;
  }

  /** Height of soft parts in the described body. */
  public double z(double patientZ) {
    return (patientZ / size - APEX_Z_MM) / breath + APEX_Z_MM;
  }

  /** Height of bones in the described body. */
  public double boneZ(double patientZ) {
    return patientZ / size;
  }

  /** Where a soft part of the described body lies in the patient. */
  public PatientPoint soft(double x, double y, double z) {
    return bone(x, y, (z - APEX_Z_MM) * breath + APEX_Z_MM);
  }

  /** Where a bone of the described body lies in the patient. */
  public PatientPoint bone(double x, double y, double z) {
    double side = mirrored ? -x : x;
    return new PatientPoint(
        side * width() * size, ((y - SPINE_Y_MM) * width() + SPINE_Y_MM) * size, z * size);
  }

  /** The described place of a point in the patient's soft parts. */
  public PatientPoint described(PatientPoint patient) {
    return new PatientPoint(x(patient.x()), y(patient.y()), z(patient.z()));
  }
}
