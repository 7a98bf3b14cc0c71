package org.hilum.imaging.quantification.pattern;

import java.util.Locale;
import org.hilum.imaging.quantification.Covid19Pattern;

/**
 * Which category of the RSNA consensus the measured pattern fits.
 *
 * <p>Source: the categories are those of Simpson 2020, doi:10.1148/ryct.2020200152, which describes
 * them in words. The percentages below are ours, chosen to put those words into measured features;
 * they are stated in every result. <br>
 * Limits: rule-based, not validated as a test. Shape, crazy-paving, reverse halo, tree-in-bud,
 * cavitation, septal thickening and effusion are not measured and do not enter.
 */
public final class RsnaPattern {

  /**
   * Under this percentage of the lungs nothing is called a finding. Ours; Chaganti 2020
   * (doi:10.1148/ryai.2020200048) found 98 of 100 healthy chests under 1 % by their network, so
   * less cannot be told from error.
   */
  static final double NEGATIVE_BELOW_PERCENT = 1;

  /** Bilateral: the lung with less of it holds at least this share of the opacity. Ours. */
  static final double BILATERAL_FROM_PERCENT = 10;

  /** Peripheral: more than this share lies in the peripheral third. "Mainly" in Pan 2020. */
  static final double PERIPHERAL_ABOVE_PERCENT = 50;

  /**
   * Peripheral, too: the peripheral third is at least this many times as dense with lesions as the
   * rest. Ours; without it, opacity all through the lungs would count as peripheral, because the
   * outer third of the way to the hilum holds more than half of a lung.
   */
  static final double PERIPHERAL_RATIO_FROM = 1.5;

  /** With ground-glass: at least this share of the opacity is ground-glass. Ours. */
  static final double GROUND_GLASS_FROM_PERCENT = 10;

  /** Isolated consolidation: at least this share in one place and of that kind. Ours. */
  static final double ISOLATED_FROM_PERCENT = 90;

  private static final String SOURCE = "doi:10.1148/ryct.2020200152";

  private static final String LIMITS =
      " Not judged, because not measured: rounded shape, crazy-paving, reverse halo, tree-in-bud,"
          + " cavitation, septal thickening, effusion. Rule-based, with thresholds of our own; not"
          + " validated as a test.";

  private RsnaPattern() {}

  /** The category of a measured chest. */
  public static Covid19Pattern of(PatternFeatures features) {
    if (features.opacity() < NEGATIVE_BELOW_PERCENT) {
      return negative(features);
    }
    if (isTypical(features)) {
      return pattern(
          "TYPICAL",
          features,
          " In both lungs, mostly peripheral and with ground-glass: a pattern often described in"
              + " COVID-19 pneumonia. Influenza, organising pneumonia, drug reactions and"
              + " connective tissue disease can look the same.");
    }
    if (isIsolatedConsolidation(features)) {
      return pattern(
          "ATYPICAL",
          features,
          " One consolidation in one lung, almost without ground-glass: a pattern seldom described"
              + " in COVID-19 pneumonia. Other causes should be thought of.");
    }
    return pattern(
        "INDETERMINATE",
        features,
        " A pattern that occurs in COVID-19 pneumonia and in many other conditions, infectious or"
            + " not; it lacks "
            + lacking(features)
            + ".");
  }

  /** No category, because there is no lung to look at. */
  public static Covid19Pattern notMeasured(String because) {
    return new Covid19Pattern("NOT_MEASURED", because, SOURCE);
  }

  private static boolean isTypical(PatternFeatures features) {
    return isBilateral(features) && isPeripheral(features) && hasGroundGlass(features);
  }

  private static boolean isBilateral(PatternFeatures features) {
    return features.lesions() > 0 && features.lesserLung() >= BILATERAL_FROM_PERCENT;
  }

  private static boolean isPeripheral(PatternFeatures features) {
    return features.peripheral() > PERIPHERAL_ABOVE_PERCENT
        && features.peripheralRatio() >= PERIPHERAL_RATIO_FROM;
  }

  private static boolean hasGroundGlass(PatternFeatures features) {
    return features.groundGlass() >= GROUND_GLASS_FROM_PERCENT;
  }

  private static boolean isIsolatedConsolidation(PatternFeatures features) {
    return features.consolidation() >= ISOLATED_FROM_PERCENT
        && features.largest() >= ISOLATED_FROM_PERCENT
        && features.fullestLobe().orElse(100) >= ISOLATED_FROM_PERCENT;
  }

  private static String lacking(PatternFeatures features) {
    var missing = new java.util.ArrayList<String>();
    if (!isBilateral(features)) {
      missing.add("involvement of both lungs");
    }
    if (!isPeripheral(features)) {
      missing.add("a mostly peripheral distribution");
    }
    if (!hasGroundGlass(features)) {
      missing.add(
          features.undetermined() > 0
              ? "opacity known to be ground-glass (the kind of some opacity is not known)"
              : "ground-glass");
    }
    return String.join(" and ", missing);
  }

  private static Covid19Pattern negative(PatternFeatures features) {
    var rule =
        "Opacity fills %s of the lungs. Under %s this program cannot tell opacity from its own error,"
            + " so nothing is called a finding; slight or early changes can be missed (separate"
            + " opacities marked: %d), and CT can be normal early in COVID-19.";
    return new Covid19Pattern(
        "NEGATIVE",
        rule.formatted(
                percent(features.opacity()), percent(NEGATIVE_BELOW_PERCENT), features.lesions())
            + LIMITS,
        SOURCE);
  }

  private static Covid19Pattern pattern(String category, PatternFeatures features, String meaning) {
    return new Covid19Pattern(category, numbers(features) + meaning + LIMITS, SOURCE);
  }

  private static String numbers(PatternFeatures features) {
    var text = new StringBuilder();
    text.append(
        "Opacity fills %s of the lungs; separate opacities: %d. "
            .formatted(percent(features.opacity()), features.lesions()));
    text.append(
        "Of their volume %s lies in the left and %s in the right lung (bilateral: at least %s each). "
            .formatted(
                percent(features.left()),
                percent(100 - features.left()),
                percent(BILATERAL_FROM_PERCENT)));
    text.append(
        "%s lies in the peripheral third, which is %s of the lungs (peripheral: more than %s, and %s"
                .formatted(
                    percent(features.peripheral()),
                    percent(features.peripheralLung()),
                    percent(PERIPHERAL_ABOVE_PERCENT),
                    PERIPHERAL_RATIO_FROM)
            + " times as dense as the rest). ");
    text.append(
        "Ground-glass %s, consolidation %s"
            .formatted(percent(features.groundGlass()), percent(features.consolidation())));
    if (features.undetermined() > 0) {
      text.append(", kind not known %s".formatted(percent(features.undetermined())));
    }
    return text.append(" of all opacity.").toString();
  }

  /** One decimal, two where one would show nothing. */
  private static String percent(double value) {
    return String.format(Locale.ROOT, value > 0 && value < 0.1 ? "%.2f %%" : "%.1f %%", value);
  }
}
