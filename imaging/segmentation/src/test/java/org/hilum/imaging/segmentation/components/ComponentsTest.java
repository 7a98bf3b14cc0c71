package org.hilum.imaging.segmentation.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.hilum.imaging.segmentation.workers.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComponentsTest {

  private final Workers workers = new Workers(2);

  @AfterEach
  void close() {
    workers.close();
  }

  private static byte[] slice(String... rows) {
    var joined = String.join("", rows);
    var slice = new byte[joined.length()];
    for (int at = 0; at < slice.length; at++) {
      slice[at] = (byte) (joined.charAt(at) == '#' ? 1 : 0);
    }
    return slice;
  }

  @Test
  void pixels_that_touch_by_a_corner_only_are_apart() {
    var found = Components.of(new byte[][] {slice("#..", ".##")}, 2, 3, workers);

    assertThat(found.all()).hasSize(2);
    assertThat(found.largest().orElseThrow().voxels()).isEqualTo(2);
  }

  @Test
  void a_bow_is_one_region_though_its_arms_start_apart() {
    var found = Components.of(new byte[][] {slice("#.#", "#.#", "###")}, 3, 3, workers);

    assertThat(found.all()).hasSize(1);
    assertThat(found.all().getFirst().meanColumn()).isEqualTo(1);
  }

  @Test
  void slices_join_in_space_but_not_slice_by_slice() {
    var mask = new byte[][] {slice("#..", "..."), slice("#..", "..#")};

    assertThat(Components.of(mask, 2, 3, workers).all()).hasSize(2);
    assertThat(Components.ofSlices(mask, 2, 3, workers).all()).hasSize(3);
  }

  @Test
  void a_region_says_where_it_begins_and_ends() {
    var found =
        Components.of(new byte[][] {slice("...", ".#."), slice("...", ".##")}, 2, 3, workers);

    assertThat(found.all()).containsExactly(new Component(0, 3, 0, 1, 1, 1, 1, 2, 4 / 3.0));
  }

  @Test
  void an_empty_mask_has_no_region() {
    var found = Components.of(new byte[3][6], 2, 3, workers);

    assertThat(found.all()).isEmpty();
    assertThat(found.largest()).isEmpty();
  }

  @Test
  void chosen_regions_are_written_and_others_left_alone() {
    var mask = new byte[][] {slice("##.#")};
    var found = Components.of(mask, 1, 4, workers);

    found.write(region -> region.voxels() < 2, mask, 0);

    assertThat(mask[0]).containsExactly(1, 1, 0, 0);
  }

  @Test
  void of_equal_regions_the_first_is_the_largest() {
    var found = Components.of(new byte[][] {slice("##.##")}, 1, 5, workers);

    assertThat(found.largest().orElseThrow().number()).isZero();
    assertThat(found.bySize()).extracting(Component::number).containsExactly(0, 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void regions_of_noise_are_those_of_a_plain_flood(long seed) {
    var random = new Random(seed);
    var mask = new byte[5][7 * 9];
    for (var slice : mask) {
      for (int at = 0; at < slice.length; at++) {
        slice[at] = (byte) (random.nextInt(100) < 45 ? 1 : 0);
      }
    }

    var found = Components.of(mask, 7, 9, workers);

    var flooded = new int[5][7 * 9];
    int regions = 0;
    for (int k = 0; k < 5; k++) {
      for (int at = 0; at < 63; at++) {
        if (mask[k][at] != 0 && flooded[k][at] == 0) {
          long voxels = flood(mask, flooded, k, at / 9, at % 9, ++regions);
          assertThat(found.all().get(regions - 1).voxels()).isEqualTo(voxels);
        }
      }
    }
    assertThat(found.all()).hasSize(regions);
  }

  private static long flood(
      byte[][] mask, int[][] flooded, int k, int row, int column, int region) {
    boolean outside = k < 0 || k >= 5 || row < 0 || row >= 7 || column < 0 || column >= 9;
    if (outside || mask[k][row * 9 + column] == 0 || flooded[k][row * 9 + column] != 0) {
      return 0;
    }
    flooded[k][row * 9 + column] = region;
    return 1
        + flood(mask, flooded, k - 1, row, column, region)
        + flood(mask, flooded, k + 1, row, column, region)
        + flood(mask, flooded, k, row - 1, column, region)
        + flood(mask, flooded, k, row + 1, column, region)
        + flood(mask, flooded, k, row, column - 1, region)
        + flood(mask, flooded, k, row, column + 1, region);
  }
}
