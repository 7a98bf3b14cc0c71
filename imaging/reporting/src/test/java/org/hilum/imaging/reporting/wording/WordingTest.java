package org.hilum.imaging.reporting.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hilum.imaging.comparison.ChangeVerdict;
import org.hilum.imaging.comparison.ComparedQuantity;
import org.hilum.imaging.comparison.ComparisonReason;
import org.hilum.imaging.comparison.CourseVerdict;
import org.hilum.imaging.comparison.LesionFate;
import org.hilum.imaging.comparison.Stage;
import org.hilum.imaging.quantification.Measurement.Measured;
import org.hilum.imaging.quantification.Measurement.NotMeasured;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.quantification.QuantityReason;
import org.hilum.imaging.reporting.ExampleReason;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.segmentation.SegmentationReason;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.ReasonCode;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.volume.VolumeReason;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordingTest {

  private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

  @Nested
  class both_languages {

    @ParameterizedTest
    @EnumSource(Language.class)
    void say_every_phrase_and_hold_nothing_that_is_never_said(Language language) {
      var wording = Wording.in(language);
      for (var phrase : Phrase.values()) {
        assertThat(wording.text(phrase)).as("%s in %s", phrase, language).isNotBlank();
      }
      assertThat(wording.unused()).isEmpty();
    }

    @Test
    void fill_in_the_same_places() {
      for (var phrase : Phrase.values()) {
        assertThat(places(Language.CHINESE, phrase))
            .as("places of %s", phrase)
            .isEqualTo(places(Language.ENGLISH, phrase));
      }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void never_speak_of_a_diagnosis(Language language) {
      for (var phrase : Phrase.values()) {
        assertThat(Wording.in(language).text(phrase))
            .doesNotContainIgnoringCase("diagnos")
            .doesNotContain("\u8bca\u65ad");
      }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void use_only_characters_the_fonts_have(Language language) {
      var lettering = new Lettering();
      for (var phrase : Phrase.values()) {
        var text = Wording.in(language).text(phrase).replace(Lettering.MISSING, "");
        assertThat(lettering.shown(text)).isEqualTo(text);
      }
    }

    private static TreeSet<String> places(Language language, Phrase phrase) {
      var places = new TreeSet<String>();
      PLACE
          .matcher(Wording.in(language).text(phrase))
          .results()
          .forEach(found -> places.add(found.group()));
      return places;
    }
  }

  @Nested
  class reasons {

    @Test
    void that_a_finished_reading_can_carry_are_said_in_chinese() {
      var chinese = Wording.in(Language.CHINESE);
      var codes = new ArrayList<ReasonCode>(List.of(QuantityReason.values()));
      Stream.of(SegmentationReason.values())
          .filter(code -> code.code().compareTo("SEG-010") >= 0)
          .forEach(codes::add);
      Stream.of(VolumeReason.values())
          .filter(code -> code.code().matches("VOL-0[4-6][0-9]"))
          .forEach(codes::add);
      codes.addAll(List.of(ComparisonReason.values()));
      assertThat(codes).allMatch(chinese::knows);
    }

    @Test
    void keep_the_message_with_its_numbers_and_its_place() {
      var reason =
          new Reason(SegmentationReason.SLICE_SPACING_OUTSIDE_RANGE, "8 mm apart.", "slices");
      assertThat(Wording.in(Language.ENGLISH).reason(reason)).isEqualTo("8 mm apart. (slices)");
      assertThat(Wording.in(Language.CHINESE).reason(reason))
          .startsWith("\u5c42")
          .endsWith("8 mm apart. (slices)");
    }

    @Test
    void whose_message_says_no_more_than_their_code_are_said_once() {
      var code = SegmentationReason.DENSITY_CUT_NOT_VALIDATED;
      assertThat(Wording.in(Language.CHINESE).reason(Reason.of(code, code.meaning())))
          .doesNotContain(code.meaning());
    }

    @Test
    void without_a_translation_are_said_in_english() {
      var reason = Reason.of(ExampleReason.CUT_OFF, "The chest is cut off.");
      assertThat(Wording.in(Language.CHINESE).reason(reason)).isEqualTo("The chest is cut off.");
    }
  }

  @Test
  void a_category_has_a_meaning_when_it_has_a_name() {
    var wording = Wording.in(Language.ENGLISH);
    for (var category :
        List.of(
            "TYPICAL", "INDETERMINATE", "ATYPICAL", "NEGATIVE", "NOT_ESTIMATED", "NOT_MEASURED")) {
      assertThat(wording.meaning(category)).as(category).isNotBlank();
      assertThat(wording.category(category)).as(category).isNotEqualTo(category);
    }
    assertThat(wording.meaning("CO-RADS 3")).isEmpty();
  }

  @Test
  void every_region_and_kind_has_a_name() {
    var wording = Wording.in(Language.ENGLISH);
    for (var region : Region.values()) {
      assertThat(wording.region(region)).isNotBlank();
    }
    for (var kind : OpacityKind.values()) {
      assertThat(wording.kind(kind)).isNotBlank();
    }
  }

  @Test
  void everything_a_comparison_concludes_has_a_name() {
    var wording = Wording.in(Language.CHINESE);
    Stream.of(LesionFate.values()).forEach(fate -> assertThat(wording.fate(fate)).isNotBlank());
    Stream.of(Stage.values()).forEach(stage -> assertThat(wording.stage(stage)).isNotBlank());
    Stream.of(CourseVerdict.values())
        .forEach(verdict -> assertThat(wording.course(verdict)).isNotBlank());
    Stream.of(ChangeVerdict.values())
        .forEach(verdict -> assertThat(wording.verdict(verdict)).isNotBlank());
    Stream.of(ComparedQuantity.values())
        .forEach(quantity -> assertThat(wording.quantity(quantity)).isNotBlank());
  }

  @Test
  void a_category_without_a_name_stands_as_it_is() {
    assertThat(Wording.in(Language.ENGLISH).category("TYPICAL")).isEqualTo("Typical appearance");
    assertThat(Wording.in(Language.ENGLISH).category("CO-RADS 3")).isEqualTo("CO-RADS 3");
  }

  @Nested
  class numbers {

    @Test
    void have_a_true_minus_and_fixed_decimals() {
      assertThat(Numbers.of(-842.36, 1)).isEqualTo("\u2212842.4");
      assertThat(Numbers.of(12, 1)).isEqualTo("12.0");
      assertThat(Numbers.shortest(2.50, 2)).isEqualTo("2.5");
      assertThat(Numbers.shortest(100, 1)).isEqualTo("100");
    }

    @Test
    void that_are_small_are_not_called_zero() {
      assertThat(Numbers.of(new Measured(0.01), Quantity.OPACITY_PERCENT)).isEqualTo("<0.1");
      assertThat(Numbers.of(new Measured(0), Quantity.OPACITY_PERCENT)).isEqualTo("0.0");
    }

    @Test
    void that_were_not_measured_are_a_dash() {
      var not = new NotMeasured(Reason.of(ExampleReason.NO_LOBES, "no lobes"));
      assertThat(Numbers.of(not, Quantity.VOLUME)).isEqualTo("\u2013");
    }
  }
}
