package org.hilum.epidemic.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GdpNowcasterTest {

  private static final Quarter SPRING = new Quarter(2020, 2);
  private static final Quarter SUMMER = new Quarter(2020, 3);

  private final DrawnWorld drawn = new DrawnWorld();

  private static GdpNowcast of(NowcastRun run, String code) {
    return run.of(code).orElseThrow();
  }

  private NowcastRun run(EconomyData data, Quarter quarter) {
    return new GdpNowcaster(drawn.published()).nowcast(data, quarter, quarter.lastDay());
  }

  @Test
  void finds_the_fall_of_the_first_strong_quarter_from_who_was_struck_earlier() {
    NowcastRun run = run(without(drawn.data(), "C07"), SPRING);
    for (int country = 0; country < DrawnWorld.COUNTRIES; country++) {
      if (country != 7) {
        assertThat(of(run, drawn.code(country)).changePercent())
            .as(drawn.code(country))
            .isCloseTo(DrawnWorld.change(country, 2), within(0.01));
      }
    }
    assertThat(run.reasons()).anyMatch(one -> one.contains("20.0 % of output"));
  }

  private static EconomyData without(EconomyData data, String code) {
    Map<String, GdpLevels> gdp = new HashMap<>(data.gdp());
    gdp.remove(code);
    return new EconomyData(gdp, data.stringency(), Map.of(), data.sources(), data.remarks());
  }

  @Test
  void finds_the_rebound_and_knows_by_then_who_is_more_sensitive() {
    NowcastRun run = run(drawn.data(), SUMMER);
    assertThat(of(run, drawn.code(3)).changePercent())
        .isCloseTo(DrawnWorld.change(3, 3), within(0.6));
    assertThat(of(run, drawn.code(7)).changePercent())
        .isCloseTo(DrawnWorld.change(7, 3), within(2.5))
        .isGreaterThan(of(run, drawn.code(6)).changePercent() + 1);
  }

  @Test
  void intervals_hold_what_came_true_and_lie_inside_each_other() {
    for (Quarter quarter : List.of(SPRING, SUMMER)) {
      for (GdpNowcast one : run(drawn.data(), quarter).nowcasts()) {
        assertThat(one.low95()).isLessThan(one.low50());
        assertThat(one.low50()).isLessThan(one.changePercent());
        assertThat(one.changePercent()).isLessThan(one.high50());
        assertThat(one.high50()).isLessThan(one.high95());
      }
      assertThat(inside(quarter)).as(quarter.toString()).isGreaterThanOrEqualTo(22);
    }
  }

  private long inside(Quarter quarter) {
    return run(drawn.data(), quarter).nowcasts().stream()
        .filter(one -> !one.location().equals(DrawnWorld.GUIDE))
        .filter(
            one -> {
              double truth =
                  DrawnWorld.change(
                      Integer.parseInt(one.location().substring(1)), quarter.number());
              return truth >= one.low95() && truth <= one.high95();
            })
        .count();
  }

  @Test
  void sees_nothing_that_was_published_or_happened_later() {
    EconomyData data = drawn.data();
    LocalDate asOf = LocalDate.of(2020, 5, 15);
    NowcastRun honest = new GdpNowcaster(drawn.published()).nowcast(data, SPRING, asOf);
    NowcastRun fed =
        new GdpNowcaster(drawn.published()).nowcast(withOtherFuture(data, asOf), SPRING, asOf);
    assertThat(fed.nowcasts()).isEqualTo(honest.nowcasts());
    assertThat(honest.remarks())
        .extracting(EconomyRemark::reason)
        .contains(EconomyReason.STRINGENCY_ASSUMED);
  }

  private static EconomyData withOtherFuture(EconomyData data, LocalDate asOf) {
    Map<String, GdpLevels> gdp = new HashMap<>();
    data.gdp()
        .forEach(
            (code, one) -> {
              TreeMap<Quarter, Double> levels = new TreeMap<>(one.levels());
              levels.replaceAll(
                  (at, level) -> at.lastDay().plusDays(75).isAfter(asOf) ? level * 3 : level);
              gdp.put(code, new GdpLevels(code, code, levels));
            });
    Map<String, DailyStringency> stringency = new HashMap<>();
    data.stringency()
        .forEach(
            (code, one) -> {
              double[] values = new double[366];
              for (int day = 0; day < values.length; day++) {
                LocalDate date = one.first().plusDays(day);
                values[day] = date.isAfter(asOf) ? 100 : one.on(date);
              }
              stringency.put(code, new DailyStringency(code, one.first(), values));
            });
    return new EconomyData(gdp, stringency, Map.of(), data.sources(), List.of());
  }

  @Test
  void says_the_same_of_output_in_other_units_under_other_names_and_a_year_later() {
    NowcastRun plain = run(drawn.data(), SUMMER);
    DrawnWorld other = new DrawnWorld(0.37, 1, "X");
    NowcastRun moved =
        new GdpNowcaster(other.published())
            .nowcast(other.data(), other.quarter(3), other.day(SUMMER.lastDay()));
    for (int country = 0; country < DrawnWorld.COUNTRIES; country++) {
      assertThat(of(moved, other.code(country)).changePercent())
          .isCloseTo(of(plain, drawn.code(country)).changePercent(), within(0.4));
    }
  }

  @Test
  void a_quarter_asked_two_ahead_is_less_sure() {
    GdpNowcaster nowcaster = new GdpNowcaster(drawn.published());
    LocalDate early = LocalDate.of(2020, 5, 1);
    GdpNowcast far = of(nowcaster.nowcast(drawn.data(), SUMMER, early), drawn.code(3));
    GdpNowcast near = of(run(drawn.data(), SUMMER), drawn.code(3));
    assertThat(far.high95() - far.low95()).isGreaterThan(near.high95() - near.low95());
    assertThat(far.stringencyAssumed()).isTrue();
    assertThat(near.stringencyAssumed()).isFalse();
  }

  @Test
  void without_any_epidemic_growth_goes_on() {
    NowcastRun run =
        new GdpNowcaster(drawn.published())
            .nowcast(drawn.data(), new Quarter(2019, 4), LocalDate.of(2019, 12, 31));
    assertThat(of(run, drawn.code(1)).changePercent()).isCloseTo(DrawnWorld.GROWTH, within(1e-6));
  }

  @Test
  void says_when_nothing_was_known_of_what_measures_cost() {
    NowcastRun run =
        new GdpNowcaster(PublishedReadings.none())
            .nowcast(drawn.data(), new Quarter(2020, 1), LocalDate.of(2020, 3, 31));
    assertThat(run.remarks())
        .extracting(EconomyRemark::reason)
        .contains(EconomyReason.NOTHING_LEARNT);
    assertThat(of(run, drawn.code(1)).changePercent()).isCloseTo(DrawnWorld.GROWTH, within(1e-6));
  }

  @Test
  void says_which_quarter_was_published_already() {
    NowcastRun run =
        new GdpNowcaster(drawn.published())
            .nowcast(drawn.data(), new Quarter(2020, 1), LocalDate.of(2020, 6, 30));
    assertThat(run.nowcasts()).isEmpty();
    assertThat(run.remarks())
        .extracting(EconomyRemark::reason)
        .containsOnly(EconomyReason.ALREADY_PUBLISHED);
  }

  @Test
  void leaves_out_who_has_too_short_a_history_and_says_when_few_are_left() {
    EconomyData all = drawn.data();
    GdpLevels one = all.gdp().getOrDefault("C00", all.gdp().values().iterator().next());
    GdpLevels shortOne =
        new GdpLevels("C01", "short", one.levels().tailMap(new Quarter(2019, 3), true));
    EconomyData few =
        new EconomyData(
            Map.of("C00", one, "C01", shortOne), all.stringency(), Map.of(), List.of(), List.of());
    NowcastRun run = run(few, SPRING);
    assertThat(run.of("C01")).isEmpty();
    assertThat(run.remarks())
        .extracting(EconomyRemark::reason)
        .contains(EconomyReason.TOO_SHORT, EconomyReason.FEW_COUNTRIES);
    assertThat(of(run, "C00").changePercent()).isBetween(-20.0, -5.0);
  }

  @Test
  void says_something_finite_without_any_country() {
    EconomyData none = new EconomyData(Map.of(), Map.of(), Map.of(), List.of(), List.of());
    assertThat(run(none, SPRING).nowcasts()).isEmpty();
  }

  @Test
  void shows_the_sources_known_by_the_day_and_no_later_ones() {
    assertThat(run(drawn.data(), SPRING).sources())
        .extracting(Source::asOf)
        .contains("2020-04-20")
        .doesNotContain("2020-07-20");
  }
}
