package org.hilum.imaging.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.hilum.imaging.segmentation.preparation.SliceSteps;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.CtVolume;

/**
 * Tells whether the lungs that were found can be read, and what limits them.
 *
 * <p>Volumes are judged by the spacing given, also where it is a guess: a factor of two still tells
 * a chest from none.
 */
final class LungReview {

  /** Less than this, in millilitres, is no lung of an adult: gas in the gut or sinuses. */
  static final double NO_LUNG_ML = 100;

  /**
   * Less than this, in millilitres, in a scan that cuts the lungs off, is too little to read: the
   * bases in an abdomen, the apices in a neck.
   */
  static final double TOO_LITTLE_ML = 500;

  /**
   * In millilitres. Total lung capacity of tall men is 8 to 9 L (Quanjer 1993,
   * doi:10.1183/09041950.005s1693).
   */
  static final double MOST_LUNG_ML = 12_000;

  /** In millilitres: well under the 2 to 3 L that stay in an adult's lungs after breathing out. */
  static final double SMALL_LUNGS_ML = 1_000;

  /** A slice at the end is cut through lung when it shows this part of the largest slice. */
  static final double CUT_SHARE = 0.08;

  /** Lung voxels at the edge of the picture, as a part of all; a little is the table of a guess. */
  static final double SIDE_SHARE = 0.0005;

  /** A lung smaller than this part of both is not counted as one. */
  static final double ONE_LUNG_SHARE = 0.02;

  /**
   * In HU on the network's pixels: the networks were trained with up to 50 HU of added noise
   * (training/chest_opacity/augment.py).
   */
  static final double MOST_NOISE_HU = 50;

  private final CtVolume volume;
  private final SliceSteps steps;
  private final NetworkCard.Validated validated;
  private final OptionalDouble noiseHu;
  private final LungCensus census;

  LungReview(
      CtVolume volume,
      LungCensus census,
      SliceSteps steps,
      NetworkCard.Validated validated,
      OptionalDouble noiseHu) {
    this.volume = volume;
    this.steps = steps;
    this.validated = validated;
    this.noiseHu = noiseHu;
    this.census = census;
  }

  /** Why the masks must not be used; empty when they may. */
  List<Reason> refusals() {
    double ml = census.lungs() * volume.geometry().voxelMl();
    if (ml < NO_LUNG_ML) {
      return List.of(
          Reason.of(
              SegmentationReason.NO_LUNGS,
              "No lung was found in these %d slices: send the series that covers the chest."
                  .formatted(volume.geometry().slices())));
    }
    if (ml < TOO_LITTLE_ML && (isCut(census.topShare()) || isCut(census.bottomShare()))) {
      return List.of(
          Reason.of(
              SegmentationReason.TOO_LITTLE_LUNG,
              String.format(
                  Locale.ROOT,
                  "Only %.0f mL of lung lie in these slices: send the series that covers the chest.",
                  ml)));
    }
    if (ml > MOST_LUNG_ML && volume.spacingKnown()) {
      return List.of(
          Reason.of(
              SegmentationReason.IMPLAUSIBLE_VOLUME,
              String.format(
                  Locale.ROOT,
                  "The lungs would hold %.0f L: check pixel spacing and slice positions.",
                  ml / 1000)));
    }
    return List.of();
  }

  /** What limits the masks. */
  List<Reason> remarks() {
    var remarks = new ArrayList<Reason>();
    addCuts(remarks);
    addLungs(remarks);
    addSpacing(remarks);
    addNoise(remarks);
    if (census.opacity() > 0) {
      remarks.add(plain(SegmentationReason.DENSITY_CUT_NOT_VALIDATED, ""));
    }
    return remarks;
  }

  private static boolean isCut(double share) {
    return share >= CUT_SHARE;
  }

  private void addCuts(List<Reason> remarks) {
    if (isCut(census.topShare())) {
      remarks.add(plain(SegmentationReason.CUT_AT_TOP, "uppermost slice"));
    }
    if (isCut(census.bottomShare())) {
      remarks.add(plain(SegmentationReason.CUT_AT_BOTTOM, "lowest slice"));
    }
    if (census.atSides() >= SIDE_SHARE * census.lungs()) {
      remarks.add(plain(SegmentationReason.CUT_AT_SIDE, "edge of the field of view"));
    }
  }

  private void addLungs(List<Reason> remarks) {
    long smaller = Math.min(census.left(), census.right());
    if (smaller < ONE_LUNG_SHARE * census.lungs()) {
      remarks.add(
          plain(
              SegmentationReason.ONE_LUNG,
              census.left() < census.right() ? "left lung" : "right lung"));
    }
    double ml = census.lungs() * volume.geometry().voxelMl();
    if (ml < SMALL_LUNGS_ML && volume.spacingKnown()) {
      remarks.add(plain(SegmentationReason.SMALL_LUNGS, ""));
    }
  }

  private void addSpacing(List<Reason> remarks) {
    double spacing = volume.geometry().normalSpacingMm();
    boolean tooFar = spacing > validated.mostSliceSpacingMm();
    boolean tooNear = spacing * steps.step() < validated.leastSliceSpacingMm();
    if (volume.spacingKnown() && (tooFar || tooNear)) {
      remarks.add(
          new Reason(
              SegmentationReason.SLICE_SPACING_OUTSIDE_RANGE,
              String.format(
                  Locale.ROOT,
                  "The slices lie %.2f mm apart; the network was validated for %.1f to %.1f mm.",
                  spacing,
                  validated.leastSliceSpacingMm(),
                  validated.mostSliceSpacingMm()),
              "distance between slices"));
    }
  }

  private void addNoise(List<Reason> remarks) {
    if (noiseHu.orElse(0) > MOST_NOISE_HU) {
      remarks.add(
          Reason.of(
              SegmentationReason.NOISY,
              String.format(
                  Locale.ROOT,
                  "The noise is %.0f HU; the network was trained with up to %.0f HU.",
                  noiseHu.getAsDouble(),
                  MOST_NOISE_HU)));
    }
  }

  private static Reason plain(SegmentationReason reason, String where) {
    return new Reason(reason, reason.meaning(), where);
  }
}
