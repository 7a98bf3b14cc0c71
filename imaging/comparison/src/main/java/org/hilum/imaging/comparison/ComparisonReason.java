package org.hilum.imaging.comparison;

import org.hilum.imaging.vocabulary.ReasonCode;

/** Why readings were not compared, or what limits a comparison. */
public enum ComparisonReason implements ReasonCode {
  ANOTHER_PATIENT(
      "CMP-001",
      "The images do not carry the same patient's identity. Look at both; if they are of one patient, say so with"
          + " --same-patient."),
  TOO_FEW_READINGS("CMP-002", "A comparison needs two studies of one patient that could be read."),
  OTHER_NETWORKS(
      "CMP-003",
      "The readings were made with different network versions, whose differences would be taken for change."
          + " Read the earlier study again with today's networks."),
  ALIGNMENT_FAILED(
      "CMP-004",
      "The lungs of the two dates could not be laid on each other well enough to follow lesions. Look at the picture;"
          + " often one scan covers only part of the lungs."),
  OTHER_THICKNESS(
      "CMP-005",
      "The two scans differ in slice thickness so much that their volumes must not be compared. Send the reconstruction"
          + " that matches the earlier one."),
  OTHER_KERNEL(
      "CMP-010",
      "The two scans were made with kernels of different sharpness; a small change of density may come from that."),
  OTHER_BREATH(
      "CMP-011",
      "The lungs hold clearly more or less air than at the other date; compare mass and the breath-corrected volume."),
  OTHER_COVERAGE(
      "CMP-012",
      "One of the scans does not cover all of the lungs, so what lies outside is not compared."),
  CONTRAST_DIFFERS(
      "CMP-013",
      "Contrast agent was given at one date only; density of consolidation may differ for that."),
  THICKNESS_DIFFERS(
      "CMP-014",
      "The two scans differ in slice thickness, so their volumes differ more from scan to scan; the limits allow for it."),
  ONSET_UNKNOWN(
      "CMP-020",
      "The date of the first symptoms was not given, so no stage is stated. Give it with --onset."),
  DATE_UNKNOWN("CMP-021", "A study date is missing, so no days are counted."),
  CHANGE_WITHIN_ERROR(
      "CMP-022",
      "The amount of opacity did not change beyond measurement error, so no doubling time is given."),
  NO_PROGNOSIS(
      "CMP-023",
      "No published rule whose inputs CT alone provides was validated here, so no prognosis is given."),
  ONSET_LATER(
      "CMP-024",
      "The date of the first symptoms lies after the last study, so no stage is stated. Check --onset."),
  TOO_LITTLE_OPACITY(
      "CMP-025", "There is too little opacity at one of the dates for a doubling time."),
  NO_STEADY_COURSE(
      "CMP-026", "The amounts at the dates rise and fall, so no doubling time is given."),
  NOT_MEASURED_BEFORE("CMP-030", "It was not measured at one of the dates."),
  SAME_DATE(
      "CMP-031",
      "Both studies carry the same date, so the order is that of their times or as given."),
  BELOW_DETECTION(
      "CMP-032",
      "The lesion is so small or so faint that it may have been there at both dates. Look at both places."),
  IDENTITY_UNKNOWN(
      "CMP-033",
      "One of the studies does not say whose it is, so nothing shows that both are of one patient. Make sure they are."),
  NETWORKS_UNKNOWN(
      "CMP-034",
      "A reading does not say which networks made it, so a change may come from another network.");

  private final String code;
  private final String meaning;

  ComparisonReason(String code, String meaning) {
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
