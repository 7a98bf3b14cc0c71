package org.hilum.epidemic.economy.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CountryStateTest {

  private static final double SPREAD = 0.2;

  @Test
  void shares_a_surprise_between_sensitivity_and_the_rest_by_their_variances() {
    double effect = 10;
    double walk = 3;
    CountryState read = CountryState.before(SPREAD).later(walk).read(-14, effect);
    // variance of the gap: (10 x 0.2)^2 + 3 + 0.01; surprise -4
    double whole = 4 + walk + 0.01;
    assertThat(read.w()).isCloseTo(-4 * walk / whole, within(1e-9));
    assertThat(read.m()).isCloseTo(1 + 4 * effect * SPREAD * SPREAD / whole, within(1e-9));
    assertThat(read.gap(effect)).isCloseTo(-14, within(0.01));
  }

  @Test
  void after_many_readings_with_changing_measures_it_knows_the_sensitivity() {
    CountryState state = CountryState.before(SPREAD);
    for (int quarter = 0; quarter < 40; quarter++) {
      double effect = quarter % 2 == 0 ? 5 : 15;
      state = state.later(0.1).read(-1.5 * effect, effect);
    }
    assertThat(state.m()).isCloseTo(1.5, within(0.02));
    assertThat(state.varM()).isBetween(0.0, 0.001);
  }

  @Test
  void without_measures_all_is_the_countrys_own_walk() {
    CountryState read = CountryState.before(SPREAD).later(1).read(-3, 0);
    assertThat(read.m()).isEqualTo(1);
    assertThat(read.w()).isCloseTo(-3, within(0.05));
  }
}
