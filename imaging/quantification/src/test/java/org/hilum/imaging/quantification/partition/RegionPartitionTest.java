package org.hilum.imaging.quantification.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.hilum.imaging.quantification.BlockChest;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.vocabulary.Side;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegionPartitionTest {

  @Test
  void every_cell_lies_in_both_lungs_in_one_lung_in_one_zone_and_in_at_most_one_lobe() {
    for (int cell = 0; cell < RegionPartition.CELLS; cell++) {
      int here = cell;
      for (var level : Region.Level.values()) {
        long holding =
            java.util.Arrays.stream(Region.values())
                .filter(region -> region.level() == level)
                .filter(region -> RegionPartition.holds(region, here))
                .count();
        boolean lobeOfThisSide =
            RegionPartition.lobeOf(cell) != 0
                && RegionPartition.lobeRegion(RegionPartition.lobeOf(cell))
                        .side()
                        .orElseThrow()
                        .ordinal()
                    == RegionPartition.sideOf(cell);
        assertThat(holding)
            .as("cell " + cell + " " + level)
            .isEqualTo(level == Region.Level.LOBE && !lobeOfThisSide ? 0 : 1);
      }
    }
  }

  @Test
  void a_cell_gives_back_what_it_was_made_of() {
    for (int side = 0; side < 2; side++) {
      for (int lobe = 0; lobe < 6; lobe++) {
        for (int zone = 0; zone < 3; zone++) {
          int cell = RegionPartition.cell(side, lobe, zone);
          assertThat(RegionPartition.sideOf(cell)).isEqualTo(side);
          assertThat(RegionPartition.lobeOf(cell)).isEqualTo(lobe);
          assertThat(RegionPartition.zoneOf(cell)).isEqualTo(zone);
        }
      }
    }
    assertThat(RegionPartition.cell(1, 5, 2)).isEqualTo(RegionPartition.CELLS - 1);
  }

  @ParameterizedTest(name = "side {0} lobe label {1} is {2}")
  @CsvSource({
    "0, 1, 1",
    "0, 2, 2",
    "0, 3, 0",
    "0, 5, 0",
    "1, 1, 0",
    "1, 3, 3",
    "1, 4, 4",
    "1, 5, 5",
    "0, 0, 0",
    "1, 6, 0",
    "1, -1, 0",
    "0, -1, 0"
  })
  void a_lobe_label_counts_only_in_its_own_lung(int side, byte label, int lobe) {
    assertThat(RegionPartition.lobe(side, label)).isEqualTo(lobe);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void a_lung_reaches_from_face_to_face_of_its_voxels(Side side) {
    var extent = LungExtent.of(BlockChest.healthy().masks().lungs());
    assertThat(extent.has(side)).isTrue();
    // Slices 2 to 13 of 10 mm, the first centre at -75 mm: from -60 to 60 mm.
    assertThat(extent.from(side, 2)).isCloseTo(-60, within(1e-9));
    assertThat(extent.to(side, 2)).isCloseTo(60, within(1e-9));
    assertThat(extent.to(side, 0) - extent.from(side, 0)).isCloseTo(100, within(1e-9));
    assertThat(extent.from(Side.LEFT, 0)).isGreaterThan(extent.to(Side.RIGHT, 0));
    assertThat(extent.box()).isEqualTo(new IndexBox(2, 14, 2, 12, 2, 24));
  }

  @Test
  void no_lung_has_no_extent() {
    var extent = LungExtent.of(BlockChest.empty().masks().lungs());
    assertThat(extent.has(Side.LEFT)).isFalse();
    assertThat(extent.has(Side.RIGHT)).isFalse();
    assertThat(extent.box().isEmpty()).isTrue();
  }

  @ParameterizedTest(name = "from {0} to {1}")
  @CsvSource({"0, 0", "0, 1", "3, 5", "0, 300", "7, 1000"})
  void slabs_hold_every_slice_once_and_in_order(int from, int to) {
    var slices =
        Slab.cut(from, to).stream().flatMapToInt(slab -> IntStream.range(slab.from(), slab.to()));
    assertThat(slices.toArray()).isEqualTo(IntStream.range(from, to).toArray());
  }
}
