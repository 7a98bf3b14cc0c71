package org.hilum.epidemic.surveillance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hilum.epidemic.surveillance.DelayDistribution.COVID_ONSET_TO_DEATH;
import static org.hilum.epidemic.surveillance.DelayDistribution.EBOLA_ONSET_TO_DEATH;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hilum.epidemic.surveillance.FatalityEstimate.Estimated;
import org.hilum.epidemic.surveillance.FatalityEstimate.NotEstimated;
import org.hilum.epidemic.surveillance.table.CsvTable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FatalityRatioTest {

  private static final double AGREED = 0.0005;

  private static CaseCounts counts(Measure measure, LocalDate first, List<Double> values) {
    return new CaseCounts(
        "Hither",
        measure,
        Rhythm.DAILY,
        first,
        values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static FatalityRatio of(List<Double> cases, List<Double> deaths) {
    return FatalityRatio.of(
        counts(Measure.CASES, Drawn.START, cases), counts(Measure.DEATHS, Drawn.START, deaths));
  }

  private static void agrees(FatalityEstimate estimate, double ratio, double lower, double upper) {
    agrees(estimate, ratio, lower, upper, AGREED);
  }

  private static void agrees(
      FatalityEstimate estimate, double ratio, double lower, double upper, double by) {
    assertThat(estimate)
        .isInstanceOfSatisfying(
            Estimated.class,
            some -> {
              assertThat(some.ratio()).isCloseTo(ratio, within(by));
              assertThat(some.lower()).isCloseTo(lower, within(by));
              assertThat(some.upper()).isCloseTo(upper, within(by));
            });
  }

  /** The example data of the R package cfr, against what it publishes. */
  @Nested
  class Reference_values {

    private FatalityRatio read(String file, String country, String until) throws Exception {
      Path path = SharedData.file("cfr/" + file);
      var cases = new ArrayList<Double>();
      var deaths = new ArrayList<Double>();
      LocalDate first = null;
      try (var table = CsvTable.open(path)) {
        while (table.next()) {
          var date = table.cell(table.needed("date"));
          boolean isWanted =
              country.isEmpty() || table.cell(table.needed("country")).equals(country);
          if (isWanted && date.compareTo(until) <= 0) {
            first = first == null ? LocalDate.parse(date) : first;
            cases.add(Double.parseDouble(table.cell(table.needed("cases"))));
            deaths.add(Double.parseDouble(table.cell(table.needed("deaths"))));
          }
        }
      }
      var start = first == null ? Drawn.START : first;
      return FatalityRatio.of(
          counts(Measure.CASES, start, cases), counts(Measure.DEATHS, start, deaths));
    }

    @Test
    void of_ebola_1976() throws Exception {
      var whole = read("ebola1976.csv", "", "1999");

      agrees(whole.naive(), 0.9551, 0.9211, 0.9774);
      agrees(whole.adjusted(EBOLA_ONSET_TO_DEATH), 0.9592, 0.9295, 0.9793);
    }

    @Test
    void of_its_first_thirty_days() throws Exception {
      var begun = read("ebola1976.csv", "", "1976-09-23");

      agrees(begun.naive(), 0.4741, 0.3875, 0.5618);
      agrees(begun.adjusted(EBOLA_ONSET_TO_DEATH), 0.9422, 0.8701, 0.9819);
    }

    @Test
    void of_ascertainment_in_the_united_kingdom() throws Exception {
      var spring = read("covid_data.csv.gz", "United Kingdom", "2020-06-30");

      agrees(spring.ascertainment(COVID_ONSET_TO_DEATH, 0.014), 0.0678, 0.0673, 0.0683);
    }

    @Test
    void of_the_ratio_as_it_stood_on_each_day() throws Exception {
      var whole = read("ebola1976.csv", "", "1999");
      var naive = whole.rollingNaive();
      var adjusted = whole.rollingAdjusted(EBOLA_ONSET_TO_DEATH);

      double[] upper = {
        0.9750, 0.9750, 0.9750, 0.9750, 0.9750, 0.9750, 0.9750, 0.8418861, 0.7075982, 0.6023646,
        0.3694166, 0.3362671, 0.3084971, 0.2470526
      };
      for (int day = 0; day < upper.length; day++) {
        agrees(naive.get(day), 0, 0, upper[day]);
      }
      agrees(naive.get(14), 0.06666667, 0.00168643, 0.3194846);
      // The package's table goes in steps of 0.001 from 0.001 to 0.999.
      double[] likely = {
        0.999, 0.999, 0.999, 0.999, 0.994, 0.984, 0.970, 0.946, 0.904, 0.837, 0.727, 0.602, 0.492
      };
      assertThat(adjusted.getFirst()).isInstanceOf(NotEstimated.class);
      for (int day = 0; day < likely.length; day++) {
        agrees(adjusted.get(day + 1), 0, 0, likely[day], 0.0011);
      }
      agrees(adjusted.get(14), 0.266, 0.018, 0.748, 0.0011);
    }

    @Test
    void of_single_days() throws Exception {
      var whole = read("ebola1976.csv", "", "1999");
      var naive = whole.varyingNaive();
      var adjusted = whole.varyingAdjusted(EBOLA_ONSET_TO_DEATH);

      agrees(naive.get(10), 0, 0, 0.6023646);
      agrees(naive.get(13), 0, 0, 0.7075982);
      agrees(naive.get(14), 0.5, 0.01257912, 0.9874209);
      agrees(adjusted.get(58), 0.5, 0.01257912, 0.9874209);
      agrees(adjusted.get(59), 0, 0, 0.8418861);
      assertThat(adjusted.get(62)).isInstanceOf(NotEstimated.class);
      agrees(adjusted.get(65), 1, 0.025, 1);
      agrees(adjusted.get(66), 0, 0, 0.975);
      for (int day = 67; day < 73; day++) {
        assertThat(adjusted.get(day)).isInstanceOf(NotEstimated.class);
      }
    }

    @Test
    void of_single_days_in_the_united_kingdom() throws Exception {
      var all = read("covid_data.csv.gz", "United Kingdom", "2020-12-31").varyingNaive();
      int from = 120;

      assertThat(all.get(from).day()).isEqualTo("2020-05-02");
      agrees(all.get(from + 7), 0.1660945, 0.1543704, 0.1783364);
      agrees(all.get(from + 8), 0.1853786, 0.1717610, 0.1995996);
      agrees(all.get(from + 14), 0.1768061, 0.1624015, 0.1919339);
    }
  }

  @Test
  void the_direction_of_the_bias_is_said() {
    var ratio = of(List.of(10.0, 20.0, 40.0), List.of(0.0, 1.0, 2.0));

    assertThat(((Estimated) ratio.naive()).biases())
        .contains(FatalityBias.LOW_WHILE_DEATHS_LAG, FatalityBias.HIGH_WHERE_MILD_CASES_ARE_MISSED);
    assertThat(((Estimated) ratio.adjusted(new DelayDistribution.GammaShaped(2, 1))).biases())
        .contains(FatalityBias.HIGH_WHERE_MILD_CASES_ARE_MISSED)
        .doesNotContain(FatalityBias.LOW_WHILE_DEATHS_LAG);
    assertThat(FatalityBias.LOW_WHILE_DEATHS_LAG.sentence()).startsWith("Too low");
  }

  @Test
  void delay_makes_the_naive_ratio_of_a_growing_epidemic_low() {
    // One in five dies ten days later, cases double every five days.
    var cases = new ArrayList<Double>();
    var deaths = new ArrayList<Double>();
    for (int day = 0; day < 60; day++) {
      cases.add(100 * Math.pow(2, day / 5.0));
      deaths.add(day < 10 ? 0 : 0.2 * 100 * Math.pow(2, (day - 10) / 5.0));
    }
    // Mean 10, standard deviation 2: the mean of 2^(-delay / 5) is (1 + 0.4 ln 2 / 5)^-25 = 0.2595.
    var delay = new DelayDistribution.GammaShaped(25, 0.4);
    var ratio = of(cases, deaths);

    assertThat(((Estimated) ratio.naive()).ratio()).isCloseTo(0.05, within(0.001));
    assertThat(ratio.knownOutcomes(delay)).isCloseTo(0.2595, within(0.001));
    assertThat(((Estimated) ratio.adjusted(delay)).ratio()).isCloseTo(0.05 / 0.2595, within(0.001));
  }

  @Test
  void where_there_is_no_ratio_the_reason_is_said() {
    assertThat(of(List.of(), List.of()).naive()).isInstanceOf(NotEstimated.class);
    assertThat(of(List.of(0.0, 0.0), List.of(0.0, 0.0)).naive()).isInstanceOf(NotEstimated.class);
    assertThat(of(List.of(1.0, 0.0), List.of(0.0, 3.0)).naive())
        .isInstanceOfSatisfying(
            NotEstimated.class, none -> assertThat(none.because()).contains("More deaths"));
    assertThat(of(List.of(9.0, 9.0), List.of(0.0, 9.0)).adjusted(COVID_ONSET_TO_DEATH))
        .isInstanceOfSatisfying(
            NotEstimated.class,
            none -> assertThat(none.because()).contains("the delay is too long"));
    assertThat(of(List.of(9.0, 9.0), List.of(0.0, 0.0)).ascertainment(EBOLA_ONSET_TO_DEATH, 0.01))
        .isInstanceOf(NotEstimated.class);
  }

  @Test
  void absent_days_are_not_counted_and_weeks_are_shared() {
    var ratio = of(List.of(50.0, Double.NaN, 50.0), List.of(1.0, 2.0, Double.NaN));
    var weekly =
        FatalityRatio.of(
            new CaseCounts("H", Measure.CASES, Rhythm.WEEKLY, Drawn.START, new double[] {70, 30}),
            new CaseCounts("H", Measure.DEATHS, Rhythm.WEEKLY, Drawn.START, new double[] {1, 2}));

    agrees(ratio.naive(), 0.03, 0.0062, 0.0852);
    assertThat(((Estimated) weekly.naive()).ratio()).isCloseTo(0.03, within(1e-9));
    assertThat(weekly.rollingNaive()).hasSize(14);
  }
}
