package org.hilum.imaging.volume.choice;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.VolumeReason;

/**
 * Which of two series is the better one to read: the first rule that tells them apart decides.
 *
 * <p>Axial before reformatted, original before derived, whole chest before part, a field that holds
 * a chest, fine pixels, slices 0.3 to 2.5 mm apart before up to 5 mm before more, without contrast
 * before with, soft kernel before sharp, spacing nearest to 1.5 mm, then the taller and at last the
 * lower UID. <br>
 * Source: our own rule. A soft kernel because high opacity and mass rest on Hounsfield units, which
 * edge enhancement overshoots, and because the networks were trained mostly on soft kernels; 1.25
 * to 2.5 mm and 5 mm must not be mixed (PMC4000020).
 */
public final class Preference {

  private static final double WHOLE_CHEST_MM = 250;
  private static final double MOST_OF_CHEST_MM = 200;
  private static final double NARROWEST_MM = 250;
  private static final double WIDEST_MM = 550;
  private static final double COARSEST_PIXEL_MM = 1.5;
  private static final double THINNEST_MM = 0.3;
  private static final double THIN_MM = 2.55;
  private static final double THICK_MM = 5.05;
  private static final double BEST_SPACING_MM = 1.5;

  /** One rule: a lower rank is better. */
  private record Rule(
      VolumeReason code, ToDoubleFunction<Candidate> rank, Function<Candidate, String> words) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              VolumeReason.REFORMATTED,
              each -> each.isAxial() ? 0 : 1,
              each -> each.isAxial() ? "axial" : "not axial"),
          new Rule(
              VolumeReason.DERIVED_IMAGES,
              each -> each.isDerived() ? 1 : 0,
              each -> each.isDerived() ? "derived images" : "original images"),
          new Rule(
              VolumeReason.LESS_COVERAGE,
              each -> rising(-each.heightMm(), -WHOLE_CHEST_MM, -MOST_OF_CHEST_MM),
              each -> mm("%.0f mm from head to feet", each.heightMm())),
          new Rule(
              VolumeReason.NARROWER_FIELD,
              each -> each.widthMm() >= NARROWEST_MM && each.widthMm() <= WIDEST_MM ? 0 : 1,
              each -> mm("a field %.0f mm wide", each.widthMm())),
          new Rule(
              VolumeReason.COARSER_PIXELS,
              each -> rising(each.pixelMm(), COARSEST_PIXEL_MM),
              each -> mm("pixels of %.2f mm", each.pixelMm())),
          new Rule(
              VolumeReason.WORSE_SPACING,
              each ->
                  each.spacingMm() < THINNEST_MM ? 1 : rising(each.spacingMm(), THIN_MM, THICK_MM),
              each -> mm("slices %.2f mm apart", each.spacingMm())),
          new Rule(
              VolumeReason.WITH_CONTRAST,
              each -> each.hasContrast() ? 1 : 0,
              each -> each.hasContrast() ? "contrast agent" : "no contrast agent"),
          new Rule(
              VolumeReason.SHARPER_KERNEL,
              each -> each.kernel().ordinal(),
              each -> "kernel " + each.kernelName()),
          new Rule(
              VolumeReason.WORSE_SPACING,
              each -> Math.rint(10 * Math.abs(each.spacingMm() - BEST_SPACING_MM)),
              each -> mm("slices %.2f mm apart", each.spacingMm())),
          new Rule(
              VolumeReason.LESS_COVERAGE,
              each -> Math.rint(-each.heightMm()),
              each -> mm("%.0f mm from head to feet", each.heightMm())));

  /** The better series first; the same order whatever order they arrived in. */
  public static final Comparator<Candidate> ORDER =
      (one, other) -> {
        for (var rule : RULES) {
          int order =
              Double.compare(rule.rank().applyAsDouble(one), rule.rank().applyAsDouble(other));
          if (order != 0) {
            return order;
          }
        }
        return one.series().seriesInstanceUid().compareTo(other.series().seriesInstanceUid());
      };

  private Preference() {}

  /** Why a series is not read though it could be. */
  public static Reason whyNot(Candidate other, Candidate chosen) {
    for (var rule : RULES) {
      if (rule.rank().applyAsDouble(other) != rule.rank().applyAsDouble(chosen)) {
        return Reason.of(
            rule.code(),
            "not read: "
                + rule.words().apply(other)
                + "; series "
                + chosen.series().seriesInstanceUid()
                + " has "
                + rule.words().apply(chosen));
      }
    }
    return Reason.of(
        VolumeReason.EQUALLY_GOOD,
        "not read: as good as series "
            + chosen.series().seriesInstanceUid()
            + ", which comes first by UID");
  }

  /** How many of the rising bounds a value exceeds. */
  private static double rising(double value, double... bounds) {
    int exceeded = 0;
    for (double bound : bounds) {
      exceeded += value > bound ? 1 : 0;
    }
    return exceeded;
  }

  private static String mm(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
