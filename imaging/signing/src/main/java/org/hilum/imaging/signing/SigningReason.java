package org.hilum.imaging.signing;

import org.hilum.imaging.vocabulary.ReasonCode;

/** Why something asked of a report was not done. */
public enum SigningReason implements ReasonCode {
  NO_SUCH_CASE(
      "SGN-001",
      "There is no such case, or it is not this institution's to see. Look for it on the list."),
  REQUEST_MALFORMED(
      "SGN-002", "The request about the report is not understood. Correct what the words name."),
  CHANGED_MEANWHILE(
      "SGN-003",
      "Somebody else changed the report meanwhile. Load it again: nothing of theirs and nothing of"
          + " yours is lost, and both can be put together."),
  NOT_IN_THIS_STATE(
      "SGN-004",
      "The state of the report does not allow this. A signed report is changed by an addendum, or"
          + " withdrawn."),
  NOTHING_TO_REST_ON(
      "SGN-005",
      "The study has not been read yet, so no sentence can be proposed. Wait for the reading, or"
          + " write the report by hand."),
  NOTHING_TO_SIGN(
      "SGN-006", "The report says nothing yet. Write findings and an impression, then sign."),
  WRONG_PASSWORD(
      "SGN-007", "The password is wrong, so nothing was signed. Enter your own password."),
  TOO_MANY_TRIES(
      "SGN-008",
      "Too many wrong passwords. Wait as long as the words say, then enter your password again."),
  SIGNS_ON_ELSEWHERE(
      "SGN-009",
      "The account comes in by the house's sign-on and its password here is not known. Ask an"
          + " administrator for a one-time password, sign in with it once and choose a password for"
          + " signing; the house's sign-on works on as before."),
  NO_RADIOLOGIST(
      "SGN-010",
      "Only a person with the role of a radiologist signs; a program's token never does. Sign in"
          + " as a radiologist."),
  NEWER_RESULT(
      "SGN-011",
      "A newer result is there than the one the report rests on. Fill the report in again and read"
          + " it through, or say that it is signed on the older one."),
  NO_IMAGE_OF_THE_STUDY(
      "SGN-012",
      "No object of the study is in the archive any more, so the report could not be filed under its"
          + " patient. Send the images again.");

  private final String code;
  private final String meaning;

  SigningReason(String code, String meaning) {
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
