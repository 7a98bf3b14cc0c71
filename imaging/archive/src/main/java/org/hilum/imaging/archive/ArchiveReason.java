package org.hilum.imaging.archive;

import org.hilum.imaging.vocabulary.ReasonCode;

/** Why something was not kept or not found. */
public enum ArchiveReason implements ReasonCode {
  LIES_ELSEWHERE(
      "ARC-001",
      "The same SOP Instance UID is already kept in another study or series, or of another"
          + " patient. Nothing was changed. Find out which is right, and send it with a new UID."),
  STUDY_OF_ANOTHER_PATIENT(
      "ARC-003",
      "The Study Instance UID is already kept as a study of another patient. Nothing was changed."
          + " Correct the Patient ID at its source and send the study again."),
  NOT_A_KEY("ARC-002", "The archive cannot be searched by this attribute. Leave it out."),
  NOT_A_VALUE(
      "ARC-011",
      "What is searched for cannot be a value of this attribute: a date is written YYYYMMDD, a"
          + " time HHMMSS, a range from-to. Correct it and search again."),
  REQUEST_MALFORMED("ARC-012", "The request cannot be understood. Correct what is named."),
  NOT_HERE(
      "ARC-013",
      "There is no such study, series, instance, frame or value, or it is not for the eyes of the"
          + " institution that asks."),
  FILE_MISSING(
      "ARC-014",
      "The index knows an object whose file is gone or damaged on disk. Tell the administrator;"
          + " sending the object again mends it."),
  NOT_ACCEPTABLE(
      "ARC-015",
      "None of the forms that the client takes can be made of what is kept. Ask for"
          + " transfer-syntax=* to have it as it is kept.");

  private final String code;
  private final String meaning;

  ArchiveReason(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
