package org.hilum.imaging.worklist;

import org.hilum.imaging.vocabulary.ReasonCode;

/** Why a case is where it is, and why something asked of the list was not done. */
public enum WorklistReason implements ReasonCode {
  LATE_IMAGES(
      "LST-001",
      "Images came after the study was complete. It was read once more with all of them, and the new"
          + " version takes the place of the earlier one."),
  ANOTHER_SERIES(
      "LST-002",
      "Another CT series came after the study was read. It was read once more, and the new version"
          + " takes the place of the earlier one."),
  READ_AGAIN(
      "LST-003",
      "A person had the study read again; the new version takes the place of the earlier one."),
  TRIED_AGAIN("LST-004", "The work on the study failed and is tried again by itself."),
  SET_ASIDE(
      "LST-005",
      "The work on the study failed each time it was tried and waits for a person. Have it read again"
          + " once the cause is removed; tell whoever runs the server if it fails again."),
  CALLED_OFF("LST-006", "A person called the reading off. Have it read again when it is wanted."),
  NO_IMAGE_LEFT("LST-007", "The study holds no CT image any more. Send its images again."),
  NOT_ON_THE_LIST(
      "LST-010",
      "There is no such case, or it is not this institution's to see. Look for it on the list."),
  REQUEST_MALFORMED("LST-011", "The request is not understood. Correct what the words name."),
  HELD_BY_ANOTHER(
      "LST-012", "Somebody else has the case already. Ask them, or say whom it is taken from."),
  NO_SUCH_PERSON("LST-013", "There is no such account in this institution. Choose another."),
  NOT_NOW("LST-014", "The state of the case does not allow this. Look at the list again."),
  NOT_YOURS(
      "LST-015", "Only the institution whose patient it is can do this. Ask a colleague there."),
  FILE_GONE(
      "LST-016",
      "The file of the result is not where it was kept. Have the study read again and tell whoever"
          + " runs the server."),
  TOO_MANY_STREAMS(
      "LST-017",
      "Too many windows follow the list at once. Close some, or reload the list by hand."),
  CORRECTED(
      "LST-018",
      "A person corrected the outlines of opacity; the numbers are of the corrected outlines. The"
          + " network's own result is kept among the results of the case.");

  private final String code;
  private final String meaning;

  WorklistReason(String code, String meaning) {
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
