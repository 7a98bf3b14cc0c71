package org.hilum.imaging.quantification.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.hilum.imaging.quantification.Covid19Pattern;
import org.hilum.imaging.quantification.Covid19Pattern.Lack;
import org.hilum.imaging.quantification.QuantityReason;
import org.hilum.imaging.segmentation.SegmentationReason;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.Reason;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PatternRuleTest {

  /** Bilateral, peripheral, ground-glass. */
  private static final PatternFeatures TYPICAL = typicalBut(12, 40, 75, 80);

  /** One consolidation in the left lung. */
  private static final PatternFeatures ISOLATED =
      features(8, 1, 100, 60, 55, 3, 97, 100, OptionalDouble.empty());

  private static PatternFeatures typicalBut(
      double opacity, double left, double peripheral, double groundGlass) {
    return features(
        opacity,
        7,
        left,
        peripheral,
        55,
        groundGlass,
        100 - groundGlass,
        45,
        OptionalDouble.empty());
  }

  private static PatternFeatures features(
      double opacity,
      long lesions,
      double left,
      double peripheral,
      double peripheralLung,
      double groundGlass,
      double consolidation,
      double largest,
      OptionalDouble fullestLobe) {
    return new PatternFeatures(
        opacity,
        lesions,
        left,
        peripheral,
        peripheralLung,
        groundGlass,
        consolidation,
        largest,
        fullestLobe,
        50,
        OptionalDouble.of(30));
  }

  private static String category(PatternFeatures features) {
    return PatternRule.of(features).category();
  }

  @Test
  void both_lungs_mostly_peripheral_with_ground_glass_is_typical_and_level_5() {
    var pattern = PatternRule.of(TYPICAL);
    assertThat(pattern.category()).isEqualTo("TYPICAL");
    assertThat(pattern.level()).isEqualTo(5);
    assertThat(pattern.lacking()).isEmpty();
    assertThat(pattern.concept()).contains(Code.RSNA_TYPICAL.concept());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 40, 75, 80, TYPICAL",
    "12, 10, 75, 80, TYPICAL",
    "12, 90, 75, 80, TYPICAL",
    "12, 9.9, 75, 80, INDETERMINATE",
    "12, 90.1, 75, 80, INDETERMINATE",
    "12, 40, 65, 80, TYPICAL",
    // 64 % where 55 % of the lung is: 1.45 times as dense
    "12, 40, 64, 80, INDETERMINATE",
    "12, 40, 75, 10, TYPICAL",
    "12, 40, 75, 9.9, INDETERMINATE",
  })
  void is_typical_up_to_each_cut_and_indeterminate_beyond_it(
      double opacity, double left, double peripheral, double groundGlass, String expected) {
    assertThat(category(typicalBut(opacity, left, peripheral, groundGlass))).isEqualTo(expected);
  }

  @Test
  void needs_more_than_half_peripheral_even_where_the_rim_is_thin() {
    var thinRim = PatternRule.of(features(12, 7, 40, 50, 20, 80, 20, 45, OptionalDouble.empty()));
    assertThat(thinRim.category()).isEqualTo("INDETERMINATE");
    assertThat(thinRim.lacking()).containsExactly(Lack.PERIPHERAL);
    assertThat(thinRim.level()).isEqualTo(3);
  }

  @Test
  void one_consolidation_in_one_lung_is_atypical_and_level_2() {
    var pattern = PatternRule.of(ISOLATED);
    assertThat(pattern.category()).isEqualTo("ATYPICAL");
    assertThat(pattern.level()).isEqualTo(2);
    assertThat(pattern.concept()).contains(Code.RSNA_ATYPICAL.concept());
  }

  @Test
  void a_consolidation_over_two_known_lobes_is_not_isolated() {
    assertThat(category(features(8, 1, 100, 60, 55, 3, 97, 100, OptionalDouble.of(60))))
        .isEqualTo("INDETERMINATE");
    assertThat(category(features(8, 1, 100, 60, 55, 3, 97, 100, OptionalDouble.of(90))))
        .isEqualTo("ATYPICAL");
  }

  @Test
  void typical_but_in_one_lung_or_without_ground_glass_is_level_4() {
    var oneLung = PatternRule.of(typicalBut(12, 100, 75, 80));
    assertThat(oneLung.category()).isEqualTo("INDETERMINATE");
    assertThat(oneLung.level()).isEqualTo(4);
    assertThat(oneLung.lacking()).containsExactly(Lack.BILATERAL);
    assertThat(PatternRule.of(typicalBut(12, 40, 75, 5)).level()).isEqualTo(4);
    assertThat(PatternRule.of(typicalBut(12, 100, 75, 5)).level()).as("both lacking").isEqualTo(3);
    assertThat(
            PatternRule.of(features(8, 1, 100, 75, 55, 80, 20, 100, OptionalDouble.empty()))
                .level())
        .as("one place only")
        .isEqualTo(3);
  }

  @Test
  void what_is_lacking_is_named() {
    var pattern = PatternRule.of(features(8, 3, 100, 30, 55, 0, 60, 50, OptionalDouble.empty()));
    assertThat(pattern.category()).isEqualTo("INDETERMINATE");
    assertThat(pattern.concept()).contains(Code.RSNA_INDETERMINATE.concept());
    assertThat(pattern.lacking())
        .containsExactly(Lack.BILATERAL, Lack.PERIPHERAL, Lack.KNOWN_GROUND_GLASS);
  }

  @Test
  void specks_without_a_lesion_are_not_typical() {
    assertThat(category(features(2, 0, 0, 0, 0, 100, 0, 0, OptionalDouble.empty())))
        .isEqualTo("INDETERMINATE");
  }

  @Test
  void no_opacity_is_negative_and_level_1() {
    for (double percent : new double[] {0, 0.0194, 0.29}) {
      var pattern = PatternRule.of(typicalBut(percent, 40, 75, 80));
      assertThat(pattern.category()).as("%s %%", percent).isEqualTo("NEGATIVE");
      assertThat(pattern.level()).isEqualTo(1);
      assertThat(pattern.concept()).contains(Code.RSNA_NEGATIVE.concept());
    }
  }

  @Test
  void a_trace_is_not_estimated_and_says_why() {
    for (double percent : new double[] {0.3, 0.99}) {
      var pattern = PatternRule.of(typicalBut(percent, 40, 75, 80));
      assertThat(pattern.category()).as("%s %%", percent).isEqualTo("NOT_ESTIMATED");
      assertThat(pattern.level()).isZero();
      assertThat(pattern.concept()).isEmpty();
      assertThat(pattern.because())
          .extracting(reason -> (Object) reason.code())
          .containsExactly(QuantityReason.ONLY_A_TRACE);
    }
  }

  @Test
  void a_scan_out_of_scope_is_not_estimated_and_names_the_codes() {
    var outside = List.of(Reason.of(SegmentationReason.ONE_LUNG, "Only one lung was found."));
    var pattern = PatternRule.outOfScope(TYPICAL, outside);
    assertThat(pattern.category()).isEqualTo("NOT_ESTIMATED");
    assertThat(pattern.inputs()).as("still measured").containsEntry("opacityPercent", 12.0);
    assertThat(pattern.because())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.code()).isEqualTo(QuantityReason.PATTERN_OUT_OF_SCOPE);
              assertThat(reason.where()).isEqualTo("SEG-013");
            });
  }

  @Test
  void shares_that_lack_a_rounding_error_of_100_leave_no_kind_unknown() {
    double groundGlass = 100.0 / 3;
    var pattern =
        PatternRule.of(
            features(
                12, 7, 40, 75, 55, groundGlass, 200.0 / 3 - 1e-14, 45, OptionalDouble.empty()));
    assertThat(pattern.inputs()).containsEntry("undeterminedPercent", 0.0);
  }

  static Stream<Covid19Pattern> patterns() {
    return Stream.of(TYPICAL, ISOLATED, typicalBut(0.4, 40, 75, 80), typicalBut(5, 0, 75, 80))
        .map(PatternRule::of);
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void every_category_shows_its_inputs_its_thresholds_and_its_source(Covid19Pattern pattern) {
    assertThat(pattern.source())
        .contains("doi:10.1148/ryct.2020200152")
        .contains("doi:10.1148/radiol.2020201473");
    assertThat(pattern.inputs())
        .containsKeys(
            "opacityPercent",
            "lesionCount",
            "leftPercent",
            "peripheralPercent",
            "lowerZonesPercent",
            "groundGlassPercent",
            "consolidationPercent",
            "roundedPercent");
    assertThat(pattern.thresholds())
        .containsEntry("bilateralFromPercent", 10.0)
        .containsEntry("peripheralRatioFrom", 1.5);
  }
}
