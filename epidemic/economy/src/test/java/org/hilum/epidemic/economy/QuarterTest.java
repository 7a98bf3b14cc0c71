package org.hilum.epidemic.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuarterTest {

  @Test
  void counts_across_years_both_ways() {
    Quarter first = new Quarter(2020, 1);
    assertThat(first.plus(-1)).isEqualTo(new Quarter(2019, 4));
    assertThat(first.plus(7)).isEqualTo(new Quarter(2021, 4));
    assertThat(first.plus(7).since(first)).isEqualTo(7);
    assertThat(first).isLessThan(first.plus(1));
  }

  @Test
  void knows_its_days() {
    assertThat(Quarter.of(LocalDate.of(2020, 6, 30))).isEqualTo(new Quarter(2020, 2));
    assertThat(new Quarter(2020, 1).lastDay()).isEqualTo(LocalDate.of(2020, 3, 31));
    assertThat(new Quarter(2020, 4).firstDay()).isEqualTo(LocalDate.of(2020, 10, 1));
  }

  @Test
  void reads_what_it_writes_and_nothing_else() {
    Quarter quarter = new Quarter(2020, 2);
    assertThat(Quarter.read(quarter.toString())).contains(quarter);
    assertThat(Quarter.read("2020-Q5")).isEmpty();
    assertThat(Quarter.read("2020Q2")).isEmpty();
    assertThatThrownBy(() -> new Quarter(2020, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
