package org.hilum.imaging.reporting;

import org.hilum.imaging.vocabulary.ReasonCode;

/** Why a report leaves something out. */
public enum ReportReason implements ReasonCode {
  /** No font at hand has a character of a text of the source. */
  TEXT_NOT_SHOWN(
      "REP-001",
      "A text of the source holds characters that no font of the report has; each stands as a box."
          + " The text is complete in the DICOM objects and in reading.json."),
  /** The source does not say how far apart its voxels are. */
  SPACING_UNKNOWN(
      "REP-002",
      "The source gives no trustworthy spacing: percentages stand, millimetres and millilitres are"
          + " not given. Read the DICOM series instead of the converted file.");

  private final String code;
  private final String meaning;

  ReportReason(String code, String meaning) {
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
