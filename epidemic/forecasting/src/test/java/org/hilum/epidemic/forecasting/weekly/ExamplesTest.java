package org.hilum.epidemic.forecasting.weekly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExamplesTest {

  private static Examples drawn(int size, boolean isBackwards) {
    Random random = new Random(7);
    double[] level = random.doubles(size, 0, 12).toArray();
    double[] outcome = random.doubles(size, -1, 1).toArray();
    int[] order = IntStream.range(0, size).map(i -> isBackwards ? size - 1 - i : i).toArray();
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return new Examples(
        Arrays.stream(order).mapToObj(i -> new double[] {level[i]}).toArray(double[][]::new),
        Arrays.stream(order).mapToDouble(i -> outcome[i]).toArray(),
        ones,
        ones,
        Arrays.stream(order).mapToDouble(i -> level[i]).toArray(),
        order);
  }

  @Test
  void few_are_all_kept() {
    Examples few = drawn(500, false);
    assertThat(few.atMost(500)).isSameAs(few);
  }

  @Test
  void of_many_about_as_many_are_kept_as_wished_and_they_are_like_all() {
    Examples many = drawn(40_000, false);
    Examples kept = many.atMost(5000);
    assertThat(kept.size()).isBetween(4750, 5250);
    assertThat(Arrays.stream(kept.level()).average().orElseThrow())
        .isCloseTo(Arrays.stream(many.level()).average().orElseThrow(), within(0.15));
  }

  @Test
  void the_same_are_kept_in_whatever_order_the_places_come() {
    double[] one = drawn(40_000, false).atMost(5000).outcome();
    double[] other = drawn(40_000, true).atMost(5000).outcome();
    Arrays.sort(one);
    Arrays.sort(other);
    assertThat(one).isEqualTo(other);
  }
}
