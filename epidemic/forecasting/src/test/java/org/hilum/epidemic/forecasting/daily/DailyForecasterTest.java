package org.hilum.epidemic.forecasting.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.Span;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DailyForecasterTest {

  private static final LocalDate FIRST = LocalDate.of(2021, 1, 4);
  private static final double[] WEEK = {1.2, 1.1, 1.1, 1.0, 1.0, 1.0, 0.6};

  private final DailyForecaster forecaster = new DailyForecaster();

  private static CaseCounts drawn(String place, int days, long seed, IntToDoubleFunction mean) {
    Random chance = new Random(seed);
    double[] counts = new double[days];
    for (int d = 0; d < days; d++) {
      double expected = mean.applyAsDouble(d);
      counts[d] = Math.max(0, Math.rint(expected + Math.sqrt(expected) * chance.nextGaussian()));
    }
    return new CaseCounts(place, Measure.CASES, Rhythm.DAILY, FIRST, counts);
  }

  private static double wave(int day) {
    return 500 * Math.exp(1.2 * Math.sin(day / 25.0)) * WEEK[day % 7];
  }

  private static CaseCounts altered(CaseCounts series, int back, double value) {
    double[] values = series.values();
    values[values.length - back] = value;
    return series.withValues(values);
  }

  private static Forecast of(List<Forecast> all, String place, Span span, int horizon) {
    return all.stream()
        .filter(f -> f.location().equals(place) && f.span() == span && f.horizon() == horizon)
        .findFirst()
        .orElseThrow();
  }

  private static double total(CaseCounts truth, LocalDate end, int days) {
    double sum = 0;
    for (int d = 0; d < days; d++) {
      sum += truth.on(end.minusDays(d));
    }
    return sum;
  }

  @Test
  void tomorrow_and_the_next_seven_days_are_hit_within_a_tenth_on_a_drawn_wave() {
    double missedDay = 0;
    double day = 0;
    double missedWeek = 0;
    double week = 0;
    CaseCounts truth = drawn("A", 300, 1, DailyForecasterTest::wave);
    for (int known = 120; known < 290; known += 5) {
      LocalDate last = FIRST.plusDays(known - 1L);
      List<Forecast> forecasts = forecaster.forecast(List.of(truth.until(last)));
      Forecast tomorrow = of(forecasts, "A", Span.DAY, 1);
      Forecast seven = of(forecasts, "A", Span.SEVEN_DAYS, 1);
      assertThat(tomorrow.targetEnd()).isEqualTo(last.plusDays(1));
      assertThat(seven.targetEnd()).isEqualTo(last.plusDays(7));
      double came = truth.on(last.plusDays(1));
      missedDay += Math.abs(tomorrow.median() - came);
      day += came;
      double cameSeven = total(truth, last.plusDays(7), 7);
      missedWeek += Math.abs(seven.median() - cameSeven);
      week += cameSeven;
    }

    assertThat(missedDay / day).isLessThan(0.1);
    assertThat(missedWeek / week).isLessThan(0.1);
  }

  @Test
  void intervals_hold_what_they_say_over_many_places() {
    List<CaseCounts> truth = new ArrayList<>();
    for (int place = 0; place < 20; place++) {
      int shift = 13 * place;
      double size = Math.pow(1.6, place - 10);
      truth.add(drawn("P" + place, 260, place, d -> size * wave(d + shift)));
    }
    int half = 0;
    int most = 0;
    int all = 0;
    for (int known = 150; known < 250; known += 20) {
      LocalDate last = FIRST.plusDays(known - 1L);
      for (Forecast forecast :
          forecaster.forecast(truth.stream().map(one -> one.until(last)).toList())) {
        if (forecast.targetEnd().isAfter(FIRST.plusDays(259))) {
          continue;
        }
        CaseCounts one = truth.get(Integer.parseInt(forecast.location().substring(1)));
        double came = total(one, forecast.targetEnd(), forecast.span() == Span.DAY ? 1 : 7);
        half += forecast.quantile(6) <= came && came <= forecast.quantile(16) ? 1 : 0;
        most += forecast.quantile(1) <= came && came <= forecast.quantile(21) ? 1 : 0;
        all++;
      }
    }

    assertThat(half / (double) all).isBetween(0.4, 0.7);
    assertThat(most / (double) all).isGreaterThan(0.9);
  }

  @Test
  void a_young_outbreak_under_control_is_foreseen_to_slow_down() {
    List<CaseCounts> places = new ArrayList<>();
    for (int place = 0; place < 12; place++) {
      double size = 3 + 2 * place;
      places.add(drawn("P" + place, 24, 50 + place, d -> size * Math.exp(0.3 * d - 0.01 * d * d)));
    }

    List<Forecast> forecasts = forecaster.forecast(places);

    for (CaseCounts place : places) {
      double week = total(place, place.last(), 7);
      Forecast next = of(forecasts, place.location(), Span.SEVEN_DAYS, 1);
      assertThat(next.median()).as(place.location()).isLessThan(0.8 * week);
      assertThat(next.median()).as(place.location()).isGreaterThan(0.1 * week);
    }
  }

  @Test
  void a_last_day_not_wholly_counted_is_not_taken_for_a_fall() {
    List<CaseCounts> whole = new ArrayList<>();
    List<CaseCounts> morning = new ArrayList<>();
    for (int place = 0; place < 10; place++) {
      CaseCounts one = drawn("P" + place, 150, place, d -> 80);
      whole.add(one);
      morning.add(altered(one, 1, place == 0 ? 6 : 0));
    }

    Forecast told = of(forecaster.forecast(whole), "P3", Span.SEVEN_DAYS, 1);
    Forecast early = of(forecaster.forecast(morning), "P3", Span.SEVEN_DAYS, 1);

    assertThat(DailyForecaster.uncountedDays(morning)).isEqualTo(1);
    assertThat(DailyForecaster.uncountedDays(whole)).isZero();
    assertThat(early.targetEnd()).isEqualTo(told.targetEnd());
    assertThat(early.median()).isCloseTo(told.median(), within(0.15 * told.median()));
  }

  @Test
  void quiet_sundays_are_no_missing_days() {
    List<CaseCounts> places = new ArrayList<>();
    for (int place = 0; place < 8; place++) {
      places.add(drawn("P" + place, 147, place, d -> d % 7 == 6 ? 5 : 100));
    }

    Forecast monday = of(forecaster.forecast(places), "P1", Span.DAY, 1);
    Forecast sunday =
        of(
            forecaster.forecast(
                places.stream().map(one -> one.until(one.last().minusDays(1))).toList()),
            "P1",
            Span.DAY,
            1);

    assertThat(monday.median()).isBetween(80.0, 120.0);
    assertThat(sunday.median()).isLessThan(20);
  }

  @Test
  void a_dump_a_taken_back_count_and_a_silent_week_do_not_run_away() {
    CaseCounts plain = drawn("A", 200, 9, d -> 400 * WEEK[d % 7]);
    double[] silent = plain.values();
    Arrays.fill(silent, 186, 193, 0);
    List<CaseCounts> odd =
        List.of(
            altered(plain, 1, 8000),
            altered(plain, 4, 8000),
            altered(plain, 1, -2000),
            plain.withValues(silent));

    for (CaseCounts one : odd) {
      Forecast seven = of(forecaster.forecast(List.of(one)), "A", Span.SEVEN_DAYS, 1);
      assertThat(seven.median()).isBetween(2000.0, 5600.0);
    }
    CaseCounts hushed = plain.until(plain.last().minusDays(7));
    double[] zeros = Arrays.copyOf(hushed.values(), 200);
    Forecast back =
        of(forecaster.forecast(List.of(plain.withValues(zeros))), "A", Span.SEVEN_DAYS, 1);
    assertThat(back.median()).isBetween(1200.0, 2800.0);
    Arrays.fill(silent, 193, 200, 0);
    List<Forecast> ceased = forecaster.forecast(List.of(plain.withValues(silent)));
    assertThat(of(ceased, "A", Span.SEVEN_DAYS, 4).median()).isZero();
  }

  @Test
  void counts_below_five_get_whole_intervals_and_no_false_growth() {
    CaseCounts few = drawn("A", 160, 4, d -> 0.8);

    List<Forecast> forecasts = forecaster.forecast(List.of(few));

    Forecast seven = of(forecasts, "A", Span.SEVEN_DAYS, 1);
    assertThat(seven.median()).isBetween(2.0, 11.0);
    assertThat(seven.quantile(1)).isLessThan(3);
    assertThat(of(forecasts, "A", Span.DAY, 1).quantile(22)).isBetween(1.0, 9.0);
  }

  @Test
  void scaled_counts_give_scaled_forecasts() {
    CaseCounts plain = drawn("A", 200, 11, d -> 20 * wave(d));
    double[] values = Arrays.stream(plain.values()).map(v -> Math.rint(0.37 * v)).toArray();

    double whole = of(forecaster.forecast(List.of(plain)), "A", Span.DAY, 1).median();
    double part =
        of(forecaster.forecast(List.of(plain.withValues(values))), "A", Span.DAY, 1).median();

    assertThat(part / whole).isCloseTo(0.37, within(0.01));
  }

  @Test
  void a_late_reporter_is_forecast_from_its_own_last_day() {
    CaseCounts late = drawn("L", 200, 3, d -> 100);
    List<CaseCounts> both =
        List.of(drawn("A", 200, 5, d -> 300), late.until(late.last().minusDays(9)));

    Forecast tomorrow = of(forecaster.forecast(both), "L", Span.DAY, 1);

    assertThat(tomorrow.targetEnd()).isEqualTo(late.last().minusDays(8));
    assertThat(tomorrow.median()).isBetween(75.0, 125.0);
  }

  @Test
  void a_single_count_is_enough_and_none_gives_none() {
    CaseCounts one = new CaseCounts("A", Measure.CASES, Rhythm.DAILY, FIRST, new double[] {3});
    CaseCounts none =
        new CaseCounts("B", Measure.CASES, Rhythm.DAILY, FIRST, new double[] {Double.NaN});
    CaseCounts nothing = new CaseCounts("C", Measure.CASES, Rhythm.DAILY, FIRST, new double[0]);

    List<Forecast> forecasts = forecaster.forecast(List.of(one, none, nothing));

    assertThat(forecasts).hasSize(5).allMatch(forecast -> forecast.location().equals("A"));
    assertThat(of(forecasts, "A", Span.DAY, 1).quantile(22)).isGreaterThan(4);
    assertThat(forecaster.forecast(List.of(none))).isEmpty();
    assertThat(forecaster.forecast(List.of())).isEmpty();
  }

  @Test
  void weekly_series_are_refused() {
    CaseCounts weekly = new CaseCounts("A", Measure.CASES, Rhythm.WEEKLY, FIRST, new double[] {3});

    assertThatThrownBy(() -> forecaster.forecast(List.of(weekly)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not daily");
  }

  @Test
  void nothing_later_than_the_counts_given_is_needed_and_order_does_not_matter() {
    List<CaseCounts> places = new ArrayList<>();
    for (int place = 0; place < 6; place++) {
      int shift = 20 * place;
      places.add(drawn("P" + place, 150, place, d -> wave(d + shift)));
    }

    double[] straight = of(forecaster.forecast(places), "P2", Span.DAY, 1).quantiles();
    double[] turned = of(forecaster.forecast(places.reversed()), "P2", Span.DAY, 1).quantiles();

    assertThat(turned).containsExactly(straight, within(1e-6));
  }
}
