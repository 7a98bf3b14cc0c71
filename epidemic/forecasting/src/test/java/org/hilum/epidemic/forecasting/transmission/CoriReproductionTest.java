package org.hilum.epidemic.forecasting.transmission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hilum.epidemic.forecasting.CovidDelays;
import org.hilum.epidemic.forecasting.ReproductionEstimate;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.DelayDistribution;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CoriReproductionTest {

  private static final DelayDistribution SERIAL = CovidDelays.SERIAL_INTERVAL;

  private static List<ReproductionEstimate> estimates(CaseCounts counts) {
    return CoriReproduction.byDay(counts, SERIAL).value().orElseThrow();
  }

  @Test
  void the_number_of_a_drawn_epidemic_is_found_and_its_interval_holds() {
    int inside = 0;
    int all = 0;
    double error = 0;
    for (long seed = 0; seed < 12; seed++) {
      CaseCounts drawn = DrawnEpidemic.renewal(120, 60, SERIAL, d -> d < 60 ? 1.3 : 0.8, seed);
      for (ReproductionEstimate one : estimates(drawn)) {
        long day = ChronoUnit.DAYS.between(DrawnEpidemic.FIRST, one.day());
        boolean steady = day >= 40 && day < 60 || day >= 67;
        if (steady && day % 7 == 0) {
          double truth = day < 60 ? 1.3 : 0.8;
          inside += one.low() <= truth && truth <= one.high() ? 1 : 0;
          error += Math.abs(one.median() - truth) / truth;
          all++;
        }
      }
    }

    assertThat(error / all).isLessThan(0.05);
    assertThat(inside / (double) all).isGreaterThan(0.9);
  }

  @Test
  void noisier_counts_widen_the_interval_and_leave_the_middle() {
    CaseCounts calm = DrawnEpidemic.renewal(100, 400, SERIAL, d -> 1.0, 3);
    double[] values = calm.values();
    for (int d = 0; d < values.length; d++) {
      values[d] = Math.rint(values[d] * (d * 31 % 17 < 8 ? 0.8 : 1.2));
    }

    ReproductionEstimate clear = estimates(calm).getLast();
    ReproductionEstimate noisy = estimates(calm.withValues(values)).getLast();

    assertThat(noisy.high() - noisy.low()).isGreaterThan(2 * (clear.high() - clear.low()));
    assertThat(noisy.median()).isCloseTo(clear.median(), within(0.25));
  }

  @Test
  void a_day_not_reported_changes_little() {
    CaseCounts whole = DrawnEpidemic.renewal(100, 400, SERIAL, d -> 1.1, 5);
    double[] values = whole.values();
    values[96] = Double.NaN;

    assertThat(estimates(whole.withValues(values)).getLast().median())
        .isCloseTo(estimates(whole).getLast().median(), within(0.05));
  }

  @Test
  void windows_with_fewer_than_eleven_cases_have_no_number() {
    double[] values = new double[60];
    for (int d = 0; d < 20; d++) {
      values[d] = 10;
    }

    List<ReproductionEstimate> all = estimates(DrawnEpidemic.counts(values));

    assertThat(all.getLast().day()).isEqualTo(DrawnEpidemic.FIRST.plusDays(24));
  }

  @Test
  void a_delay_by_days_sums_to_one_and_keeps_its_mean() {
    double[] chance = DelayDays.fromDayOne(CovidDelays.gamma(7, 3), 40);

    double sum = 0;
    double mean = 0;
    for (int k = 0; k < chance.length; k++) {
      sum += chance[k];
      mean += k * chance[k];
    }

    assertThat(chance[0]).isZero();
    assertThat(sum).isCloseTo(1, within(1e-9));
    assertThat(mean).isCloseTo(7, within(0.02));
    double[] longer = DelayDays.longer(CovidDelays.gamma(7, 3), 40);
    assertThat(longer[0]).isCloseTo(1, within(1e-9));
    assertThat(longer[39]).isCloseTo(0, within(1e-3));
  }
}
