package org.hilum.imaging.lobes;

import org.hilum.imaging.vocabulary.ReasonCode;

/** Why a fissure is not used to part a lung into lobes. */
public enum LobeReason implements ReasonCode {
  FISSURE_NOT_SEEN(
      "LOB-001",
      "The fissure is not seen clearly enough to part the lobes at it: it may be incomplete, hidden"
          + " by opacity, or too faint for these slices. Use the zones."),
  SLICES_TOO_THICK(
      "LOB-002",
      "The slices are too far apart for a fissure to be seen. Send a thinner reconstruction, or use"
          + " the zones."),
  IMPLAUSIBLE_LOBES(
      "LOB-003",
      "The surface that was found would part the lung into lobes of sizes that no lung has. Use the"
          + " zones."),
  NO_LUNG("LOB-004", "There is no lung on this side in which a fissure could be looked for."),
  OBLIQUE_NOT_SEEN(
      "LOB-005",
      "The horizontal fissure is looked for above the oblique one, which is not seen clearly enough."
          + " Use the zones."),
  LUNG_TOO_DENSE(
      "LOB-006",
      "The lung holds too little air for its fissures to stand out. Repeat in full inspiration if"
          + " lobes are needed, or use the zones.");

  private final String code;
  private final String meaning;

  LobeReason(String code, String meaning) {
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
