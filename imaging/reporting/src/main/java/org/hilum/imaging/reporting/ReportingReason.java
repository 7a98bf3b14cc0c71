package org.hilum.imaging.reporting;

import org.hilum.imaging.vocabulary.ReasonCode;

/** Why a result could not be written, or was written with less than usual. */
public enum ReportingReason implements ReasonCode {
  NO_DICOM_SOURCE(
      "REP-001",
      "The input was not DICOM, so there is no patient or study to file DICOM results under; use"
          + " the masks, the PDF and reading.json."),
  NO_SOURCE_IDENTIFIERS(
      "REP-002",
      "The source images lack Study or Series Instance UID, so no DICOM result can refer to them;"
          + " export the series again."),
  NO_FRAME_OF_REFERENCE(
      "REP-003",
      "The source images lack a Frame of Reference UID, which a segmentation object needs; export"
          + " the series again from the scanner or PACS."),
  NOTHING_TO_OUTLINE(
      "REP-004", "Neither lung nor opacity has a voxel, so there is no segmentation object."),
  ATTRIBUTE_ADDED(
      "REP-005",
      "The source lacks an attribute that every object must carry; it was written without value."),
  LESIONS_LEFT_OUT(
      "REP-006", "Only the largest lesions are listed one by one; all are in reading.json."),
  NO_FRAME_FOR_ALIGNMENT(
      "REP-007",
      "One of the series lacks a Frame of Reference UID, so the alignment cannot be written as a"
          + " registration object; export that series again from the scanner or PACS."),
  SPACING_UNKNOWN(
      "REP-021",
      "The source gives no trustworthy spacing: percentages stand, millimetres and millilitres are"
          + " not given; read the DICOM series instead of the converted file."),
  TEXT_NOT_SHOWN(
      "REP-022",
      "A text of the source holds characters that no font of the report has; each stands as a box."
          + " The text is complete in the DICOM objects."),
  CORRECTED_BY_HAND(
      "REP-023",
      "A person corrected the opacity that the network had outlined; all numbers are of the corrected"
          + " outlines. The network's own result is kept beside it.");

  private final String code;
  private final String meaning;

  ReportingReason(String code, String meaning) {
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
