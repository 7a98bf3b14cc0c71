package org.hilum.epidemic.bulletin.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hilum.epidemic.bulletin.Language;
import org.hilum.epidemic.bulletin.PastErrors;
import org.hilum.epidemic.bulletin.content.Direction;
import org.hilum.epidemic.forecasting.Span;
import org.hilum.epidemic.surveillance.FatalityBias;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Remark;
import org.hilum.epidemic.surveillance.Remark.Said;
import org.hilum.epidemic.surveillance.Saying;
import org.hilum.epidemic.surveillance.SurveillanceReason;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordingTest {

  private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_phrase_is_said_and_nothing_is_held_that_is_never_said(Language language) {
    var wording = Wording.in(language);
    for (var phrase : Phrase.values()) {
      assertThat(wording.text(phrase)).as("%s in %s", phrase, language).isNotBlank();
    }
    assertThat(wording.unused()).isEmpty();
  }

  @Test
  void both_languages_fill_in_the_same_places() {
    for (var phrase : Phrase.values()) {
      assertThat(places(Language.CHINESE, phrase))
          .as("places of %s", phrase)
          .isEqualTo(places(Language.ENGLISH, phrase));
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

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_fonts_of_the_paper_have_every_letter(Language language) throws Exception {
    var latin = font("/fonts/ttf/SourceSansPro/SourceSansPro-Regular.ttf");
    var chinese =
        language == Language.CHINESE ? font("/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf") : latin;
    for (var phrase : Phrase.values()) {
      if (phrase != Phrase.LANGUAGE_LINK) {
        assertThat(
                Wording.in(language)
                    .text(phrase)
                    .codePoints()
                    .filter(each -> !latin.canDisplay(each) && !chinese.canDisplay(each)))
            .as("letters of %s that no font has", phrase)
            .isEmpty();
      }
    }
  }

  private static Font font(String resource) throws Exception {
    try (var in = Objects.requireNonNull(WordingTest.class.getResourceAsStream(resource))) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    }
  }

  @Test
  void every_remark_is_said_in_chinese() {
    var chinese = Wording.in(Language.CHINESE);
    assertThat(SurveillanceReason.values()).allMatch(reason -> chinese.knows(reason.code()));
  }

  @Test
  void what_is_chosen_by_name_has_words() {
    for (var measure : Measure.values()) {
      Phrase.valueOf("MEASURE_" + measure.name());
      Phrase.valueOf("PERSONS_" + measure.name());
    }
    for (var span : Span.values()) {
      Phrase.valueOf("SPAN_" + span.name());
    }
    for (var bias : FatalityBias.values()) {
      Phrase.valueOf("BIAS_" + bias.name());
    }
    for (var direction : Direction.values()) {
      Phrase.valueOf("DIRECTION_" + direction.name());
    }
    for (var origin : PastErrors.Origin.values()) {
      Phrase.valueOf("ERRORS_" + origin.name());
    }
  }

  @ParameterizedTest
  @EnumSource(value = Saying.class, mode = EnumSource.Mode.EXCLUDE, names = "WORDS")
  void every_saying_is_said_in_chinese_with_the_same_places(Saying saying) {
    var words = Wording.in(Language.CHINESE).words(saying);
    assertThat(words).doesNotContainPattern("[A-Za-z]");
    for (int n = 0; n < 6; n++) {
      assertThat(words.contains("{" + n + "}"))
          .as("place %s", n)
          .isEqualTo(saying.english().contains("{" + n + "}"));
    }
  }

  @Test
  void a_remark_on_counts_is_said_whole_in_each_language() {
    var said =
        List.of(
            Said.of(Saying.DUMP_LEFT_OUT, LocalDate.of(2021, 2, 25), "500", "40"),
            Said.of(Saying.SURGE));
    var remark = new Remark(SurveillanceReason.DUMP, said, "\u6e56\u5317, case");
    assertThat(Wording.in(Language.ENGLISH).remark(remark))
        .isEqualTo(
            "2021-02-25: 500 at once where about 40 were to be expected; the rest was left out."
                + " It may also be the first day of a surge. (\u6e56\u5317, case)");
    assertThat(Wording.in(Language.CHINESE).remark(remark))
        .startsWith("2021\u5e742\u670825\u65e5\uff1a")
        .contains("500", "40", "\u6e56\u5317\uff0c")
        .doesNotContainPattern("[A-Za-z]");
  }

  @Test
  void a_remark_in_words_of_its_own_keeps_them_beside_its_meaning() {
    var remark = new Remark(SurveillanceReason.DUMP, "2021-02-25: 500 at once.", "Hubei, case");
    assertThat(Wording.in(Language.ENGLISH).remark(remark))
        .isEqualTo("2021-02-25: 500 at once. (Hubei, case)");
    assertThat(Wording.in(Language.CHINESE).remark(remark))
        .startsWith("\u67d0\u65e5")
        .contains("500 at once.");
  }

  @Test
  void numbers_have_commas_a_true_minus_and_no_more_figures_than_are_known() {
    assertThat(Numbers.count(12345)).isEqualTo("12,345");
    assertThat(Numbers.count(Double.NaN)).isEqualTo("\u2013");
    assertThat(Numbers.forecast(12345)).isEqualTo("12,300");
    assertThat(Numbers.forecast(0.4)).isEqualTo("0");
    assertThat(Numbers.decimals(-0.04, 1)).isEqualTo("0.0");
    assertThat(Numbers.decimals(-2.55, 1)).isEqualTo("\u22122.5");
    assertThat(Numbers.change(0.75)).isEqualTo("\u221225\u00a0%");
    assertThat(Numbers.change(1.004)).isEqualTo("0\u00a0%");
    assertThat(Numbers.axis(1_500_000)).isEqualTo("1.5M");
    assertThat(Numbers.axis(5000)).isEqualTo("5000");
  }

  @Test
  void provinces_are_known_by_any_of_their_names_and_have_a_tile_each() {
    assertThat(Province.of("\u6e56\u5317\u7701")).contains(Province.HUBEI);
    assertThat(Province.of("\u6e56\u5317")).contains(Province.HUBEI);
    assertThat(Province.of("Inner Mongolia")).contains(Province.INNER_MONGOLIA);
    assertThat(Province.of("\u5317\u4eac\u8def")).isEmpty();
    assertThat(
            List.of(Province.values()).stream()
                .map(each -> each.row() * Province.COLUMNS + each.column()))
        .doesNotHaveDuplicates()
        .hasSize(34);
  }

  @Test
  void countries_are_named_in_the_language_but_states_are_not_taken_for_countries() {
    var chinese = PlaceNames.of(Language.CHINESE, List.of("Italy", "Nowhere"));
    assertThat(chinese.of("Italy")).isEqualTo("\u610f\u5927\u5229");
    assertThat(chinese.of("Nowhere")).isEqualTo("Nowhere");
    assertThat(PlaceNames.of(Language.ENGLISH, List.of("IT", "FR")).of("IT")).isEqualTo("Italy");
    assertThat(PlaceNames.of(Language.ENGLISH, List.of("CA", "TX")).of("CA")).isEqualTo("CA");
  }
}
