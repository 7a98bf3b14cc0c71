package org.hilum.imaging.quantification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hilum.imaging.segmentation.OpacityLabel.CONSOLIDATION;
import static org.hilum.imaging.segmentation.OpacityLabel.GROUND_GLASS;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.hilum.imaging.volume.LabelRaster;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RepeatedQuantifierTest {

  private static final int SLICE = BlockChest.ROWS * BlockChest.COLUMNS;

  @Test
  void says_after_any_edits_exactly_what_a_new_measurement_says() {
    for (long seed = 1; seed <= 20; seed++) {
      var random = new Random(seed);
      var chest = BlockChest.healthy().withLobes().opacity(GROUND_GLASS, -600, 5, 8, 4, 7, 15, 19);
      var masks = chest.masks();
      var repeated = new RepeatedQuantifier(chest.volume(), masks, List.of());
      for (int edit = 0; edit < 15; edit++) {
        int k = 2 + random.nextInt(12);
        var slice = masks.opacity().labels()[k].clone();
        int from = random.nextInt(SLICE - 40);
        for (int voxel = from; voxel < from + random.nextInt(40); voxel++) {
          slice[voxel] = (byte) random.nextInt(4);
        }
        masks.opacity().labels()[k] = slice;
        repeated.changed(k);
        var again = repeated.measure(Optional.empty());
        var anew = new Quantifier().measure(chest.volume(), masks);
        assertThat(again)
            .as("seed %d, edit %d", seed, edit)
            .usingRecursiveComparison()
            .isEqualTo(anew);
      }
    }
  }

  @Nested
  class Lesions_parted_by_hand {

    @Test
    void are_two_though_they_touch() {
      var chest = BlockChest.healthy().opacity(GROUND_GLASS, -600, 5, 8, 4, 7, 15, 21);
      var parted = measured(chest, voxel -> voxel % BlockChest.COLUMNS >= 19 ? 1 : 0);
      assertThat(parted.lesions()).extracting(Lesion::voxels).containsExactly(36L, 18L);
      assertThat(
              parted
                  .of(org.hilum.imaging.vocabulary.Region.LUNGS)
                  .of(Quantity.LESION_COUNT)
                  .number())
          .hasValue(2);
    }

    @Test
    void are_one_though_they_do_not_touch() {
      var chest =
          BlockChest.healthy()
              .opacity(GROUND_GLASS, -600, 5, 6, 4, 7, 15, 16)
              .opacity(CONSOLIDATION, -100, 9, 10, 4, 7, 19, 20);
      var together = measured(chest, voxel -> LesionParts.FIRST_TOGETHER);
      assertThat(together.lesions()).singleElement().matches(lesion -> lesion.voxels() == 6);
    }

    @Test
    void stay_two_where_they_lie_in_two_lungs() {
      var chest =
          BlockChest.healthy()
              .opacity(GROUND_GLASS, -600, 5, 6, 4, 7, 15, 16)
              .opacity(GROUND_GLASS, -600, 5, 6, 4, 7, 5, 6);
      assertThat(measured(chest, voxel -> LesionParts.LAST).lesions()).hasSize(2);
    }

    private static ChestMeasurements measured(BlockChest chest, ToIntFunction<Integer> part) {
      var parts = LabelRaster.empty(chest.volume().geometry());
      for (var slice : parts.labels()) {
        for (int voxel = 0; voxel < slice.length; voxel++) {
          slice[voxel] = (byte) part.applyAsInt(voxel);
        }
      }
      return new RepeatedQuantifier(chest.volume(), chest.masks(), List.of())
          .measure(Optional.of(new LesionParts(parts)));
    }
  }
}
