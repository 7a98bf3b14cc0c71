package org.hilum.imaging.reading;

import org.hilum.imaging.vocabulary.ReasonCode;

/** Why the line itself refuses a study or an output. */
public enum ReadingReason implements ReasonCode {
  NO_SERIES_TO_READ(
      "REA-001",
      "None of the study's series can be read as a whole chest CT; each series says why. Send the"
          + " axial chest series of the study."),
  MEMORY_TOO_SMALL(
      "REA-002",
      "The volume is larger than this machine's memory can hold. Read it on a machine with more"
          + " memory, or send the 2 mm reconstruction instead of the thinnest one."),
  IMAGES_CHANGED(
      "REA-003",
      "The images of the study are not those that were read any more. Wait for the reading of the new"
          + " ones, or have the study read again."),
  READING_NOT_KEPT(
      "REA-004",
      "The files of the reading are not there any more, or cannot be understood. Have the study read"
          + " again.");

  private final String code;
  private final String meaning;

  ReadingReason(String code, String meaning) {
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
