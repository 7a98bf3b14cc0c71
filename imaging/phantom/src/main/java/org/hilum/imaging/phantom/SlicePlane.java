package org.hilum.imaging.phantom;

import org.hilum.imaging.volume.Vector3;

/**
 * How the slices of a drawn scan lie to the patient: the row and column cosines of Image
 * Orientation (Patient) and the Patient Position a scanner would write with them (PS3.3
 * C.7.3.1.1.2, C.7.6.2.1.1).
 *
 * <p>Slices follow each other along the normal, rows x columns, right-handed.
 */
public enum SlicePlane {
  HEAD_FIRST_SUPINE(PatientPosition.HFS, new Vector3(1, 0, 0), new Vector3(0, 1, 0)),
  HEAD_FIRST_PRONE(PatientPosition.HFP, new Vector3(-1, 0, 0), new Vector3(0, -1, 0)),
  FEET_FIRST_SUPINE(PatientPosition.FFS, new Vector3(-1, 0, 0), new Vector3(0, 1, 0)),
  FEET_FIRST_PRONE(PatientPosition.FFP, new Vector3(1, 0, 0), new Vector3(0, -1, 0)),
  /** Axial images turned upside down: the column cosines point forward, the patient lies supine. */
  NEGATIVE_COLUMN(PatientPosition.HFS, new Vector3(1, 0, 0), new Vector3(0, -1, 0)),
  CORONAL(PatientPosition.HFS, new Vector3(1, 0, 0), new Vector3(0, 0, -1)),
  SAGITTAL(PatientPosition.HFS, new Vector3(0, 1, 0), new Vector3(0, 0, -1));

  private final PatientPosition patientPosition;
  private final Vector3 iDirection;
  private final Vector3 jDirection;

  SlicePlane(PatientPosition patientPosition, Vector3 iDirection, Vector3 jDirection) {
    this.patientPosition = patientPosition;
    this.iDirection = iDirection;
    this.jDirection = jDirection;
  }

  /** The defined term of Patient Position (0018,5100). */
  public PatientPosition patientPosition() {
    return patientPosition;
  }

  /** Where the column index grows to. */
  public Vector3 iDirection() {
    return iDirection;
  }

  /** Where the row index grows to, with an upright gantry. */
  public Vector3 jDirection() {
    return jDirection;
  }

  /** Where the slice index grows to. */
  public Vector3 kDirection() {
    return iDirection.cross(jDirection);
  }

  /** Whether the slices are axial, so that a gantry can tilt. */
  public boolean isAxial() {
    return kDirection().z() != 0;
  }
}
