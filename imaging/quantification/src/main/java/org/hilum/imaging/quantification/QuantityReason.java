package org.hilum.imaging.quantification;

import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.ReasonCode;

/** Why a quantity or score has no number. */
public enum QuantityReason implements ReasonCode {
  LOBES_NOT_FOUND(
      "QUA-001",
      "The fissures between the lobes were not found, so nothing can be given by lobe. Use the"
          + " zones."),
  REGION_EMPTY(
      "QUA-002",
      "The masks hold no voxel of this region. Look whether the lung is in the field of view, has"
          + " been removed or is opaque as a whole."),
  SPACING_UNKNOWN(
      "QUA-003",
      "The source gives no trustworthy voxel size, so millilitres and grams cannot be given;"
          + " percentages stand. Read the DICOM series instead of a converted file."),
  KIND_UNDETERMINED(
      "QUA-004",
      "The network cannot tell ground-glass from consolidation in part of this opacity, so neither"
          + " amount is given; their sum is."),
  SCORE_INPUT_MISSING("QUA-005", "A region that the score is summed over could not be measured."),
  INTERVAL_NOT_STATED(
      "QUA-006",
      "The network's card states no interval for this amount, so how far it may be off is not"
          + " known."),
  PATTERN_OUT_OF_SCOPE(
      "QUA-010",
      "The scan lies outside what the networks were validated for, so the COVID-19 pattern is not"
          + " estimated."),
  ONLY_A_TRACE(
      "QUA-011",
      "Only a trace of opacity was marked, too little to be told from error, so the COVID-19 pattern"
          + " is not estimated. Look whether it is real.");

  private final String code;
  private final String meaning;

  QuantityReason(String code, String meaning) {
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

  /** A measurement that is missing for this reason, in its usual words. */
  public Measurement notMeasured(String where) {
    return new Measurement.NotMeasured(new Reason(this, meaning, where));
  }
}
