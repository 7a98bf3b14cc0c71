package org.hilum.epidemic.economy;

/** Why economic figures were refused, or what is unusual about them. */
public enum EconomyReason {
  FILE_MISSING("ECO-001", "A file that is needed is not in the folder. Put it there."),
  UNREADABLE("ECO-002", "A row or a header is not understood. Correct the file at the line named."),
  VALUE_IMPOSSIBLE(
      "ECO-003",
      "A value cannot be: output of zero or less, stringency outside 0 to 100. Correct the line."),
  TWICE("ECO-004", "A place and time stand twice in the file. Leave one row out."),
  NOT_A_COUNTRY(
      "ECO-005",
      "The place has no stringency of its own, as groups of countries have none. It is left out."),
  TOO_SHORT(
      "ECO-006",
      "The place has too few quarters before the epidemic to know its growth. Nothing is said."),
  ALREADY_PUBLISHED("ECO-007", "The quarter was already published on the day asked about."),
  FEW_COUNTRIES(
      "ECO-008",
      "Too few countries have figures to learn from together. Intervals say less than they seem."),
  NOTHING_LEARNT(
      "ECO-009",
      "Nothing was known yet of what measures cost. Only growth before the epidemic is carried on."),
  STRINGENCY_ASSUMED(
      "ECO-010", "Part of the time has no stringency yet. It follows the scenario named."),
  YEAR_INCOMPLETE("ECO-011", "The year before is not known in full, so no growth can be given.");

  private final String code;
  private final String meaning;

  EconomyReason(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** Stable code. */
  public String code() {
    return code;
  }

  /** What it means and what to do about it. */
  public String meaning() {
    return meaning;
  }
}
