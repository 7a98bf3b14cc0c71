package org.hilum.imaging.correction;

import org.hilum.imaging.vocabulary.ReasonCode;

/** Why something asked of a correction was not done. */
public enum CorrectionReason implements ReasonCode {
  NO_READING(
      "COR-001",
      "The case has no reading that could be corrected. Wait until it is read, or have it read"
          + " again."),
  CHANGED_MEANWHILE(
      "COR-002",
      "Somebody else changed the correction meanwhile. Look at it as it is now, then do the step"
          + " again."),
  STEP_UNCLEAR("COR-003", "The step is not understood. Correct what the words name."),
  NO_EFFECT(
      "COR-004",
      "The step changes no voxel. Mark lung, or opacity, or choose another lesion or class."),
  NO_SUCH_LESION(
      "COR-005", "There is no such lesion at this revision. Choose one of those that are listed."),
  TOO_LARGE(
      "COR-006",
      "The correction has as many steps, or the step as many voxels, as are allowed. Put what is done"
          + " in force, or take a smaller step."),
  NOTHING_TO_UNDO("COR-007", "There is no step to undo, do again or discard."),
  NOT_PARTED(
      "COR-008",
      "The line does not part the lesion. Draw it across the lesion, from outside to outside."),
  TWO_LUNGS("COR-009", "Lesions of two lungs are never one. Choose lesions of the same lung."),
  READING_REPLACED(
      "COR-010",
      "The study was read once more, and the correction is of the earlier reading. Correct the new"
          + " one."),
  NOTHING_CORRECTED("COR-011", "Nothing is corrected: there is nothing to put in force."),
  NOT_OPENED(
      "COR-012",
      "The reading cannot be taken up for a correction. Have the study read again; the words say"
          + " what is missing."),
  NO_CONSENT(
      "COR-013",
      "No corrected case may be used for training. Consent is given case by case, by the institution"
          + " whose patient it is."),
  NOT_YOURS(
      "COR-014", "Only the institution whose patient it is can do this. Ask a colleague there."),
  NOT_ON_THE_LIST(
      "COR-015",
      "There is no such case, or it is not this institution's to see. Look for it on the list."),
  NOT_IN_FORCE("COR-016", "No correction is in force: the network's own reading counts already.");

  private final String code;
  private final String meaning;

  CorrectionReason(String code, String meaning) {
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
