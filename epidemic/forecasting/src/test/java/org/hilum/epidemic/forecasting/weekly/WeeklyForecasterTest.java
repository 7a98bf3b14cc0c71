package org.hilum.epidemic.forecasting.weekly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.weekly.WeeklyForecaster.WeekForecast;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WeeklyForecasterTest {

  /** A Monday; the last drawn day is the Sunday before. */
  private static final LocalDate MONDAY = DrawnPlaces.FIRST.plusDays(DrawnPlaces.DAYS);

  private static final String LAST = "place l";

  private static List<Forecast> forecast(List<CaseCounts> series) {
    return new WeeklyForecaster()
        .forecast(series, MONDAY).stream().map(WeekForecast::forecast).toList();
  }

  private static Forecast of(List<Forecast> all, String place, Measure measure, int horizon) {
    return all.stream()
        .filter(one -> one.location().equals(place) && one.measure() == measure)
        .filter(one -> one.horizon() == horizon)
        .findFirst()
        .orElseThrow();
  }

  /** The drawn places, one of them changed. */
  private static List<CaseCounts> with(String place, UnaryOperator<double[]> change) {
    return DrawnPlaces.of(1000).stream()
        .map(
            one ->
                one.location().equals(place) && one.measure() == Measure.CASES
                    ? one.withValues(change.apply(one.values()))
                    : one)
        .toList();
  }

  private static List<CaseCounts> withGrowth(double factorPerWeek) {
    double[] course = new double[DrawnPlaces.DAYS];
    for (int day = 0; day < course.length; day++) {
      double since = Math.max(0, day - course.length + 35) / 7.0;
      course[day] = Math.rint(2000 * Math.pow(factorPerWeek, since));
    }
    List<CaseCounts> all = new ArrayList<>(DrawnPlaces.of(1000));
    all.add(DrawnPlaces.counts("steady", Measure.CASES, course));
    return all;
  }

  private static double lastWeek(List<CaseCounts> all, String place) {
    double[] values =
        all.stream()
            .filter(one -> one.location().equals(place) && one.measure() == Measure.CASES)
            .findFirst()
            .orElseThrow()
            .values();
    double sum = 0;
    for (int day = values.length - 7; day < values.length; day++) {
      sum += values[day];
    }
    return sum;
  }

  @Test
  void follows_growth_and_damps_it() {
    List<CaseCounts> all = withGrowth(1.3);
    double last = lastWeek(all, "steady");
    List<Forecast> forecasts = forecast(all);
    assertThat(of(forecasts, "steady", Measure.CASES, 1).median())
        .isBetween(1.05 * last, 1.45 * last);
    assertThat(of(forecasts, "steady", Measure.CASES, 4).median())
        .isLessThan(Math.pow(1.3, 4) * last);
  }

  @Test
  void follows_decline() {
    List<CaseCounts> all = withGrowth(0.75);
    double last = lastWeek(all, "steady");
    List<Forecast> forecasts = forecast(all);
    assertThat(of(forecasts, "steady", Measure.CASES, 1).median())
        .isBetween(0.6 * last, 0.95 * last);
    assertThat(of(forecasts, "steady", Measure.CASES, 4).median())
        .isGreaterThan(Math.pow(0.75, 5) * last);
  }

  @Test
  void names_weeks_as_the_european_hub_does() {
    List<Forecast> forecasts = forecast(DrawnPlaces.of(1000));
    assertThat(forecasts).hasSize(12 * 2 * 4);
    assertThat(of(forecasts, LAST, Measure.DEATHS, 1).targetEnd()).isEqualTo(MONDAY.plusDays(5));
    assertThat(of(forecasts, LAST, Measure.DEATHS, 4).targetEnd()).isEqualTo(MONDAY.plusDays(26));
  }

  @Test
  void larger_counts_of_the_same_course_give_larger_forecasts_in_proportion() {
    List<CaseCounts> scaled =
        DrawnPlaces.of(50_000).stream().map(one -> one.withValues(scaled(one.values()))).toList();
    List<Forecast> whole = forecast(DrawnPlaces.of(50_000));
    List<Forecast> part = forecast(scaled);
    for (int horizon = 1; horizon <= 4; horizon++) {
      double[] large = of(whole, LAST, Measure.CASES, horizon).quantiles();
      double[] small = of(part, LAST, Measure.CASES, horizon).quantiles();
      for (int q = 0; q < large.length; q++) {
        assertThat(small[q] / large[q]).isCloseTo(0.37, within(0.01));
      }
    }
  }

  private static double[] scaled(double[] values) {
    for (int day = 0; day < values.length; day++) {
      values[day] = Math.rint(0.37 * values[day]);
    }
    return values;
  }

  @Test
  void neither_names_nor_order_nor_dates_matter() {
    List<CaseCounts> all = DrawnPlaces.of(1000);
    List<CaseCounts> others = new ArrayList<>();
    for (CaseCounts one : all) {
      others.add(
          new CaseCounts(
              one.location().replace("place", "site"),
              one.measure(),
              one.rhythm(),
              one.first().minusDays(364),
              one.values()));
    }
    Collections.shuffle(others, new Random(1));
    List<WeekForecast> shifted = new WeeklyForecaster().forecast(others, MONDAY.minusDays(364));
    List<Forecast> plain = forecast(all);
    assertThat(shifted).hasSameSizeAs(plain);
    for (WeekForecast one : shifted) {
      Forecast moved = one.forecast();
      String name = moved.location().replace("site", "place");
      assertThat(moved.quantiles())
          .containsExactly(of(plain, name, moved.measure(), moved.horizon()).quantiles());
    }
  }

  @Test
  void bad_days_at_the_end_explode_nothing() {
    double usual = of(forecast(DrawnPlaces.of(1000)), LAST, Measure.CASES, 1).median();
    List<UnaryOperator<double[]>> changes =
        List.of(
            values -> changed(values, 3, 30_000),
            values -> changed(values, 3, -2000),
            WeeklyForecasterTest::silent);
    for (UnaryOperator<double[]> change : changes) {
      List<Forecast> forecasts = forecast(with(LAST, change));
      for (int horizon = 1; horizon <= 4; horizon++) {
        assertThat(of(forecasts, LAST, Measure.CASES, horizon).median())
            .isBetween(usual / 4, 3 * usual);
      }
    }
  }

  private static double[] changed(double[] values, int back, double value) {
    values[values.length - back] = value;
    return values;
  }

  private static double[] silent(double[] values) {
    for (int back = 1; back <= 7; back++) {
      values[values.length - back] = 0;
    }
    return values;
  }

  @Test
  void places_without_or_with_few_counts_stay_small() {
    List<CaseCounts> all = new ArrayList<>(DrawnPlaces.of(1000));
    all.add(DrawnPlaces.counts("nothing", Measure.CASES, new double[DrawnPlaces.DAYS]));
    double[] three = new double[DrawnPlaces.DAYS];
    for (int back = 2; back <= 6; back += 2) {
      three[three.length - back] = 1;
    }
    all.add(DrawnPlaces.counts("three", Measure.CASES, three));
    List<Forecast> forecasts = forecast(all);
    for (int horizon = 1; horizon <= 4; horizon++) {
      assertThat(of(forecasts, "nothing", Measure.CASES, horizon).median()).isZero();
      assertThat(of(forecasts, "nothing", Measure.CASES, horizon).quantile(21)).isLessThan(10);
      assertThat(of(forecasts, "three", Measure.CASES, horizon).median()).isBetween(0.0, 10.0);
    }
  }

  @Test
  void ascends_whatever_is_counted() {
    Random chance = new Random(7);
    for (int round = 0; round < 3; round++) {
      List<CaseCounts> wild = new ArrayList<>();
      for (int place = 0; place < 6; place++) {
        double[] values = new double[20 + chance.nextInt(120)];
        for (int day = 0; day < values.length; day++) {
          double drawn = Math.rint(Math.exp(8 * chance.nextGaussian() / 3));
          values[day] =
              switch (chance.nextInt(8)) {
                case 0 -> 0;
                case 1 -> Double.NaN;
                case 2 -> -drawn;
                default -> drawn;
              };
        }
        wild.add(
            new CaseCounts(
                "wild " + place,
                Measure.values()[place % 3],
                place % 2 == 0 ? Rhythm.DAILY : Rhythm.WEEKLY,
                MONDAY.minusDays(values.length * (place % 2 == 0 ? 1L : 7L)),
                values));
      }
      // a Forecast refuses to be made from quantiles that do not ascend or are not finite
      assertThat(forecast(wild)).isNotEmpty();
    }
  }

  @Test
  void weekly_admissions_begin_with_horizon_zero_and_are_raised_to_what_will_be_reported() {
    LocalDate saturday = LocalDate.of(2024, 11, 23);
    List<CaseCounts> all = new ArrayList<>();
    for (int place = 0; place < 8; place++) {
      double[] weeks = new double[30];
      java.util.Arrays.fill(weeks, 1000 + 50 * place);
      all.add(
          new CaseCounts(
              "state " + place, Measure.ADMISSIONS, Rhythm.WEEKLY, saturday.minusWeeks(30), weeks));
    }
    List<WeekForecast> forecasts = new WeeklyForecaster().forecast(all, saturday);
    Forecast first = forecasts.getFirst().forecast();
    assertThat(first.horizon()).isZero();
    assertThat(first.targetEnd()).isEqualTo(saturday);
    assertThat(first.median()).isBetween(1000.0, 1120.0);
  }

  @Test
  void a_short_history_is_believed_less() {
    List<CaseCounts> young = withGrowth(1.5).stream().map(one -> recent(one, 28)).toList();
    double last = lastWeek(young, "steady");
    assertThat(of(forecast(young), "steady", Measure.CASES, 1).median())
        .isBetween(0.9 * last, 1.4 * last);
  }

  private static CaseCounts recent(CaseCounts counts, int days) {
    double[] values = counts.values();
    double[] end = java.util.Arrays.copyOfRange(values, values.length - days, values.length);
    return new CaseCounts(
        counts.location(),
        counts.measure(),
        counts.rhythm(),
        counts.last().minusDays(days - 1L),
        end);
  }
}
