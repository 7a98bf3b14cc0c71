package org.hilum.epidemic.bulletin.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.hilum.epidemic.bulletin.Bulletin;
import org.hilum.epidemic.bulletin.Drawn;
import org.hilum.epidemic.bulletin.Language;
import org.hilum.epidemic.bulletin.PlaceReport;
import org.hilum.epidemic.bulletin.SeriesReport;
import org.hilum.epidemic.bulletin.Spread;
import org.hilum.epidemic.bulletin.wording.PlaceNames;
import org.hilum.epidemic.bulletin.wording.Wording;
import org.hilum.epidemic.surveillance.Measure;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeadlinesTest {

  private static String words(Bulletin bulletin) {
    var wording = Wording.in(Language.ENGLISH);
    var names = PlaceNames.of(Language.ENGLISH, List.of());
    return String.join(" ", Headlines.of(bulletin, Measure.CASES, wording, names));
  }

  @Test
  void of_a_place_tell_what_was_counted_and_what_is_expected_with_intervals() {
    assertThat(words(Drawn.bulletin("Italy")))
        .contains("Italy: 70 cases in the seven days to 6 Mar 2021 (35.0 per 100,000)")
        .contains("to 13 Mar 2021: 100 cases; 50 % interval 80\u2013120, 95 % interval 60\u2013140")
        .contains("A rise over the week before is likely");
  }

  @Test
  void of_all_add_up_and_say_that_the_interval_of_the_sum_is_rather_wide() {
    assertThat(words(Drawn.bulletin("Italy", "France")))
        .contains("140 cases in 2 places")
        .contains("together: 200 cases; 95 % interval 120\u2013280")
        .contains("A rise is likely in 2 of 2 places: France, Italy");
  }

  @Test
  void count_the_whole_once_where_a_place_is_the_sum_of_the_others() {
    var places =
        new java.util.ArrayList<>(
            List.of("A", "B", "C", "D").stream().map(HeadlinesTest::flat).toList());
    var whole = Drawn.flat("Union", Measure.CASES, 70, 40);
    places.add(
        new PlaceReport(
            "Union",
            Optional.empty(),
            List.of(
                new SeriesReport(
                    whole,
                    whole,
                    List.of(),
                    List.of(Drawn.week("Union", Measure.CASES, 1, 290, 1)),
                    Optional.empty(),
                    Spread.UNKNOWN)),
            Optional.empty()));
    var like = Drawn.bulletin("A", "B");
    var all =
        new Bulletin(
            like.scope(),
            like.asOf(),
            places,
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "Hilum 0");
    assertThat(words(all)).contains("Union: 280 cases in the seven days").doesNotContain("560");
  }

  private static PlaceReport flat(String name) {
    return new PlaceReport(
        name,
        Optional.empty(),
        List.of(
            new SeriesReport(
                Drawn.flat(name, Measure.CASES, 70, 10),
                Drawn.flat(name, Measure.CASES, 70, 10),
                List.of(),
                List.of(),
                Optional.empty(),
                Spread.UNKNOWN)),
        Optional.empty());
  }

  @Test
  void chances_lie_between_the_quantiles() {
    var forecast = Drawn.week("Italy", Measure.CASES, 1, 56, 4);
    // Place 11 is the median, 100; place 16 is level 0.75, 120.
    assertThat(Direction.chanceAbove(forecast, 100)).isCloseTo(0.5, within(1e-9));
    assertThat(Direction.chanceAbove(forecast, 120)).isCloseTo(0.25, within(1e-9));
    assertThat(Direction.chanceAbove(forecast, 118)).isCloseTo(0.275, within(1e-9));
    assertThat(Direction.chanceAbove(forecast, 1000)).isCloseTo(0.005, within(1e-9));
    assertThat(Direction.chanceAbove(forecast, 0)).isCloseTo(0.995, within(1e-9));
    assertThat(Direction.of(forecast, 150)).isEqualTo(Direction.FALLING);
    assertThat(Direction.of(forecast, 100)).isEqualTo(Direction.UNCLEAR);
    assertThat(Direction.of(forecast, Double.NaN)).isEqualTo(Direction.UNCLEAR);
  }

  @Test
  void a_forecast_that_equals_the_count_is_neither_rise_nor_fall() {
    var still = Drawn.week("Italy", Measure.CASES, 1, 70, 0);
    assertThat(Direction.of(still, 70)).isEqualTo(Direction.UNCLEAR);
  }

  @Test
  void past_errors_are_told_of_even_when_there_are_none() {
    var bulletin = Drawn.bulletin("Italy");
    var parts =
        Parts.of(
            bulletin,
            Wording.in(Language.ENGLISH),
            PlaceNames.of(Language.ENGLISH, List.of("Italy")));
    assertThat(parts.getFirst().id()).isEqualTo("errors");
    assertThat(parts.getFirst().blocks().toString()).contains("No earlier forecast");
  }
}
