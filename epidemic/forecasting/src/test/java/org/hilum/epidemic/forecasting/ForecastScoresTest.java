package org.hilum.epidemic.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ForecastScoresTest {

  private static final LocalDate MONDAY = LocalDate.of(2021, 3, 8);

  private static double[] point(double value) {
    return Drawn.even(value, value);
  }

  private static ScoreLine only(List<ScoreLine> lines) {
    assertThat(lines).hasSize(1);
    return lines.getFirst();
  }

  @Test
  void a_missing_row_costs_the_baseline_one_and_a_half_times() {
    var truth = Truth.of(List.of(Drawn.weekly("AT", 90, 100), Drawn.weekly("BE", 190, 200)));
    var ours = List.of(Drawn.week("AT", MONDAY, 1, point(95)));
    var baseline =
        List.of(Drawn.week("AT", MONDAY, 1, point(90)), Drawn.week("BE", MONDAY, 1, point(180)));
    var line = only(ForecastScores.of(ours, truth, baseline).byHorizon());
    assertThat(line.scored()).isEqualTo(1);
    assertThat(line.missing()).isEqualTo(1);
    assertThat(line.natural().total()).isCloseTo(5, within(1e-9));
    // (5 + 1.5 x 20) / (10 + 20)
    assertThat(line.relative().orElseThrow().value()).isCloseTo(35.0 / 30, within(1e-9));
    assertThat(line.relativeLog()).isPresent();
  }

  @Test
  void rows_of_dates_and_horizons_that_were_not_forecast_at_all_are_not_missing() {
    var truth = Truth.of(List.of(Drawn.weekly("AT", 90, 100, 110)));
    var ours = List.of(Drawn.week("AT", MONDAY, 1, point(95)));
    var baseline =
        List.of(
            Drawn.week("AT", MONDAY, 1, point(90)),
            Drawn.week("AT", MONDAY, 2, point(90)),
            Drawn.week("AT", MONDAY.plusDays(7), 1, point(90)));
    assertThat(only(ForecastScores.of(ours, truth, baseline).byHorizon()).missing()).isZero();
  }

  @Test
  void what_is_not_known_or_holds_a_negative_day_is_left_out_and_counted() {
    double[] days = new double[14];
    days[3] = -5;
    var truth = Truth.of(List.of(Drawn.daily("AT", LocalDate.of(2021, 3, 7), days)));
    var ours = new ArrayList<HubForecast>();
    for (int horizon = 1; horizon <= 4; horizon++) {
      ours.add(Drawn.week("AT", MONDAY, horizon, point(1)));
    }
    var scores = ForecastScores.of(ours, truth);
    assertThat(scores.leftOut())
        .containsEntry("negative day", 1)
        .containsEntry("not counted yet", 2);
    assertThat(only(scores.byHorizon()).group().horizon()).hasValue(2);
    assertThat(ForecastScores.of(ours, Truth.of(List.of())).isEmpty()).isTrue();
  }

  @Test
  void a_rule_leaves_weeks_out_with_its_own_words() {
    var truth =
        Truth.of(List.of(Drawn.weekly("AT", 90, 100)))
            .without("revised", target -> target.location().equals("AT"));
    var scores = ForecastScores.of(List.of(Drawn.week("AT", MONDAY, 1, point(95))), truth);
    assertThat(scores.isEmpty()).isTrue();
    assertThat(scores.leftOut()).containsEntry("revised", 1);
  }

  @Test
  void coverage_counts_the_ends_and_calibrated_forecasts_are_seen_as_calibrated() {
    var chance = new SplittableRandom(7);
    var counts = new ArrayList<org.hilum.epidemic.surveillance.CaseCounts>();
    var ours = new ArrayList<HubForecast>();
    double[] uniform = QuantileLevels.hub();
    for (int level = 0; level < uniform.length; level++) {
      uniform[level] *= 1000;
    }
    for (int place = 0; place < 2000; place++) {
      counts.add(Drawn.weekly("p" + place, 500, chance.nextDouble() * 1000));
      ours.add(Drawn.week("p" + place, MONDAY, 1, uniform));
    }
    var line = only(ForecastScores.of(ours, Truth.of(counts)).byTarget());
    assertThat(line.coverage().fifty()).isCloseTo(0.5, within(0.04));
    assertThat(line.coverage().ninetyFive()).isCloseTo(0.95, within(0.02));
    assertThat(line.pit()).hasSize(10).allSatisfy(f -> assertThat(f).isCloseTo(0.1, within(0.03)));
    assertThat(line.pit().stream().mapToDouble(f -> f).sum()).isCloseTo(1, within(1e-9));
    var edge = Truth.of(List.of(Drawn.weekly("AT", 500, uniform[6])));
    var sharp =
        only(ForecastScores.of(List.of(Drawn.week("AT", MONDAY, 1, uniform)), edge).byPlace());
    assertThat(sharp.coverage().fifty()).isEqualTo(1);
  }

  @Test
  void zeros_forecast_and_come_spread_over_the_levels_they_may_have() {
    var truth = Truth.of(List.of(Drawn.weekly("AT", 5, 0)));
    var line =
        only(ForecastScores.of(List.of(Drawn.week("AT", MONDAY, 1, point(0))), truth).byTarget());
    assertThat(line.pit()).allSatisfy(f -> assertThat(f).isCloseTo(0.1, within(1e-9)));
    assertThat(line.point().wape()).isNaN();
    assertThat(line.natural().total()).isZero();
  }

  @Test
  void errors_of_the_medians_are_summed_and_their_median_is_taken() {
    var truth =
        Truth.of(
            List.of(
                Drawn.weekly("a", 1, 100), Drawn.weekly("b", 1, 10), Drawn.weekly("c", 1, 1000)));
    var ours =
        List.of(
            Drawn.week("a", MONDAY, 1, point(110)),
            Drawn.week("b", MONDAY, 1, point(5)),
            Drawn.week("c", MONDAY, 1, point(1000)));
    var line = only(ForecastScores.of(ours, truth).byTarget());
    assertThat(line.point().wape()).isCloseTo(15.0 / 1110, within(1e-12));
    assertThat(line.point().medianApe()).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void a_median_above_ten_times_the_last_four_weeks_is_an_explosion() {
    var truth = Truth.of(List.of(Drawn.weekly("a", 30, 40)));
    var low = ForecastScores.of(List.of(Drawn.week("a", MONDAY, 1, point(300))), truth);
    assertThat(only(low.byTarget()).medianExplosions()).isZero();
    var high = ForecastScores.of(List.of(Drawn.week("a", MONDAY, 1, point(301))), truth);
    assertThat(only(high.byTarget()).medianExplosions()).isEqualTo(1);
    assertThat(high.explosions()).hasSize(1);
    var beside =
        ForecastScores.of(
            List.of(Drawn.week("a", MONDAY, 1, point(101))),
            truth,
            List.of(Drawn.week("a", MONDAY, 1, point(30))));
    assertThat(only(beside.byTarget()).scoreExplosions()).isEqualTo(1);
    assertThat(only(beside.byTarget()).grossExplosions()).isEqualTo(1);
  }

  @Test
  void a_baseline_that_is_right_by_luck_makes_no_gross_explosion() {
    var truth = Truth.of(List.of(Drawn.weekly("a", 30, 40, 80)));
    var next = MONDAY.plusDays(7);
    var ours = List.of(Drawn.week("a", MONDAY, 1, point(45)), Drawn.week("a", next, 1, point(80)));
    var lucky =
        List.of(Drawn.week("a", MONDAY, 1, point(40.5)), Drawn.week("a", next, 1, point(40)));
    var line = only(ForecastScores.of(ours, truth, lucky).byTarget());
    assertThat(line.scoreExplosions()).isEqualTo(1);
    assertThat(line.grossExplosions()).isZero();
  }

  @Test
  void the_interval_holds_the_ratio_and_is_a_point_when_every_date_says_the_same() {
    var truth = Truth.of(List.of(Drawn.weekly("a", 10, 20, 30, 40, 50, 60)));
    var ours = new ArrayList<HubForecast>();
    var same = new ArrayList<HubForecast>();
    var baseline = new ArrayList<HubForecast>();
    for (int week = 0; week < 5; week++) {
      LocalDate made = MONDAY.plusDays(7L * week);
      double came = 20 + 10 * week;
      ours.add(Drawn.week("a", made, 1, point(came + week)));
      same.add(Drawn.week("a", made, 1, point(came + 5)));
      baseline.add(Drawn.week("a", made, 1, point(came - 10)));
    }
    var wide = only(ForecastScores.of(ours, truth, baseline).byTarget()).relative().orElseThrow();
    assertThat(wide.value()).isCloseTo(0.2, within(1e-9)).isBetween(wide.low(), wide.high());
    assertThat(wide.low()).isLessThan(wide.high());
    var sure = only(ForecastScores.of(same, truth, baseline).byTarget()).relative().orElseThrow();
    assertThat(sure.low()).isCloseTo(0.5, within(1e-9));
    assertThat(sure.high()).isCloseTo(0.5, within(1e-9));
  }
}
