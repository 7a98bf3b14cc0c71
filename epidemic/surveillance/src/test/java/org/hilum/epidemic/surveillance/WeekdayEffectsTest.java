package org.hilum.epidemic.surveillance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WeekdayEffectsTest {

  private static WeekdayEffects of(double... values) {
    return WeekdayEffects.of(Drawn.daily(values));
  }

  @Test
  void are_found_in_a_growing_series_and_sum_to_seven() {
    var effects =
        of(Drawn.values(80, n -> 1000 * Math.exp(n / 40.0) * Drawn.WEEKDAYS[n % 7])).values();

    assertThat(Arrays.stream(effects).sum()).isCloseTo(7, within(1e-9));
    for (int day = 0; day < 7; day++) {
      // Half a week of 1 against eight: at most a sixteenth of the way.
      assertThat(effects[day]).isCloseTo(Drawn.WEEKDAYS[day], within(0.05));
    }
  }

  @Test
  void hold_against_one_holiday_and_one_dump() {
    var values = Drawn.values(80, n -> 1000 * Drawn.WEEKDAYS[n % 7]);
    var plain = of(values).values();
    values[60] = 0;
    values[50] = 20_000;

    var disturbed = of(values).values();

    for (int day = 0; day < 7; day++) {
      assertThat(disturbed[day]).isCloseTo(plain[day], within(0.2));
    }
  }

  @Test
  void stay_near_one_where_few_are_counted() {
    var effects = of(Drawn.values(60, n -> n % 7 == 2 ? 1 : 0));

    assertThat(effects.of(DayOfWeek.WEDNESDAY)).isBetween(1.0, 3.0);
    assertThat(effects.of(DayOfWeek.MONDAY)).isGreaterThan(0.5);
  }

  @Test
  void are_nought_on_days_without_report_where_many_are_counted() {
    var effects = of(Drawn.values(80, n -> n % 7 >= 5 ? 0 : 1000));

    assertThat(effects.of(DayOfWeek.SUNDAY)).isLessThan(0.1);
    assertThat(effects.on(Drawn.START)).isGreaterThan(1.3);
  }

  @Test
  void are_one_for_weeks_for_nothing_and_for_a_few_days() {
    assertThat(WeekdayEffects.of(Drawn.weekly(5, 6, 7)).values()).containsOnly(1);
    assertThat(of().values()).containsOnly(1);
    assertThat(of(5, 6, 7).values()).containsOnly(1);
    assertThat(of(new double[60]).values()).containsOnly(1);
  }

  @Test
  void do_not_know_the_future() {
    var values = Drawn.wave(100);
    var until = of(Arrays.copyOf(values, 70)).values();

    assertThat(WeekdayEffects.of(Drawn.daily(values).until(Drawn.START.plusDays(69))).values())
        .containsExactly(until);
  }
}
