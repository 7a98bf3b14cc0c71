package org.hilum.epidemic.forecasting.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.Forecaster;
import org.hilum.epidemic.forecasting.QuantileLevels;
import org.hilum.epidemic.forecasting.Span;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;
import org.hilum.epidemic.surveillance.Vintage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class YoungWeeksTest {

  private static final LocalDate FIRST = LocalDate.parse("2020-01-27");

  private static CaseCounts counts(String place, int days, double scale) {
    double[] values = new double[days];
    for (int d = 0; d < days; d++) {
      values[d] = Math.rint(scale * Math.exp(-Math.pow(d - 9.0, 2) / 60));
    }
    return new CaseCounts(place, Measure.CASES, Rhythm.DAILY, FIRST, values);
  }

  private static Forecast stretch(int number, LocalDate end, double count) {
    double[] quantiles = new double[QuantileLevels.COUNT];
    Arrays.fill(quantiles, count);
    return new Forecast("A", Measure.CASES, Span.SEVEN_DAYS, number, end, quantiles);
  }

  @Test
  void a_week_is_what_is_counted_of_it_and_sevenths_of_the_stretches() {
    CaseCounts counts = counts("A", 14, 100);
    LocalDate last = counts.last();
    List<Forecast> stretches =
        List.of(stretch(1, last.plusDays(7), 70), stretch(2, last.plusDays(14), 140));

    double[] partly = YoungWeeks.week(counts, stretches, last.plusDays(5)).orElseThrow();
    double[] across = YoungWeeks.week(counts, stretches, last.plusDays(10)).orElseThrow();

    assertThat(partly[0])
        .isCloseTo(counts.on(last) + counts.on(last.minusDays(1)) + 50, within(1e-9));
    assertThat(across[0]).isCloseTo(4 * 10 + 3 * 20, within(1e-9));
  }

  @Test
  void nothing_is_said_of_a_week_beyond_the_stretches_or_with_a_day_not_counted() {
    CaseCounts counts = counts("A", 14, 100);
    LocalDate last = counts.last();
    List<Forecast> stretches = List.of(stretch(1, last.plusDays(7), 70));
    double[] holed = counts.values();
    holed[13] = Double.NaN;

    assertThat(YoungWeeks.week(counts, stretches, last.plusDays(8))).isEmpty();
    assertThat(YoungWeeks.week(counts, List.of(), last.plusDays(2))).isEmpty();
    assertThat(YoungWeeks.week(counts.withValues(holed), stretches, last.plusDays(5))).isEmpty();
  }

  @Test
  void a_place_grows_out_of_it_between_four_and_eight_weeks_after_its_first_count() {
    assertThat(YoungWeeks.share(counts("A", 28, 100))).isEqualTo(1);
    assertThat(YoungWeeks.share(counts("A", 42, 100))).isEqualTo(0.5);
    assertThat(YoungWeeks.share(counts("A", 80, 100))).isEqualTo(0);
  }

  @Test
  void in_a_young_outbreak_the_coming_week_and_the_next_seven_days_agree() {
    List<CaseCounts> places =
        IntStream.range(0, 12).mapToObj(n -> counts("P" + n, 21, 40 + 15 * n)).toList();
    LocalDate today = places.getFirst().last().plusDays(1);
    List<Forecast> run =
        new Forecaster()
            .forecast(new Vintage(today, places, Map.of(), List.of()), today)
            .forecasts();

    for (CaseCounts place : places) {
      Forecast seven = one(run, place, Span.SEVEN_DAYS);
      Forecast week = one(run, place, Span.WEEK);
      assertThat(week.targetEnd()).isBefore(seven.targetEnd());
      double counted = 0;
      for (LocalDate d = week.targetEnd().minusDays(6); d.isBefore(today); d = d.plusDays(1)) {
        counted += place.on(d);
      }
      long ahead = week.targetEnd().toEpochDay() - place.last().toEpochDay();
      assertThat(week.median())
          .isCloseTo(counted + seven.median() * ahead / 7.0, within(1e-6 + 1e-6 * week.median()));
    }
  }

  @Test
  void of_the_same_days_both_spans_say_the_same_also_in_between_and_when_grown() {
    for (int days : new int[] {41, 62, 125}) {
      List<CaseCounts> places =
          IntStream.range(0, 8)
              .mapToObj(n -> counts("P" + n, days, 40 + 15 * n))
              .map(one -> one.withValues(Arrays.stream(one.values()).map(v -> v + 20).toArray()))
              .toList();
      LocalDate saturday = places.getFirst().last();
      assertThat(saturday.getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
      List<Forecast> run =
          new Forecaster()
              .forecast(
                  new Vintage(saturday.plusDays(1), places, Map.of(), List.of()),
                  saturday.plusDays(1))
              .forecasts();
      for (CaseCounts place : places) {
        Forecast seven = one(run, place, Span.SEVEN_DAYS);
        Forecast week = one(run, place, Span.WEEK);
        assertThat(week.targetEnd()).isEqualTo(seven.targetEnd());
        assertThat(week.quantiles()).containsExactly(seven.quantiles(), within(1e-6));
      }
    }
  }

  private static Forecast one(List<Forecast> run, CaseCounts place, Span span) {
    return run.stream()
        .filter(f -> f.location().equals(place.location()) && f.span() == span)
        .findFirst()
        .orElseThrow();
  }
}
