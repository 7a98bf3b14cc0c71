package org.hilum.epidemic.surveillance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hilum.epidemic.surveillance.SurveillanceReason.DEFINITION_CHANGE;
import static org.hilum.epidemic.surveillance.SurveillanceReason.DUMP;
import static org.hilum.epidemic.surveillance.SurveillanceReason.MISSING_DAYS;
import static org.hilum.epidemic.surveillance.SurveillanceReason.NEGATIVE_CORRECTION;
import static org.hilum.epidemic.surveillance.SurveillanceReason.STALE;
import static org.hilum.epidemic.surveillance.SurveillanceReason.WEEKLY_REPORTING;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeriesReviewTest {

  private static ReviewedCounts review(double... values) {
    return SeriesReview.of(Drawn.daily(values));
  }

  private static Remark only(ReviewedCounts review) {
    assertThat(review.remarks()).hasSize(1);
    return review.remarks().getFirst();
  }

  @Nested
  class Leaves_alone {

    @Test
    void a_wave_with_weekdays() {
      var review = review(Drawn.wave(150));

      assertThat(review.corrected()).isEqualTo(review.raw());
      assertThat(review.remarks()).isEmpty();
      assertThat(review.reportingDays()).isEqualTo(7);
    }

    @Test
    void a_surge_that_doubles_every_two_days_on_any_of_its_days() {
      var surge = Drawn.values(30, n -> Math.round(5 * Math.pow(2, n / 2.0)));

      for (int days = 8; days <= surge.length; days++) {
        assertThat(review(Arrays.copyOf(surge, days)).remarks()).isEmpty();
      }
    }

    @Test
    void the_zeros_of_a_place_with_few_cases_and_of_one_whose_cases_fade() {
      var few = review(Drawn.values(60, n -> n % 3 == 0 ? 2 : 0));
      var fading = review(Drawn.values(60, n -> Math.floor(40 * Math.exp(-n / 8.0))));

      assertThat(few.corrected()).isEqualTo(few.raw());
      assertThat(fading.corrected()).isEqualTo(fading.raw());
      assertThat(fading.remarks()).isEmpty();
    }

    @Test
    void weekends_on_which_a_source_never_reports() {
      var review = review(Drawn.values(70, n -> n % 7 >= 5 ? 0 : n % 7 == 0 ? 300 : 100));

      assertThat(review.corrected()).isEqualTo(review.raw());
      assertThat(review.reportingDays()).isEqualTo(5);
      // Saturday, Sunday and Monday share what Monday reports.
      assertThat(Arrays.copyOfRange(review.spread().values(), 1, 68)).containsOnly(100);
      assertThat(review.spread().values()).endsWith(100, Double.NaN, Double.NaN);
    }

    @Test
    void series_too_short_to_judge() {
      assertThat(review().corrected().size()).isZero();
      assertThat(review(5).remarks()).isEmpty();
      assertThat(review(1, 0, 900, 2).remarks()).isEmpty();
    }
  }

  @Nested
  class A_dump {

    private final double[] values = Drawn.wave(120);

    @Test
    void is_cut_to_what_was_expected_and_the_rest_is_given_to_the_days_before() {
      double usual = values[100];
      values[100] = usual * 8;

      var review = review(values);

      assertThat(only(review).reason()).isEqualTo(DUMP);
      assertThat(only(review).message()).contains(Drawn.START.plusDays(100).toString());
      assertThat(review.corrected().at(100)).isCloseTo(usual, within(0.35 * usual));
      assertThat(Drawn.sum(review.corrected())).isCloseTo(Drawn.sum(review.raw()), within(1e-6));
      assertThat(review.raw().at(100)).isEqualTo(usual * 8);
      assertThat(review.isTouched(100)).isTrue();
      // No day before gains more than a fifth, no day after anything.
      for (int n = 0; n < 100; n++) {
        assertThat(review.corrected().at(n)).isBetween(values[n], values[n] * 1.2 + 1e-9);
      }
      assertThat(review.isTouched(101)).isFalse();
    }

    @Test
    void on_the_last_day_is_cut_with_the_warning_that_it_may_be_a_surge() {
      values[119] *= 10;

      var review = review(values);

      assertThat(only(review).message()).contains("may also be the first day of a surge");
      assertThat(review.corrected().at(119)).isLessThan(values[119] / 5);
    }

    @Test
    void that_is_more_than_all_before_is_given_to_them_in_part_and_the_rest_left_out() {
      var early = Arrays.copyOf(values, 32);
      early[29] = 100_000;

      var review = review(early);

      assertThat(only(review).message()).contains("left out");
      assertThat(review.corrected().at(28)).isCloseTo(early[28] * 1.5, within(1e-6));
      assertThat(review.corrected().at(29)).isLessThan(2000);
      // On its own day it may as well be an outbreak.
      assertThat(SeriesReview.of(review.raw().until(Drawn.START.plusDays(29))).remarks()).isEmpty();
    }

    @Test
    void in_a_place_with_few_is_told_once_the_days_after_it_are_known() {
      var few = Drawn.values(80, n -> n < 40 ? 8 : n % 5 == 0 ? 1 : 0);
      few[70] = 30;

      var seen = review(Arrays.copyOf(few, 74));
      assertThat(only(seen).reason()).isEqualTo(DUMP);
      assertThat(seen.corrected().at(70)).isLessThanOrEqualTo(2);
      assertThat(review(Arrays.copyOf(few, 71)).remarks()).as("it may be a surge").isEmpty();
      few[70] = 9;
      assertThat(review(few).remarks()).as("a family fallen ill").isEmpty();
    }

    @Test
    void is_not_seen_in_the_first_days_of_an_outbreak() {
      var first = Drawn.values(60, n -> n < 50 ? 0 : n == 53 ? 30 : n == 57 ? 4 : 0);

      assertThat(review(first).corrected()).isEqualTo(review(first).raw());
    }

    @Test
    void after_another_keeps_the_total_too() {
      values[80] *= 20;
      values[100] *= 15;
      values[110] = -3000;

      var review = review(values);

      assertThat(review.remarks()).hasSize(3);
      assertThat(Drawn.sum(review.corrected())).isCloseTo(Drawn.sum(review.raw()), within(1e-6));
    }

    @Test
    void is_the_same_in_a_scaled_renamed_and_later_series() {
      values[100] *= 8;
      var plain = review(values);
      var scaled = review(Arrays.stream(values).map(value -> value * 0.37).toArray());
      var later =
          SeriesReview.of(
              new CaseCounts(
                  "Yonder", Measure.CASES, Rhythm.DAILY, Drawn.START.plusDays(364), values));

      assertThat(later.corrected().values()).containsExactly(plain.corrected().values());
      assertThat(later.remarks()).hasSameSizeAs(plain.remarks());
      assertThat(only(scaled).reason()).isEqualTo(DUMP);
      for (int n = 0; n < values.length; n++) {
        assertThat(scaled.corrected().at(n))
            .isCloseTo(plain.corrected().at(n) * 0.37, within(1 + plain.corrected().at(n) * 0.01));
      }
    }

    @Test
    void after_silence_goes_first_to_the_silent_days() {
      double usual = values[98] + values[99] + values[100];
      double[] before = values.clone();
      values[98] = 0;
      values[99] = 0;
      values[100] = usual;

      var review = review(values);

      assertThat(only(review).reason()).isEqualTo(MISSING_DAYS);
      for (int n = 98; n <= 100; n++) {
        assertThat(review.corrected().at(n)).isCloseTo(before[n], within(0.25 * before[n]));
      }
      assertThat(Drawn.sum(review.corrected())).isCloseTo(Drawn.sum(review.raw()), within(1e-6));
    }
  }

  @Nested
  class Counts_taken_back {

    @Test
    void lower_the_days_before_and_keep_the_total() {
      var values = Drawn.wave(120);
      values[100] = -2000;

      var review = review(values);

      assertThat(only(review).reason()).isEqualTo(NEGATIVE_CORRECTION);
      assertThat(only(review).message()).contains("2,000");
      assertThat(review.corrected().at(100)).isPositive();
      assertThat(Drawn.sum(review.corrected())).isCloseTo(Drawn.sum(review.raw()), within(1e-6));
      assertThat(DoubleStream.of(review.corrected().values())).allMatch(value -> value >= 0);
      assertThat(review.corrected().at(99)).isBetween(values[99] * 0.8, values[99]);
    }

    @Test
    void make_the_day_absent_when_they_are_more_than_was_ever_counted() {
      var review = review(0, 3, 2, 1, 4, 0, 2, 1, 3, -500, 2);

      assertThat(review.corrected().at(9)).isNaN();
      assertThat(review.corrected().at(8)).isEqualTo(3);
      assertThat(review.remarks())
          .extracting(Remark::reason)
          .containsExactlyInAnyOrder(NEGATIVE_CORRECTION, MISSING_DAYS);
    }

    @Test
    void and_counted_again_the_day_after_are_a_slip() {
      var values = Drawn.wave(120);
      double usual = values[101];
      double own = values[100];
      values[100] = own - 30_000;
      values[101] = 30_000 + usual;

      var review = review(values);

      assertThat(only(review).reason()).isEqualTo(NEGATIVE_CORRECTION);
      assertThat(only(review).message()).contains("counted again");
      assertThat(review.corrected().at(99)).isEqualTo(values[99]);
      assertThat(review.corrected().at(101)).isCloseTo(usual, within(150.0));
      assertThat(Drawn.sum(review.corrected())).isCloseTo(Drawn.sum(review.raw()), within(1e-6));
    }

    @Test
    void of_a_small_place_are_taken_from_it_alone() {
      var review = review(0, 3, 0, 1, 0, 0, 2, 0, -1, 0);

      assertThat(review.corrected().at(8)).isZero();
      assertThat(Drawn.sum(review.corrected())).isCloseTo(5, within(1e-9));
    }
  }

  @Nested
  class Silence {

    @Test
    void of_a_week_is_absent_and_not_zero() {
      var values = Drawn.wave(120);
      Arrays.fill(values, 60, 67, 0);

      var review = review(values);

      assertThat(Arrays.copyOfRange(review.corrected().values(), 60, 67)).containsOnly(Double.NaN);
      assertThat(review.corrected().at(67)).isEqualTo(values[67]);
      assertThat(only(review).reason()).isEqualTo(MISSING_DAYS);
      assertThat(only(review).message())
          .contains(Drawn.START.plusDays(60).toString(), Drawn.START.plusDays(66).toString());
    }

    @Test
    void at_the_end_is_absent_and_the_counts_are_old() {
      var values = Drawn.wave(120);
      Arrays.fill(values, 112, 120, 0);

      var review = review(values);

      assertThat(review.corrected().values()).endsWith(Double.NaN);
      assertThat(review.remarks())
          .extracting(Remark::reason)
          .containsExactlyInAnyOrder(MISSING_DAYS, STALE);
      assertThat(review.remarks().toString()).contains("8 have no count").contains("8 days before");
    }

    @Test
    void of_a_day_that_nobody_reported_stays_absent() {
      var values = Drawn.wave(120);
      values[118] = Double.NaN;

      var review = review(values);

      assertThat(review.corrected().at(118)).isNaN();
      assertThat(only(review).message()).contains("1 have no count");
    }

    @Test
    void on_six_days_a_week_is_weekly_reporting() {
      var review = review(Drawn.values(100, n -> n % 7 == 3 ? 700 : 0));

      assertThat(review.corrected()).isEqualTo(review.raw());
      assertThat(review.reportingDays()).isEqualTo(1);
      assertThat(only(review).reason()).isEqualTo(WEEKLY_REPORTING);
      assertThat(Arrays.copyOfRange(review.spread().values(), 4, 95)).containsOnly(100);
    }

    @Test
    void with_stray_counts_in_between_is_weekly_reporting_too() {
      var review = review(Drawn.values(100, n -> n % 7 == 3 ? 700_000 : n % 7));

      assertThat(review.corrected()).isEqualTo(review.raw());
      assertThat(review.reportingDays()).isEqualTo(1);
      assertThat(Arrays.stream(Arrays.copyOfRange(review.spread().values(), 18, 95)))
          .allSatisfy(value -> assertThat(value).isCloseTo(100_000, within(5.0)));
    }

    @Test
    void that_begins_with_weekly_reporting_is_shared_until_it_is_known_to_be_usual() {
      var values = Drawn.values(150, n -> n < 81 ? 100 : n % 7 == 3 ? 700 : 0);

      var review = review(values);

      assertThat(Drawn.sum(review.corrected())).isCloseTo(Drawn.sum(review.raw()), within(1e-6));
      assertThat(review.corrected()).isEqualTo(review.raw());
      // A week after the change nothing tells it from days that were missed.
      var early = SeriesReview.of(review.raw().until(Drawn.START.plusDays(87)));
      assertThat(Arrays.copyOfRange(early.corrected().values(), 81, 88)).containsOnly(100);
      assertThat(DoubleStream.of(Arrays.copyOfRange(review.spread().values(), 81, 144)))
          .allSatisfy(value -> assertThat(value).isBetween(60.0, 180.0));
      assertThat(review.remarks()).extracting(Remark::reason).doesNotContain(DUMP);
    }
  }

  @Nested
  class Another_level_for_good {

    @Test
    void is_said_and_not_changed() {
      var values = Drawn.values(120, n -> (n < 80 ? 200 : 900) * Drawn.WEEKDAYS[n % 7]);

      var review = review(values);

      assertThat(review.corrected()).isEqualTo(review.raw());
      assertThat(only(review).reason()).isEqualTo(DEFINITION_CHANGE);
      assertThat(only(review).message())
          .contains(Drawn.START.plusDays(80).toString(), "900", "200");
    }

    @Test
    void is_not_taken_for_a_dump_on_its_second_day() {
      var values = Drawn.values(82, n -> n < 80 ? 200 : 1800);

      assertThat(review(values).remarks()).isEmpty();
    }
  }

  @Nested
  class A_weekly_series {

    @Test
    void is_corrected_in_weeks() {
      var values = Drawn.values(40, n -> 1000 + 200 * Math.sin(n / 3.0));
      values[20] = 9000;
      values[30] = -400;
      values[35] = 0;

      var review = SeriesReview.of(Drawn.weekly(values));

      assertThat(review.corrected().at(20)).isBetween(700.0, 1300.0);
      assertThat(review.corrected().at(30)).isBetween(700.0, 1300.0);
      assertThat(review.corrected().at(35)).isNaN();
      assertThat(review.remarks())
          .extracting(Remark::reason)
          .containsExactlyInAnyOrder(DUMP, NEGATIVE_CORRECTION, MISSING_DAYS);
    }

    @Test
    void that_trebles_in_a_week_is_left_alone() {
      var review = SeriesReview.of(Drawn.weekly(100, 120, 110, 130, 300, 900, 2600));

      assertThat(review.remarks()).isEmpty();
    }
  }

  @Test
  void never_fails_and_never_gives_less_than_zero_whatever_comes() {
    var random = new Random(7);
    for (int round = 0; round < 300; round++) {
      var values =
          Drawn.values(
              random.nextInt(90),
              n ->
                  switch (random.nextInt(6)) {
                    case 0 -> Double.NaN;
                    case 1 -> 0;
                    case 2 -> -random.nextInt(3000);
                    case 3 -> random.nextInt(100_000);
                    default -> random.nextInt(200);
                  });

      var review = review(values);

      assertThat(DoubleStream.of(review.corrected().values()))
          .allMatch(value -> Double.isNaN(value) || value >= 0);
      assertThat(review.corrected().size()).isEqualTo(values.length);
    }
  }
}
