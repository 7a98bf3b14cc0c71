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
          + " memory, or send the 2 mm reconstruction instead of the thinnest one.");

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
