package org.hilum.epidemic.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WeightedIntervalScoreTest {

  private static double twiceMeanPinball(double[] quantiles, double came) {
    double sum = 0;
    for (int place = 0; place < quantiles.length; place++) {
      double level = QuantileLevels.at(place);
      double miss = came - quantiles[place];
      sum += miss >= 0 ? level * miss : (level - 1) * miss;
    }
    return 2 * sum / quantiles.length;
  }

  private static double[] point(double value) {
    double[] quantiles = new double[QuantileLevels.COUNT];
    Arrays.fill(quantiles, value);
    return quantiles;
  }

  @Test
  void a_point_mass_scores_its_absolute_error_on_the_right_side() {
    var low = WeightedIntervalScore.natural(point(70), 100);
    assertThat(low.total()).isCloseTo(30, within(1e-9));
    assertThat(low.underprediction()).isCloseTo(30, within(1e-9));
    assertThat(low.overprediction()).isZero();
    assertThat(low.dispersion()).isZero();
    var high = WeightedIntervalScore.natural(point(130), 100);
    assertThat(high.overprediction()).isCloseTo(30, within(1e-9));
  }

  @Test
  void a_forecast_that_is_zero_but_for_its_highest_level_is_scored_as_by_hand() {
    double[] quantiles = point(0);
    quantiles[22] = 23;
    // Only the 98 % interval has a width: 2/23 x 0.01 x 23.
    assertThat(WeightedIntervalScore.natural(quantiles, 0).total()).isCloseTo(0.02, within(1e-12));
    // Came 23: the 98 % interval holds it; ten intervals miss by 23, the median by half of it.
    var missed = WeightedIntervalScore.natural(quantiles, 23);
    assertThat(missed.underprediction()).isCloseTo(2 * 10.5, within(1e-9));
    assertThat(missed.dispersion()).isCloseTo(0.02, within(1e-12));
  }

  @Test
  void is_twice_the_mean_pinball_loss_and_the_sum_of_its_parts_whatever_the_forecast() {
    var chance = new SplittableRandom(1);
    for (int draw = 0; draw < 500; draw++) {
      double[] quantiles = Drawn.random(chance);
      double came = chance.nextDouble() * 400;
      var score = WeightedIntervalScore.natural(quantiles, came);
      assertThat(score.total()).isCloseTo(twiceMeanPinball(quantiles, came), within(1e-9));
      assertThat(score.dispersion()).isNotNegative();
      assertThat(score.overprediction()).isNotNegative();
      assertThat(score.underprediction()).isNotNegative();
    }
  }

  @Test
  void grows_with_the_scale_of_the_counts_and_the_logarithm_hardly_does() {
    double[] small = Drawn.even(80, 120);
    double[] large = Drawn.even(80_000, 120_000);
    assertThat(WeightedIntervalScore.natural(large, 130_000).total())
        .isCloseTo(1000 * WeightedIntervalScore.natural(small, 130).total(), within(1e-6));
    assertThat(WeightedIntervalScore.logarithmic(large, 130_000).total())
        .isCloseTo(WeightedIntervalScore.logarithmic(small, 130).total(), within(0.01));
  }

  @Test
  void the_logarithm_of_a_point_mass_is_the_difference_of_logarithms() {
    assertThat(WeightedIntervalScore.logarithmic(point(0), 9).total())
        .isCloseTo(Math.log(10), within(1e-9));
  }

  @Test
  void is_smaller_for_the_sharper_of_two_forecasts_that_hold_what_came() {
    assertThat(WeightedIntervalScore.natural(Drawn.even(90, 110), 100).total())
        .isLessThan(WeightedIntervalScore.natural(Drawn.even(50, 150), 100).total());
  }
}
