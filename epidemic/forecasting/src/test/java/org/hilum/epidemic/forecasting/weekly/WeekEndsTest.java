package org.hilum.epidemic.forecasting.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.hilum.epidemic.forecasting.Span;
import org.hilum.epidemic.forecasting.weekly.WeekEnds.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WeekEndsTest {

  private static final LocalDate MONDAY = LocalDate.of(2021, 3, 8);
  private static final LocalDate SATURDAY = LocalDate.of(2024, 11, 23);

  @Test
  void a_monday_begins_with_the_week_that_ends_on_its_saturday() {
    assertThat(WeekEnds.after(MONDAY, MONDAY.minusDays(1), DayOfWeek.SATURDAY))
        .hasSize(4)
        .startsWith(new Target(Span.WEEK, 1, LocalDate.of(2021, 3, 13)))
        .endsWith(new Target(Span.WEEK, 4, LocalDate.of(2021, 4, 3)));
  }

  @Test
  void a_late_reporter_has_the_same_weeks() {
    assertThat(WeekEnds.after(MONDAY, MONDAY.minusDays(20), DayOfWeek.SATURDAY))
        .isEqualTo(WeekEnds.after(MONDAY, MONDAY.minusDays(1), DayOfWeek.SATURDAY));
  }

  @Test
  void a_saturday_is_horizon_zero_until_it_is_counted() {
    assertThat(WeekEnds.after(SATURDAY, SATURDAY.minusWeeks(1), DayOfWeek.SATURDAY))
        .hasSize(5)
        .startsWith(new Target(Span.WEEK, 0, SATURDAY));
    assertThat(WeekEnds.after(SATURDAY, SATURDAY, DayOfWeek.SATURDAY))
        .hasSize(4)
        .startsWith(new Target(Span.WEEK, 1, SATURDAY.plusWeeks(1)));
  }

  @Test
  void a_weekly_series_keeps_its_own_last_day() {
    assertThat(WeekEnds.after(MONDAY, MONDAY.minusDays(1), DayOfWeek.SUNDAY))
        .startsWith(new Target(Span.WEEK, 1, LocalDate.of(2021, 3, 14)));
  }
}
