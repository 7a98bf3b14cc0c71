package org.hilum.imaging.segmentation;

import org.hilum.imaging.vocabulary.ReasonCode;

/** Why a chest was not segmented (SEG-001 to 009), or what limits its masks (from SEG-010 on). */
public enum SegmentationReason implements ReasonCode {
  NO_LUNGS("SEG-001", "No lung was found. Send the series that covers the chest."),
  TOO_LITTLE_LUNG(
      "SEG-002",
      "Only a small part of the lungs was scanned. Send the series that covers the whole chest."),
  IMPLAUSIBLE_VOLUME(
      "SEG-003",
      "The lungs are larger than any person's. Check pixel spacing and slice positions."),

  CUT_AT_TOP(
      "SEG-010",
      "The lungs reach the uppermost slice: volumes are lower bounds, percentages are of what is"
          + " seen."),
  CUT_AT_BOTTOM(
      "SEG-011",
      "The lungs reach the lowest slice: volumes are lower bounds, percentages are of what is"
          + " seen."),
  CUT_AT_SIDE(
      "SEG-012",
      "The lungs reach the edge of the field of view: volumes are lower bounds, percentages are of"
          + " what is seen."),
  ONE_LUNG(
      "SEG-013", "Only one lung was found. Check whether the other was removed or is airless."),
  SLICE_SPACING_OUTSIDE_RANGE(
      "SEG-014", "The distance between slices is outside the range the network was validated for."),
  DENSITY_CUT_NOT_VALIDATED(
      "SEG-015",
      "Ground-glass and consolidation are told apart by a published density cut that was not"
          + " validated voxel by voxel."),
  SMALL_LUNGS(
      "SEG-016",
      "The lungs are smaller than an adult's at rest: shallow breath, airless lung, or not an"
          + " adult."),
  NOISY("SEG-017", "The image is noisier than what the network was trained with."),

  GREY_LEVELS_OFF(
      "SEG-030",
      "Air or soft tissue does not have its grey level of CT. Check rescale slope and intercept, and"
          + " that this is plain CT."),
  CONTRAST_SEEN(
      "SEG-031",
      "Heart and great vessels are as bright as contrast medium makes them. Attenuation, mass and"
          + " the kind of opacity are then wrong."),
  SIDES_LOOK_CHANGED(
      "SEG-032",
      "Liver and heart look as if left and right were changed. Check left and right: mirrored"
          + " images or situs inversus."),
  UNLIKE_LUNGS(
      "SEG-033",
      "What was taken for lung does not have the size of lungs in a chest. Check that this is a"
          + " whole chest."),
  UNLIKE_TRAINING(
      "SEG-034",
      "To the network this scan is unlike those it was trained with. Trust its outlines only after"
          + " looking.");

  private final String code;
  private final String meaning;

  SegmentationReason(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** All but what holds for every reading, and so says nothing about this input. */
  @Override
  public boolean limitsScope() {
    return this != DENSITY_CUT_NOT_VALIDATED;
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
