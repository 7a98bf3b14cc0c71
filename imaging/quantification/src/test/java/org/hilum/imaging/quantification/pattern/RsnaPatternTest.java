package org.hilum.imaging.quantification.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.hilum.imaging.quantification.Covid19Pattern;
import org.hilum.imaging.vocabulary.Code;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RsnaPatternTest {

  /** Bilateral, peripheral, ground-glass. */
  private static final PatternFeatures TYPICAL =
      new PatternFeatures(12, 7, 40, 75, 55, 80, 20, 45, OptionalDouble.empty());

  /** One consolidation in the left lung. */
  private static final PatternFeatures ISOLATED =
      new PatternFeatures(8, 1, 100, 60, 55, 3, 97, 100, OptionalDouble.empty());

  private static PatternFeatures typicalBut(
      double opacity, double left, double peripheral, double groundGlass) {
    return new PatternFeatures(
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

  private static String category(PatternFeatures features) {
    return RsnaPattern.of(features).category();
  }

  @Test
  void both_lungs_mostly_peripheral_with_ground_glass_is_typical() {
    var pattern = RsnaPattern.of(TYPICAL);
    assertThat(pattern.category()).isEqualTo("TYPICAL");
    assertThat(pattern.concept()).contains(Code.RSNA_TYPICAL.concept());
    assertThat(pattern.rule())
        .contains("12.0 % of the lungs")
        .contains("40.0 % lies in the left and 60.0 % in the right")
        .contains("75.0 % lies in the peripheral third, which is 55.0 % of the lungs")
        .contains("Ground-glass 80.0 %, consolidation 20.0 %");
  }

  @Test
  void is_typical_up_to_each_cut_and_indeterminate_beyond_it() {
    assertThat(category(typicalBut(1, 40, 75, 80))).isEqualTo("TYPICAL");
    assertThat(category(typicalBut(0.99, 40, 75, 80))).isEqualTo("NEGATIVE");
    assertThat(category(typicalBut(12, 10, 75, 80))).isEqualTo("TYPICAL");
    assertThat(category(typicalBut(12, 90, 75, 80))).isEqualTo("TYPICAL");
    assertThat(category(typicalBut(12, 9.9, 75, 80))).isEqualTo("INDETERMINATE");
    assertThat(category(typicalBut(12, 90.1, 75, 80))).isEqualTo("INDETERMINATE");
    assertThat(category(typicalBut(12, 40, 65, 80))).isEqualTo("TYPICAL");
    assertThat(category(typicalBut(12, 40, 64, 80)))
        .as("64 % where 55 % of the lung is: 1.45 times as dense")
        .isEqualTo("INDETERMINATE");
    assertThat(category(typicalBut(12, 40, 75, 10))).isEqualTo("TYPICAL");
    assertThat(category(typicalBut(12, 40, 75, 9.9))).isEqualTo("INDETERMINATE");
  }

  @Test
  void needs_more_than_half_peripheral_even_where_the_rim_is_thin() {
    var thinRim = new PatternFeatures(12, 7, 40, 50, 20, 80, 20, 45, OptionalDouble.empty());
    assertThat(category(thinRim)).isEqualTo("INDETERMINATE");
    assertThat(RsnaPattern.of(thinRim).rule()).contains("lacks a mostly peripheral distribution.");
  }

  @Test
  void one_consolidation_in_one_lung_is_atypical() {
    var pattern = RsnaPattern.of(ISOLATED);
    assertThat(pattern.category()).isEqualTo("ATYPICAL");
    assertThat(pattern.concept()).contains(Code.RSNA_ATYPICAL.concept());
  }

  @Test
  void a_consolidation_over_two_known_lobes_is_not_isolated() {
    var twoLobes = new PatternFeatures(8, 1, 100, 60, 55, 3, 97, 100, OptionalDouble.of(60));
    assertThat(category(twoLobes)).isEqualTo("INDETERMINATE");
    var oneLobe = new PatternFeatures(8, 1, 100, 60, 55, 3, 97, 100, OptionalDouble.of(90));
    assertThat(category(oneLobe)).isEqualTo("ATYPICAL");
  }

  @Test
  void what_is_lacking_is_named() {
    var pattern =
        RsnaPattern.of(new PatternFeatures(8, 3, 100, 30, 55, 0, 60, 50, OptionalDouble.empty()));
    assertThat(pattern.category()).isEqualTo("INDETERMINATE");
    assertThat(pattern.concept()).contains(Code.RSNA_INDETERMINATE.concept());
    assertThat(pattern.rule())
        .contains(
            "lacks involvement of both lungs and a mostly peripheral distribution and opacity known"
                + " to be ground-glass (the kind of some opacity is not known).")
        .contains("kind not known 40.0 % of all opacity");
  }

  @Test
  void specks_without_a_lesion_are_not_typical() {
    var specks = new PatternFeatures(2, 0, 0, 0, 0, 100, 0, 0, OptionalDouble.empty());
    assertThat(category(specks)).isEqualTo("INDETERMINATE");
  }

  @Test
  void little_opacity_is_negative_and_says_that_it_may_miss_some() {
    var pattern = RsnaPattern.of(typicalBut(0.4, 40, 75, 80));
    assertThat(pattern.category()).isEqualTo("NEGATIVE");
    assertThat(pattern.concept()).contains(Code.RSNA_NEGATIVE.concept());
    assertThat(pattern.rule())
        .contains("0.4 % of the lungs")
        .contains("Under 1.0 %")
        .contains("slight or early changes can be missed (separate opacities marked: 7)");
  }

  @Test
  void a_trace_of_opacity_is_not_written_as_nothing() {
    assertThat(RsnaPattern.of(typicalBut(0.0194, 40, 75, 80)).rule())
        .startsWith("Opacity fills 0.02 % of the lungs.");
    assertThat(RsnaPattern.of(typicalBut(0, 40, 75, 80)).rule())
        .startsWith("Opacity fills 0.0 % of the lungs.");
  }

  @Test
  void shares_that_lack_a_rounding_error_of_100_leave_no_kind_unknown() {
    double groundGlass = 100.0 / 3;
    var features =
        new PatternFeatures(
            12, 7, 40, 75, 55, groundGlass, 200.0 / 3 - 1e-14, 45, OptionalDouble.empty());
    assertThat(RsnaPattern.of(features).rule()).doesNotContain("kind not known");
  }

  static Stream<Covid19Pattern> patterns() {
    return Stream.of(TYPICAL, ISOLATED, typicalBut(0.4, 40, 75, 80), typicalBut(5, 0, 75, 80))
        .map(RsnaPattern::of);
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void every_text_is_calm_and_states_its_limits(Covid19Pattern pattern) {
    assertThat(pattern.source()).isEqualTo("doi:10.1148/ryct.2020200152");
    assertThat(pattern.rule().toLowerCase(Locale.ROOT))
        .doesNotContain("diagnos")
        .doesNotContain("!");
    assertThat(pattern.rule())
        .endsWith("not validated as a test.")
        .contains("tree-in-bud")
        .contains("cavitation");
  }
}
