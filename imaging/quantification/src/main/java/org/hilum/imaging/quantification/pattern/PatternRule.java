package org.hilum.imaging.quantification.pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hilum.imaging.quantification.Covid19Pattern;
import org.hilum.imaging.quantification.Covid19Pattern.Lack;
import org.hilum.imaging.quantification.QuantityReason;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Which category of the RSNA consensus, and which level after CO-RADS, the measured pattern fits.
 *
 * <p>Source: the categories of Simpson 2020, doi:10.1148/ryct.2020200152, and the levels of Prokop
 * 2020, doi:10.1148/radiol.2020201473; both describe them in words. Typical and level 5: both
 * lungs, mostly peripheral, ground-glass. Level 4: peripheral and in several places, but in one
 * lung only or without ground-glass. Atypical and level 2: one consolidation in one lung. Level 3:
 * any other. Level 1: no opacity. Level 0: not interpretable. The percentages below are ours,
 * chosen to put those words into measured features; they are stated in every result. <br>
 * Limits: rule-based, not validated as a test. Crazy-paving, reverse halo, tree-in-bud, cavitation,
 * septal thickening and effusion are not measured; lower share and rounded shape are stated and do
 * not decide, because other pneumonias share them. Level 6 (a positive test) is not given.
 */
public final class PatternRule {

  /**
   * Under this percentage of the lungs there is no opacity: as much is marked in lungs without any
   * (the card of chest-opacity-2d: 0.24 % and 0.03 %).
   */
  static final double NONE_BELOW_PERCENT = 0.3;

  /**
   * Under this percentage of the lungs no pattern is read. Chaganti 2020
   * (doi:10.1148/ryai.2020200048) found 98 of 100 healthy chests under 1 % by their network, so
   * less cannot be told from error.
   */
  static final double TRACE_BELOW_PERCENT = 1;

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

  /** In several places: at least this many separate opacities. */
  static final int MULTIFOCAL_FROM = 2;

  private static final String SOURCE =
      "Simpson 2020, doi:10.1148/ryct.2020200152; Prokop 2020, doi:10.1148/radiol.2020201473";

  private PatternRule() {}

  /** The category of a measured chest. */
  public static Covid19Pattern of(PatternFeatures features) {
    if (features.opacity() < NONE_BELOW_PERCENT) {
      return pattern("NEGATIVE", 1, features, List.of());
    }
    if (features.opacity() < TRACE_BELOW_PERCENT) {
      return notEstimated(features, List.of(plain(QuantityReason.ONLY_A_TRACE)));
    }
    var lacking = lacking(features);
    if (lacking.isEmpty()) {
      return pattern("TYPICAL", 5, features, lacking);
    }
    if (isIsolatedConsolidation(features)) {
      return pattern("ATYPICAL", 2, features, lacking);
    }
    return pattern("INDETERMINATE", isNearlyTypical(features, lacking) ? 4 : 3, features, lacking);
  }

  /** No category, because the scan lies outside what the networks were validated for. */
  public static Covid19Pattern outOfScope(PatternFeatures features, List<Reason> outside) {
    var because = new ArrayList<Reason>();
    because.add(
        new Reason(
            QuantityReason.PATTERN_OUT_OF_SCOPE,
            QuantityReason.PATTERN_OUT_OF_SCOPE.meaning(),
            String.join(", ", outside.stream().map(reason -> reason.code().code()).toList())));
    return notEstimated(features, because);
  }

  /** No category, because there is no lung to look at. */
  public static Covid19Pattern notMeasured() {
    return new Covid19Pattern(
        "NOT_MEASURED",
        0,
        Map.of(),
        thresholds(),
        List.of(),
        List.of(plain(QuantityReason.REGION_EMPTY)),
        SOURCE);
  }

  private static Reason plain(QuantityReason code) {
    return Reason.of(code, code.meaning());
  }

  private static boolean isBilateral(PatternFeatures features) {
    return features.lesions() > 0 && features.lesserLung() >= BILATERAL_FROM_PERCENT;
  }

  private static boolean isPeripheral(PatternFeatures features) {
    return features.peripheral() > PERIPHERAL_ABOVE_PERCENT
        && features.peripheralRatio() >= PERIPHERAL_RATIO_FROM;
  }

  private static boolean isIsolatedConsolidation(PatternFeatures features) {
    return features.consolidation() >= ISOLATED_FROM_PERCENT
        && features.largest() >= ISOLATED_FROM_PERCENT
        && features.fullestLobe().orElse(100) >= ISOLATED_FROM_PERCENT;
  }

  /** Typical but for one thing: all in one lung, or consolidations only. */
  private static boolean isNearlyTypical(PatternFeatures features, List<Lack> lacking) {
    return features.lesions() >= MULTIFOCAL_FROM
        && (lacking.equals(List.of(Lack.BILATERAL)) || lacking.equals(List.of(Lack.GROUND_GLASS)));
  }

  private static List<Lack> lacking(PatternFeatures features) {
    var lacking = new ArrayList<Lack>();
    if (!isBilateral(features)) {
      lacking.add(Lack.BILATERAL);
    }
    if (!isPeripheral(features)) {
      lacking.add(Lack.PERIPHERAL);
    }
    if (features.groundGlass() < GROUND_GLASS_FROM_PERCENT) {
      lacking.add(features.undetermined() > 0 ? Lack.KNOWN_GROUND_GLASS : Lack.GROUND_GLASS);
    }
    return lacking;
  }

  private static Covid19Pattern notEstimated(PatternFeatures features, List<Reason> because) {
    return new Covid19Pattern(
        "NOT_ESTIMATED", 0, features.byName(), thresholds(), List.of(), because, SOURCE);
  }

  private static Covid19Pattern pattern(
      String category, int level, PatternFeatures features, List<Lack> lacking) {
    return new Covid19Pattern(
        category, level, features.byName(), thresholds(), lacking, List.of(), SOURCE);
  }

  private static Map<String, Double> thresholds() {
    var thresholds = new LinkedHashMap<String, Double>();
    thresholds.put("noneBelowPercent", NONE_BELOW_PERCENT);
    thresholds.put("traceBelowPercent", TRACE_BELOW_PERCENT);
    thresholds.put("bilateralFromPercent", BILATERAL_FROM_PERCENT);
    thresholds.put("peripheralAbovePercent", PERIPHERAL_ABOVE_PERCENT);
    thresholds.put("peripheralRatioFrom", PERIPHERAL_RATIO_FROM);
    thresholds.put("groundGlassFromPercent", GROUND_GLASS_FROM_PERCENT);
    thresholds.put("isolatedFromPercent", ISOLATED_FROM_PERCENT);
    thresholds.put("multifocalFrom", (double) MULTIFOCAL_FROM);
    return thresholds;
  }
}
