package org.hilum.epidemic.surveillance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NowcastTest {

  /** A Wednesday; weeks end on the Saturday before. */
  private static final LocalDate FIRST = LocalDate.of(2024, 11, 20);

  private static CaseCounts admissions(String place, LocalDate asOf, int weeks, double newest) {
    var values = Drawn.values(weeks, n -> n == weeks - 1 ? 1000 * newest : 1000);
    var first = asOf.minusDays(4).minusWeeks(weeks - 1L);
    return new CaseCounts(place, Measure.ADMISSIONS, Rhythm.WEEKLY, first, values);
  }

  /** In Hither a tenth of the newest week is missing at first, in Yonder a fifth. */
  private static List<Vintage> vintages(int count) {
    var vintages = new ArrayList<Vintage>();
    for (int week = 0; week < count; week++) {
      var asOf = FIRST.plusWeeks(week);
      var series =
          List.of(
              admissions("Hither", asOf, 10 + week, 0.9),
              admissions("Yonder", asOf, 10 + week, 0.8));
      vintages.add(new Vintage(asOf, series, Map.of(), List.of()));
    }
    return vintages;
  }

  @Test
  void says_one_when_it_has_seen_nothing() {
    var one = Nowcast.learn(vintages(1), Measure.ADMISSIONS);

    assertThat(one.of("Hither", Rhythm.WEEKLY, 4)).isEqualTo(Completion.UNKNOWN);
    assertThat(Nowcast.unlearnt(Measure.CASES).of("Hither", Rhythm.DAILY, 0).ratio()).isEqualTo(1);
    // Two vintages a week apart: nothing has settled yet.
    assertThat(Nowcast.learn(vintages(2), Measure.ADMISSIONS).of("Hither", Rhythm.WEEKLY, 4))
        .isEqualTo(Completion.UNKNOWN);
  }

  @Test
  void learns_what_each_place_lacks_and_leans_on_all() {
    var nowcast = Nowcast.learn(vintages(20), Measure.ADMISSIONS);

    var hither = nowcast.of("Hither", Rhythm.WEEKLY, 4);
    // 18 pairs of log(1001/901) and four of the median of both.
    double all = (Math.log(1001 / 901.0) + Math.log(1001 / 801.0)) / 2;
    double expected = (18 * Math.log(1001 / 901.0) + 4 * all) / 22;
    assertThat(hither.ratio()).isCloseTo(Math.exp(expected), within(1e-9));
    assertThat(hither.seen()).isEqualTo(36);
    assertThat(nowcast.of("Yonder", Rhythm.WEEKLY, 4).ratio()).isGreaterThan(1.22);
    assertThat(nowcast.of("Elsewhere", Rhythm.WEEKLY, 4).ratio())
        .isCloseTo(Math.exp(all), within(1e-9));
    assertThat(nowcast.of("Hither", Rhythm.WEEKLY, 11).ratio()).isEqualTo(1);
    assertThat(nowcast.of("Hither", Rhythm.DAILY, 4)).isEqualTo(Completion.UNKNOWN);
  }

  @Test
  void completes_the_newest_count_and_no_other() {
    var nowcast = Nowcast.learn(vintages(20), Measure.ADMISSIONS);
    var asOf = FIRST.plusWeeks(19);
    var counts = admissions("Hither", asOf, 5, 0.9);

    var completed = nowcast.completed(counts, asOf);

    assertThat(completed.at(4)).isBetween(995.0, 1015.0);
    assertThat(completed.at(3)).isEqualTo(1000);
  }

  @Test
  void is_more_in_doubt_where_counts_grew_by_different_amounts() {
    var steady = vintages(20);
    var unsteady = new ArrayList<Vintage>();
    for (var vintage : steady) {
      double newest = vintage.asOf().getDayOfYear() % 2 == 0 ? 0.95 : 0.75;
      var series =
          List.of(admissions("Hither", vintage.asOf(), vintage.series().getFirst().size(), newest));
      unsteady.add(new Vintage(vintage.asOf(), series, Map.of(), List.of()));
    }

    double sure =
        Nowcast.learn(steady, Measure.ADMISSIONS).of("Hither", Rhythm.WEEKLY, 4).logDeviation();
    double unsure =
        Nowcast.learn(unsteady, Measure.ADMISSIONS).of("Hither", Rhythm.WEEKLY, 4).logDeviation();

    assertThat(unsure).isGreaterThan(sure + 0.05);
  }
}
