package org.hilum.imaging.evaluation;

import org.hilum.imaging.vocabulary.ReasonCode;

/** Why a case was not compared with its reference. */
public enum EvaluationReason implements ReasonCode {
  SEVERAL_STUDIES(
      "EVA-001", "The folder holds CT of several studies. Name the folder of one study."),
  NO_STUDY("EVA-002", "No CT study lies at the place named. Name the folder or file of the CT."),
  MASK_UNREADABLE(
      "EVA-003", "The reference mask is neither a NIfTI file nor a DICOM SEG that can be read."),
  MASK_ON_OTHER_VOXELS(
      "EVA-004",
      "The reference mask does not lie on the voxels of its CT. Export it on the grid of the series"
          + " that is read."),
  MASK_LABELS("EVA-005", "The reference mask holds labels that are not understood."),
  SEGMENTS_UNCLEAR(
      "EVA-006",
      "It is not clear which segments of the SEG are meant. Name them in the manifest, for example"
          + " seg.dcm#1+2."),
  OTHER_FRAME_OF_REFERENCE(
      "EVA-007",
      "CT and SEG are placed in different frames of reference. Name the SEG of this CT."),
  NO_LUNG_DRAWN(
      "EVA-008",
      "The reference mask of the lungs is empty. Leave the cell empty if none is known.");

  private final String code;
  private final String meaning;

  EvaluationReason(String code, String meaning) {
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
