package org.hilum.imaging.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegionTest {

  @ParameterizedTest
  @EnumSource(Lobe.class)
  void a_lobe_lies_in_the_lung_of_its_side(Lobe lobe) {
    assertThat(Region.of(lobe).side()).contains(lobe.side());
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void a_lung_and_its_zones_lie_on_its_side(Side side) {
    assertThat(Region.lung(side).side()).contains(side);
    for (var height : ZoneHeight.values()) {
      assertThat(Region.zone(side, height).side()).contains(side);
      assertThat(Region.zone(side, height).level()).isEqualTo(Region.Level.ZONE);
    }
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void a_mirror_swaps_the_sides(Side side) {
    assertThat(side.mirrored()).isNotEqualTo(side);
    assertThat(side.mirrored().mirrored()).isEqualTo(side);
  }
}
