package org.hilum.epidemic.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A place where 200 a day are counted, and 100 would enter a day. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EntryControlTest {

  private static final LocalDate FIRST = LocalDate.of(2021, 1, 4);
  private static final int COUNTED = 60;
  private static final LocalDate TOMORROW = FIRST.plusDays(COUNTED);
  private static final int LATER = 15;

  private static List<ScenarioOutcome.Day> days(Scenario scenario) {
    var counts = new double[COUNTED];
    Arrays.fill(counts, 200);
    var cases = new CaseCounts("Hither", Measure.CASES, Rhythm.DAILY, FIRST, counts);
    var assumptions = new ScenarioAssumptions(CovidDelays.SERIAL_INTERVAL, OptionalLong.empty(), 1);
    return Transmission.scenario(cases, scenario, assumptions, 40).value().orElseThrow().days();
  }

  private static Scenario entering(LocalDate from, double control) {
    return new Scenario("entry", from, 0, Optional.empty(), 100, control);
  }

  @Test
  void from_a_date_on_leaves_the_days_before_as_they_were() {
    var open = days(entering(TOMORROW.plusDays(LATER), 0));
    var controlled = days(entering(TOMORROW.plusDays(LATER), 0.9));

    assertThat(controlled.subList(0, LATER)).isEqualTo(open.subList(0, LATER));
    assertThat(controlled.get(LATER).median()).isLessThan(open.get(LATER).median() - 60);
    assertThat(controlled.getLast().median()).isLessThan(0.8 * open.getLast().median());
  }

  @Test
  void is_the_stronger_the_sooner_and_the_more_are_held_back() {
    double open = days(entering(TOMORROW, 0)).getLast().median();
    double half = days(entering(TOMORROW, 0.5)).getLast().median();
    double sealed = days(entering(TOMORROW, 1)).getLast().median();
    double late = days(entering(TOMORROW.plusDays(LATER), 1)).getLast().median();

    assertThat(sealed).isLessThan(half).isLessThan(late);
    assertThat(half).isLessThan(open);
    assertThat(sealed).isEqualTo(days(Scenario.asToday(TOMORROW)).getLast().median());
  }

  @Test
  void stays_when_contacts_are_reopened() {
    var reopening = Optional.of(TOMORROW.plusDays(LATER));
    var scenario = new Scenario("both", TOMORROW, 0.5, reopening, 100, 0.9);

    assertThat(scenario.contactsOn(TOMORROW.plusDays(LATER))).isEqualTo(1);
    assertThat(scenario.enteringOn(TOMORROW.plusDays(LATER))).isLessThan(11);
    assertThat(scenario.enteringOn(TOMORROW.minusDays(1))).isEqualTo(100);
  }

  @Test
  void of_no_share_or_of_fewer_than_none_is_refused() {
    assertThatThrownBy(() -> entering(TOMORROW, 1.2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> entering(TOMORROW, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Scenario("entry", TOMORROW, 0, Optional.empty(), -1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
