package org.hilum.epidemic.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hilum.epidemic.forecasting.Finding.Absent;
import org.hilum.epidemic.forecasting.daily.DailyForecaster;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TransmissionTest {

  private static final LocalDate FIRST = LocalDate.of(2021, 3, 1);

  private static CaseCounts daily(double... values) {
    return new CaseCounts("A", Measure.CASES, Rhythm.DAILY, FIRST, values);
  }

  /** Counts that grow by a rate a day, with a quiet weekend. */
  private static CaseCounts growing(int days, double start, double rate) {
    double[] values = new double[days];
    for (int d = 0; d < days; d++) {
      values[d] = Math.rint(start * Math.exp(rate * d) * (d % 7 > 4 ? 0.5 : 1.2));
    }
    return daily(values);
  }

  private static CaseCounts humped(int days, double top, double width) {
    double[] values = new double[days];
    for (int d = 0; d < days; d++) {
      values[d] = Math.rint(2000 * Math.exp(-(d - top) * (d - top) / (2 * width * width)));
    }
    return daily(values);
  }

  private static <T> T found(Finding<T> finding) {
    return finding.value().orElseThrow(() -> new AssertionError(finding.toString()));
  }

  private static TransmissionReason reason(Finding<?> finding) {
    return ((Absent<?>) finding).reason();
  }

  private static List<Forecast> forecasts(CaseCounts counts) {
    return new DailyForecaster().forecast(List.of(counts));
  }

  /** Four forecasts of seven days with given medians a day and a spread on the log scale. */
  private static List<Forecast> foreseen(CaseCounts counts, double spread, double... medians) {
    List<Forecast> all = new ArrayList<>();
    for (int w = 1; w <= 4; w++) {
      double[] quantiles = new double[QuantileLevels.COUNT];
      for (int q = 0; q < quantiles.length; q++) {
        double reach = (q - QuantileLevels.MEDIAN) / 5.0;
        quantiles[q] = 7 * medians[w - 1] * Math.exp(spread * reach);
      }
      LocalDate end = counts.last().plusDays(7L * w);
      all.add(new Forecast("A", Measure.CASES, Span.SEVEN_DAYS, w, end, quantiles));
    }
    return all;
  }

  @Nested
  class Growth {

    @ParameterizedTest
    @ValueSource(doubles = {-0.12, -0.04, 0.03, 0.1, 0.2})
    void of_a_drawn_epidemic_is_found_with_its_doubling_or_halving_time(double rate) {
      GrowthEstimate growth = found(Transmission.growth(growing(42, 5000, rate)));

      assertThat(growth.daily()).isCloseTo(rate, within(0.002));
      assertThat(growth.low()).isLessThan(rate);
      assertThat(growth.high()).isGreaterThan(rate);
      assertThat(growth.trend()).isEqualTo(rate > 0 ? Trend.RISING : Trend.FALLING);
      var period = found(rate > 0 ? growth.doubling() : growth.halving());
      assertThat(period.days()).isCloseTo(Math.log(2) / Math.abs(rate), within(0.5));
      assertThat(period.shortest()).isLessThan(period.days());
      assertThat(period.longest()).isGreaterThan(period.days());
      assertThat(reason(rate > 0 ? growth.halving() : growth.doubling()))
          .isEqualTo(TransmissionReason.DIRECTION_UNKNOWN);
    }

    @Test
    void of_level_counts_is_stable_and_neither_doubles_nor_halves() {
      GrowthEstimate growth = found(Transmission.growth(growing(42, 5000, 0)));

      assertThat(growth.trend()).isEqualTo(Trend.STABLE);
      assertThat(growth.doubling().value()).isEmpty();
      assertThat(growth.halving().value()).isEmpty();
    }

    @Test
    void of_few_noisy_counts_is_unclear() {
      double[] few = new double[28];
      for (int d = 0; d < few.length; d++) {
        few[d] = d * 7 % 5;
      }

      assertThat(found(Transmission.growth(daily(few))).trend()).isEqualTo(Trend.UNCLEAR);
    }

    @Test
    void of_weeks_is_found_too() {
      var weekly =
          new CaseCounts(
              "A", Measure.ADMISSIONS, Rhythm.WEEKLY, FIRST, new double[] {800, 1000, 2000});

      GrowthEstimate growth = found(Transmission.growth(weekly));

      assertThat(growth.daily()).isCloseTo(Math.log(2) / 7, within(0.001));
      assertThat(growth.trend()).isEqualTo(Trend.RISING);
    }

    @Test
    void is_absent_with_a_reason_and_never_zero() {
      double[] gap = growing(30, 100, 0.05).values();
      gap[25] = Double.NaN;
      double[] takenBack = growing(30, 100, 0.05).values();
      takenBack[25] = -2000;

      assertThat(reason(Transmission.growth(daily(5, 6, 7))))
          .isEqualTo(TransmissionReason.TOO_FEW_DAYS);
      assertThat(reason(Transmission.growth(daily(new double[0]))))
          .isEqualTo(TransmissionReason.TOO_FEW_DAYS);
      assertThat(reason(Transmission.growth(daily(new double[30]))))
          .isEqualTo(TransmissionReason.TOO_FEW_COUNTS);
      assertThat(reason(Transmission.growth(daily(gap))))
          .isEqualTo(TransmissionReason.MISSING_DAYS);
      assertThat(reason(Transmission.growth(daily(takenBack))))
          .isEqualTo(TransmissionReason.MISSING_DAYS);
    }
  }

  @Nested
  class Reproduction {

    /**
     * Growth r and a gamma interval belong to R = (1 + r scale)^shape (Wallinga, Lipsitch 2007).
     */
    @ParameterizedTest
    @ValueSource(doubles = {-0.08, 0, 0.05, 0.15})
    void agrees_with_the_growth_rate(double rate) {
      double shape = 3;
      double scale = 2;
      var newest =
          found(
                  Transmission.reproduction(
                      growing(70, 5000, rate), CovidDelays.gamma(6, Math.sqrt(12))))
              .getLast();

      assertThat(newest.median()).isCloseTo(Math.pow(1 + rate * scale, shape), within(0.04));
      assertThat(newest.day()).isEqualTo(FIRST.plusDays(69));
    }

    @Test
    void is_absent_with_a_reason() {
      var weekly = new CaseCounts("A", Measure.CASES, Rhythm.WEEKLY, FIRST, new double[9]);

      assertThat(reason(Transmission.reproduction(weekly, CovidDelays.SERIAL_INTERVAL)))
          .isEqualTo(TransmissionReason.NO_DAILY_COUNTS);
      assertThat(reason(Transmission.reproduction(daily(1, 2), CovidDelays.SERIAL_INTERVAL)))
          .isEqualTo(TransmissionReason.TOO_FEW_DAYS);
      assertThat(
              reason(Transmission.reproduction(daily(new double[40]), CovidDelays.SERIAL_INTERVAL)))
          .isEqualTo(TransmissionReason.TOO_FEW_COUNTS);
    }

    @Test
    void of_the_example_of_EpiNow2_falls_below_one_after_the_lockdown() throws Exception {
      var cases = example();

      var byDay = found(Transmission.reproduction(cases, CovidDelays.SERIAL_INTERVAL));

      assertThat(on(byDay, LocalDate.of(2020, 3, 10)).low()).isGreaterThan(1.3);
      assertThat(on(byDay, LocalDate.of(2020, 4, 20)).high()).isLessThan(1);
      assertThat(byDay).allMatch(one -> one.median() < 8);
    }

    private static ReproductionEstimate on(List<ReproductionEstimate> all, LocalDate day) {
      return all.stream().filter(one -> one.day().equals(day)).findFirst().orElseThrow();
    }

    private static CaseCounts example() throws Exception {
      Path file = SharedCounts.find("example_confirmed.csv").orElse(null);
      Assumptions.assumeTrue(file != null, "skipped: no epidemic/example_confirmed.csv");
      List<String> lines = Files.readAllLines(file).stream().skip(1).toList();
      LocalDate first = LocalDate.parse(lines.getFirst().split(",")[0]);
      double[] values =
          lines.stream().mapToDouble(line -> Double.parseDouble(line.split(",")[1])).toArray();
      return new CaseCounts("example", Measure.CASES, Rhythm.DAILY, first, values);
    }
  }

  @Nested
  class Peak {

    @Test
    void ahead_is_placed_where_the_forecasts_turn() {
      CaseCounts rising = growing(60, 20, 0.05);
      double now = rising.at(59) / 1.2;

      PeakWindow peak =
          found(
              Transmission.peak(
                  rising, foreseen(rising, 0.05, 1.3 * now, 1.5 * now, 1.3 * now, now)));

      assertThat(peak.from()).isBetween(rising.last().plusDays(8), rising.last().plusDays(14));
      assertThat(peak.to()).isEqualTo(peak.from().plusDays(4));
      assertThat(peak.probability()).isGreaterThan(0.6);
      assertThat(peak.passed()).isLessThan(0.1);
    }

    @Test
    void behind_or_beyond_is_said_with_its_probability() {
      CaseCounts falling = humped(80, 62, 12);
      CaseCounts rising = growing(60, 20, 0.06);
      double now = rising.at(59) / 1.2;

      PeakWindow past = found(Transmission.peak(falling, forecasts(falling)));
      PeakWindow later =
          found(
              Transmission.peak(
                  rising, foreseen(rising, 0.1, 1.5 * now, 2.2 * now, 3 * now, 4.5 * now)));

      assertThat(past.passed()).isGreaterThan(0.8);
      assertThat(later.later()).isGreaterThan(0.8);
      for (PeakWindow one : List.of(past, later)) {
        assertThat(one.probability() + one.passed() + one.later()).isBetween(0.0, 1.0 + 1e-9);
      }
    }

    @Test
    void is_absent_with_a_reason() {
      CaseCounts rising = growing(60, 20, 0.05);
      CaseCounts none = daily(new double[60]);

      assertThat(reason(Transmission.peak(rising, List.of())))
          .isEqualTo(TransmissionReason.NO_FORECAST);
      assertThat(reason(Transmission.peak(none, forecasts(none))))
          .isEqualTo(TransmissionReason.TOO_FEW_COUNTS);
      assertThat(reason(Transmission.peak(daily(3, 4, 5), List.of())))
          .isEqualTo(TransmissionReason.TOO_FEW_DAYS);
    }
  }

  @Nested
  class Beds {

    @Test
    void of_steady_admissions_are_admissions_times_the_mean_stay() {
      double[] values = new double[150];
      Arrays.fill(values, 40);
      CaseCounts admissions = daily(values);
      BedPlan plan = new BedPlan(1, 0, 0.25, CovidDelays.gamma(8, 4), CovidDelays.gamma(12, 5));

      List<BedDemand> beds =
          found(Transmission.beds(admissions, foreseen(admissions, 0.1, 40, 40, 40, 40), plan));

      assertThat(beds).hasSize(28);
      assertThat(beds.getFirst().day()).isEqualTo(admissions.last().plusDays(1));
      // a stay of 8 days on the average occupies its bed on 8.5 mornings, the day of admission too
      assertThat(beds.getFirst().hospital().median()).isCloseTo(40 * 8.5, within(12.0));
      assertThat(beds.getFirst().intensive().median()).isCloseTo(10 * 12.5, within(5.0));
      assertThat(beds.getLast().hospital().low()).isLessThan(beds.getLast().hospital().median());
      assertThat(width(beds.getLast())).isGreaterThan(width(beds.getFirst()));
    }

    @Test
    void of_cases_follow_the_assumed_share_and_delay() {
      double[] values = new double[150];
      Arrays.fill(values, 500);
      CaseCounts cases = daily(values);
      var stay = CovidDelays.gamma(8, 4);

      var demand =
          found(
              Transmission.beds(
                  cases,
                  foreseen(cases, 0, 500, 500, 500, 500),
                  new BedPlan(.04, 6, .2, stay, stay)));

      assertThat(demand.get(10).hospital().median()).isCloseTo(20 * 8.5, within(6.0));
    }

    @Test
    void shares_beyond_one_are_refused_and_no_forecast_gives_no_beds() {
      CaseCounts cases = growing(60, 20, 0.05);

      assertThatThrownBy(() -> BedPlan.ofAdmissions(1.2))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(reason(Transmission.beds(cases, List.of(), BedPlan.ofAdmissions(0.2))))
          .isEqualTo(TransmissionReason.NO_FORECAST);
    }

    private static double width(BedDemand demand) {
      return demand.hospital().high() - demand.hospital().low();
    }
  }

  @Nested
  class WhatIf {

    private static final ScenarioAssumptions OPEN =
        new ScenarioAssumptions(CovidDelays.SERIAL_INTERVAL, OptionalLong.empty(), 1);

    private final CaseCounts rising = growing(60, 100, 0.05);
    private final LocalDate tomorrow = rising.last().plusDays(1);

    private double atEnd(Scenario scenario, ScenarioAssumptions assumptions) {
      return found(Transmission.scenario(rising, scenario, assumptions, 40))
          .days()
          .getLast()
          .median();
    }

    private Scenario contacts(double reduction, Optional<LocalDate> reopening) {
      return new Scenario("fewer contacts", tomorrow, reduction, reopening, 0, 0);
    }

    @Test
    void as_today_goes_on_growing_as_today() {
      var days = found(Transmission.scenario(rising, Scenario.asToday(tomorrow), OPEN, 40)).days();

      double growth = Math.log(days.get(39).median() / days.get(9).median()) / 30;
      assertThat(growth).isCloseTo(0.05, within(0.01));
      assertThat(days.getFirst().date()).isEqualTo(tomorrow);
      assertThat(days).allMatch(day -> day.low() <= day.median() && day.median() <= day.high());
    }

    @Test
    void fewer_contacts_turn_it_and_reopening_brings_it_back() {
      double open = atEnd(Scenario.asToday(tomorrow), OPEN);
      double closed = atEnd(contacts(0.5, Optional.empty()), OPEN);
      double reopened = atEnd(contacts(0.5, Optional.of(tomorrow.plusDays(20))), OPEN);

      assertThat(closed).isLessThan(rising.at(59) / 2);
      assertThat(reopened).isBetween(closed * 1.5, open / 1.5);
    }

    @Test
    void control_of_entry_matters_where_nothing_else_spreads() {
      Scenario unguarded = new Scenario("open", tomorrow, 0.9, Optional.empty(), 50, 0);
      Scenario guarded = new Scenario("guarded", tomorrow, 0.9, Optional.empty(), 50, 0.8);

      assertThat(atEnd(unguarded, OPEN) / atEnd(guarded, OPEN)).isCloseTo(5, within(0.7));
    }

    @Test
    void people_already_infected_slow_it_down() {
      var small =
          new ScenarioAssumptions(CovidDelays.SERIAL_INTERVAL, OptionalLong.of(120_000), 0.5);

      assertThat(atEnd(Scenario.asToday(tomorrow), small))
          .isLessThan(0.7 * atEnd(Scenario.asToday(tomorrow), OPEN));
    }

    @Test
    void is_absent_with_a_reason_or_refused() {
      CaseCounts none = daily(new double[40]);

      assertThat(reason(Transmission.scenario(none, Scenario.asToday(tomorrow), OPEN, 10)))
          .isEqualTo(TransmissionReason.TOO_FEW_DAYS);
      assertThatThrownBy(() -> contacts(1.5, Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> contacts(0.5, Optional.of(tomorrow.minusDays(1))))
          .hasMessageContaining("reopening before");
      assertThatThrownBy(
              () -> Transmission.scenario(rising, Scenario.asToday(tomorrow), OPEN, 10_000))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
