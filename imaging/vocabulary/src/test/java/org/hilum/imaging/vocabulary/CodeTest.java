package org.hilum.imaging.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CodeTest {

  @Nested
  class A_code {
    @ParameterizedTest
    @EnumSource(Code.class)
    void fits_the_lengths_of_dicom(Code code) {
      assertThat(code.concept().value()).as("SH").hasSizeLessThanOrEqualTo(16);
      assertThat(code.concept().scheme()).as("SH").hasSizeLessThanOrEqualTo(16);
      assertThat(code.concept().meaning()).as("LO").hasSizeLessThanOrEqualTo(64);
      assertThat(code.concept().meaning() + code.concept().value()).doesNotContain("\\");
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void says_what_it_means_exactly_when_it_is_our_own(Code code) {
      assertThat(code.definition().isPresent()).isEqualTo(code.scheme() == CodingScheme.HILUM);
      assertThat(code.concept().scheme()).isEqualTo(code.scheme().designator());
      code.definition().ifPresent(text -> assertThat(text).endsWith("."));
    }

    @Test
    void is_in_the_table_once() {
      assertThat(
              Arrays.stream(Code.values())
                  .map(code -> code.concept().scheme() + " " + code.concept().value()))
          .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(
        value = Code.class,
        mode = EnumSource.Mode.MATCH_ALL,
        names = "^(LUNG|LEFT|OPACITY|MASS|GROUND_GLASS_OPACITY|CONSOLIDATION)$")
    void of_a_standard_is_a_number(Code code) {
      assertThat(code.concept().value()).matches("[0-9]{6,18}|[0-9]{7}");
    }

    @Test
    void never_calls_a_measurement_a_diagnosis() {
      assertThat(Arrays.stream(Code.values()).map(code -> code.concept().meaning()))
          .noneMatch(meaning -> meaning.toLowerCase(java.util.Locale.ROOT).contains("diagnos"));
    }
  }

  @Nested
  class A_private_scheme {
    @Test
    void begins_with_99() {
      assertThat(CodingScheme.HILUM.designator()).startsWith("99");
    }

    @ParameterizedTest
    @EnumSource(value = CodingScheme.class, mode = EnumSource.Mode.EXCLUDE, names = "HILUM")
    void alone_has_no_uid(CodingScheme standard) {
      assertThat(standard.uid()).matches("[0-9]+(\\.[0-9]+)+");
      assertThat(standard.title()).isNotBlank();
      assertThat(CodingScheme.HILUM.uid()).isEmpty();
    }
  }

  @Nested
  class A_region {
    @ParameterizedTest
    @EnumSource(Region.class)
    void is_coded_with_its_own_side(Region region) {
      var laterality = CodedSite.of(region).laterality();
      var expected =
          switch (region) {
            case LUNGS -> java.util.Optional.of(Code.BILATERAL.concept());
            case RML -> java.util.Optional.<CodedConcept>empty();
            default ->
                region
                    .side()
                    .map(side -> side == Side.LEFT ? Code.LEFT.concept() : Code.RIGHT.concept());
          };
      assertThat(laterality).isEqualTo(expected);
    }

    @Test
    void is_told_apart_from_every_other_by_its_code() {
      assertThat(Arrays.stream(Region.values()).map(CodedSite::of)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void of_a_lung_is_the_lung_on_that_side(Side side) {
      assertThat(CodedSite.of(Region.lung(side)).structure()).isEqualTo(Code.LUNG.concept());
    }

    @ParameterizedTest
    @EnumSource(ZoneHeight.class)
    void of_a_zone_has_one_structure_on_both_sides(ZoneHeight height) {
      assertThat(CodedSite.of(Region.zone(Side.LEFT, height)).structure())
          .isEqualTo(CodedSite.of(Region.zone(Side.RIGHT, height)).structure());
    }
  }

  @Nested
  class An_opacity {
    @ParameterizedTest
    @EnumSource(OpacityKind.class)
    void has_a_code_for_its_kind(OpacityKind kind) {
      assertThat(Code.of(kind).concept().value())
          .isEqualTo(
              switch (kind) {
                case GROUND_GLASS -> "112120";
                case CONSOLIDATION -> "95436008";
                case UNDETERMINED -> "112001";
              });
    }
  }

  @Nested
  class A_coded_concept {
    @Test
    void refuses_to_be_half_empty() {
      assertThatThrownBy(() -> new CodedConcept("", "SCT", "Lung"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new CodedConcept("1", " ", "Lung"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new CodedConcept("1", "SCT", ""))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class A_reason {
    private enum Example implements ReasonCode {
      BROKEN;

      @Override
      public String code() {
        return "VOC-001";
      }

      @Override
      public String meaning() {
        return "An example.";
      }
    }

    @Test
    void names_its_code_and_its_place() {
      assertThat(new Reason(Example.BROKEN, "It broke.", "slice 7"))
          .hasToString("VOC-001 It broke. (slice 7)");
      assertThat(Reason.of(Example.BROKEN, "It broke.")).hasToString("VOC-001 It broke.");
    }
  }
}
