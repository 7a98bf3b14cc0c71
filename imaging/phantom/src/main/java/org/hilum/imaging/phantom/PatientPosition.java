package org.hilum.imaging.phantom;

/** How the patient lies in the scanner: the defined terms of PS3.3 C.7.3.1.1.2. */
public enum PatientPosition {
  /** Head first, on the back. */
  HFS,
  /** Head first, on the front. */
  HFP,
  /** Feet first, on the back. */
  FFS,
  /** Feet first, on the front. */
  FFP;

  /** Whether the patient lies on the front, so that weight falls towards the sternum. */
  public boolean isProne() {
    return this == HFP || this == FFP;
  }
}
