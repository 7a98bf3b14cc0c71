package org.hilum.epidemic.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;
import org.hilum.epidemic.surveillance.SurveillanceReason;
import org.hilum.epidemic.surveillance.Vintage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ForecasterTest {

  private static final LocalDate FIRST = LocalDate.of(2021, 1, 4);
  private static final int DAYS = 126;
  private static final LocalDate MONDAY = FIRST.plusDays(DAYS);

  private static CaseCounts wave(String place, Measure measure, double level) {
    double[] values = new double[DAYS];
    for (int day = 0; day < DAYS; day++) {
      values[day] = Math.rint(level * (2 + Math.sin(day / 15.0 + place.hashCode() % 5)));
    }
    return new CaseCounts(place, measure, Rhythm.DAILY, FIRST, values);
  }

  private static Vintage vintage(CaseCounts... more) {
    List<CaseCounts> series = new ArrayList<>();
    for (String place : List.of("AA", "BB", "CC", "DD")) {
      series.add(wave(place, Measure.CASES, 400));
      series.add(wave(place, Measure.DEATHS, 8));
    }
    series.addAll(List.of(more));
    return new Vintage(MONDAY, series, Map.of(), List.of());
  }

  @Test
  void forecasts_days_and_weeks_of_every_place() {
    ForecastRun run = new Forecaster().forecast(vintage(), MONDAY);
    for (Span span : Span.values()) {
      int expected = 4 * 2 * (span == Span.DAY ? 1 : 4);
      assertThat(run.forecasts().stream().filter(one -> one.span() == span)).hasSize(expected);
    }
    assertThat(run.forecasts().stream().filter(one -> one.span() == Span.WEEK))
        .extracting(Forecast::horizon)
        .containsOnly(1, 2, 3, 4);
  }

  @Test
  void a_place_without_counts_gets_a_remark_and_no_forecast() {
    CaseCounts empty =
        new CaseCounts("ZZ", Measure.CASES, Rhythm.DAILY, FIRST, new double[] {Double.NaN, 3});
    ForecastRun run = new Forecaster().forecast(vintage(empty), MONDAY);
    assertThat(run.forecasts()).extracting(Forecast::location).doesNotContain("ZZ");
    assertThat(run.remarks())
        .anySatisfy(
            remark -> {
              assertThat(remark.reason()).isEqualTo(SurveillanceReason.EMPTY_PLACE);
              assertThat(remark.where()).contains("ZZ");
            });
  }

  @Test
  void explains_what_each_forecast_rests_on() {
    ForecastRun run = new Forecaster().forecast(vintage(), MONDAY);
    assertThat(run.explanations()).hasSize(8);
    for (Explanation explanation : run.explanations()) {
      double sum = explanation.weights().values().stream().mapToDouble(x -> x).sum();
      assertThat(sum).isBetween(0.999, 1.001);
      assertThat(explanation.lastCounted()).isEqualTo(MONDAY.minusDays(1));
      assertThat(explanation.note()).isNotEmpty();
    }
  }

  @Test
  void threads_change_nothing() throws InterruptedException {
    ForecastRun alone = new Forecaster().forecast(vintage(), MONDAY);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      ForecastRun together = new Forecaster().forecast(vintage(), MONDAY, pool);
      assertThat(together.explanations()).isEqualTo(alone.explanations());
      assertThat(together.forecasts())
          .usingElementComparator(ForecasterTest::difference)
          .containsExactlyElementsOf(alone.forecasts());
    } finally {
      pool.shutdown();
    }
  }

  private static int difference(Forecast one, Forecast other) {
    boolean same =
        one.location().equals(other.location())
            && one.targetEnd().equals(other.targetEnd())
            && java.util.Arrays.equals(one.quantiles(), other.quantiles());
    return same ? 0 : 1;
  }

  @Test
  void an_empty_vintage_gives_nothing() {
    Vintage nothing = new Vintage(MONDAY, List.of(), Map.of(), List.of());
    ForecastRun run = new Forecaster().forecast(nothing, MONDAY);
    assertThat(run.forecasts()).isEmpty();
    assertThat(run.remarks()).isEmpty();
  }
}
