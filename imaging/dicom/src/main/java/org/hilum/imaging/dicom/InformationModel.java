package org.hilum.imaging.dicom;

import java.util.Arrays;
import java.util.Optional;

/** The query/retrieve classes that are provided (PS3.4 C.6), retired ones left out. */
public enum InformationModel {
  PATIENT_ROOT_FIND("1.2.840.10008.5.1.4.1.2.1.1", Operation.FIND),
  PATIENT_ROOT_MOVE("1.2.840.10008.5.1.4.1.2.1.2", Operation.MOVE),
  PATIENT_ROOT_GET("1.2.840.10008.5.1.4.1.2.1.3", Operation.GET),
  STUDY_ROOT_FIND("1.2.840.10008.5.1.4.1.2.2.1", Operation.FIND),
  STUDY_ROOT_MOVE("1.2.840.10008.5.1.4.1.2.2.2", Operation.MOVE),
  STUDY_ROOT_GET("1.2.840.10008.5.1.4.1.2.2.3", Operation.GET);

  /** What is done with what is found. */
  public enum Operation {
    FIND,
    MOVE,
    GET
  }

  private final String uid;
  private final Operation operation;

  InformationModel(String uid, Operation operation) {
    this.uid = uid;
    this.operation = operation;
  }

  /** The model of a SOP class; empty where it is none of these. */
  public static Optional<InformationModel> of(String sopClass) {
    return Arrays.stream(values()).filter(model -> model.uid.equals(sopClass)).findFirst();
  }

  /** Its SOP class UID. */
  public String uid() {
    return uid;
  }

  /** What is asked for. */
  public Operation operation() {
    return operation;
  }

  /** Whether patients can be asked for, and not only studies and what is below. */
  public boolean isPatientRoot() {
    return this == PATIENT_ROOT_FIND || this == PATIENT_ROOT_MOVE || this == PATIENT_ROOT_GET;
  }
}
