package org.hilum.imaging.quantification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hilum.imaging.segmentation.LungLabel.LEFT;
import static org.hilum.imaging.segmentation.LungLabel.RIGHT;
import static org.hilum.imaging.segmentation.OpacityLabel.CONSOLIDATION;
import static org.hilum.imaging.segmentation.OpacityLabel.GROUND_GLASS;

import java.util.List;
import java.util.Optional;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LesionsTest {

  @Nested
  class One_lesion {
    @Test
    void is_opacity_that_touches_at_a_corner() {
      var chest =
          BlockChest.healthy()
              .opacity(GROUND_GLASS, -600, 5, 5, 15)
              .opacity(GROUND_GLASS, -600, 6, 6, 16)
              .opacity(GROUND_GLASS, -600, 7, 5, 15)
              .measured();
      assertThat(chest.lesions()).singleElement().matches(lesion -> lesion.voxels() == 3);
    }

    @Test
    void does_not_reach_across_to_the_other_lung() {
      var chest =
          BlockChest.healthy()
              .lungLabel(RIGHT, 5, 5, 12)
              .lungLabel(LEFT, 5, 5, 13)
              .opacity(GROUND_GLASS, -600, 5, 6, 5, 6, 11, 15)
              .measured();
      assertThat(chest.lesions()).hasSize(2).allMatch(lesion -> lesion.voxels() == 2);
      assertThat(chest.of(Region.LEFT_LUNG).of(Quantity.LESION_COUNT).number()).hasValue(1);
      assertThat(chest.of(Region.RIGHT_LUNG).of(Quantity.LESION_COUNT).number()).hasValue(1);
    }

    @Test
    void is_described_by_its_voxels() {
      // 4 x 2 x 3 = 24 voxels; one more below, so slice 6 has the largest area first.
      var chest =
          BlockChest.healthy()
              .opacity(GROUND_GLASS, -600, 6, 8, 4, 6, 15, 19)
              .opacity(CONSOLIDATION, -100, 8, 9, 4, 6, 15, 19)
              .measured();
      var lesion = chest.lesions().getFirst();
      assertThat(lesion.number()).isEqualTo(1);
      assertThat(lesion.voxels()).isEqualTo(24);
      assertThat(lesion.centre())
          .as("columns 15-18, rows 4-5, slices 6-8 of 10 mm from (-125, -65, -75)")
          .isEqualTo(new PatientPoint(40, -20, -5));
      assertThat(lesion.extentMm()).isEqualTo(new Vector3(40, 20, 30));
      assertThat(lesion.meanHu()).isEqualTo((16 * -600 + 8 * -100) / 24.0);
      assertThat(lesion.consolidationPercent()).isEqualTo(100.0 / 3);
      assertThat(lesion.kind()).isEqualTo(OpacityKind.GROUND_GLASS);
      assertThat(lesion.keySlice()).isEqualTo(6);
      assertThat(lesion.region()).isEqualTo(Region.LEFT_MIDDLE_ZONE);
    }

    @Test
    void has_its_key_slice_where_its_area_is_largest() {
      var chest =
          BlockChest.healthy()
              .opacity(GROUND_GLASS, -600, 3, 12, 4, 5, 15, 17)
              .opacity(GROUND_GLASS, -600, 9, 10, 4, 8, 15, 20)
              .measured();
      assertThat(chest.lesions().getFirst().keySlice()).isEqualTo(9);
    }

    @Test
    void of_as_much_ground_glass_as_consolidation_is_of_no_determined_kind() {
      var chest =
          BlockChest.healthy()
              .opacity(GROUND_GLASS, -600, 5, 5, 15)
              .opacity(CONSOLIDATION, 0, 5, 5, 16)
              .measured();
      assertThat(chest.lesions().getFirst().kind()).isEqualTo(OpacityKind.UNDETERMINED);
      assertThat(chest.lesions().getFirst().consolidationPercent()).isEqualTo(50);
    }
  }

  @Nested
  class Several_lesions {
    @Test
    void come_largest_first_and_equal_ones_from_head_to_feet_then_from_right_to_left() {
      var chest =
          BlockChest.healthy()
              .opacity(GROUND_GLASS, -600, 4, 5, 4, 5, 15, 18)
              .opacity(GROUND_GLASS, -600, 10, 4, 15)
              .opacity(GROUND_GLASS, -600, 12, 4, 5)
              .opacity(GROUND_GLASS, -600, 10, 4, 5)
              .measured();
      assertThat(chest.lesions())
          .extracting(lesion -> lesion.voxels() + " " + lesion.region())
          .containsExactly(
              "3 LEFT_LOWER_ZONE", "1 RIGHT_UPPER_ZONE", "1 RIGHT_UPPER_ZONE", "1 LEFT_UPPER_ZONE");
      assertThat(chest.lesions().get(1).centre().z())
          .isGreaterThan(chest.lesions().get(2).centre().z());
      assertThat(chest.lesionLabels()[4][4 * BlockChest.COLUMNS + 16]).isEqualTo((short) 1);
      assertThat(chest.lesionLabels()[12][4 * BlockChest.COLUMNS + 5]).isEqualTo((short) 2);
      assertThat(chest.lesionLabels()[10][4 * BlockChest.COLUMNS + 5]).isEqualTo((short) 3);
      assertThat(chest.lesionLabels()[10][4 * BlockChest.COLUMNS + 15]).isEqualTo((short) 4);
    }

    @Test
    void need_fifty_voxels_each_where_the_size_of_a_voxel_is_not_known() {
      var chest =
          BlockChest.healthy()
              .withoutSpacing()
              .opacity(GROUND_GLASS, -600, 4, 5, 2, 12, 14, 19)
              .opacity(GROUND_GLASS, -600, 4, 5, 2, 9, 2, 9)
              .measured();
      assertThat(chest.lesions()).singleElement().matches(lesion -> lesion.voxels() == 50);
      assertThat(chest.of(Region.RIGHT_LUNG).of(Quantity.LESION_COUNT).number()).hasValue(0);
    }

    @Test
    void are_all_counted_and_the_largest_32767_listed() {
      // Single voxels of 0.125 mL on every second place of a lung of 140 x 140 x 20 voxels.
      var geometry =
          new VolumeGeometry(
              new PatientPoint(0, 0, 0),
              new Vector3(1, 0, 0),
              new Vector3(0, 1, 0),
              new Vector3(0, 0, 1),
              5,
              5,
              5,
              142,
              140,
              20);
      var lungs = LabelRaster.empty(geometry);
      var opacity = LabelRaster.empty(geometry);
      for (int k = 0; k < 20; k++) {
        for (int j = 0; j < 140; j++) {
          for (int i = 0; i < 140; i++) {
            lungs.labels()[k][j * 142 + i] = LEFT;
            opacity.labels()[k][j * 142 + i] =
                k % 2 == 0 && j % 2 == 0 && i % 2 == 0 ? GROUND_GLASS : 0;
          }
        }
      }
      // One of two voxels, found last, must still come first.
      opacity.labels()[18][138 * 142 + 139] = GROUND_GLASS;
      var masks =
          new ChestSegmentation(
              lungs, opacity, Optional.empty(), Optional.empty(), List.of(), List.of());
      var chest =
          new Quantifier().measure(new CtVolume(geometry, new short[20][140 * 142], true), masks);
      assertThat(chest.lesions()).hasSize(32767);
      assertThat(chest.lesions().getFirst().voxels()).isEqualTo(2);
      assertThat(chest.lesionLabels()[18][138 * 142 + 139]).isEqualTo((short) 1);
      assertThat(chest.of(Region.LUNGS).of(Quantity.LESION_COUNT).number()).hasValue(49000);
      int highest = 0;
      for (var slice : chest.lesionLabels()) {
        for (short label : slice) {
          highest = Math.max(highest, Short.toUnsignedInt(label));
        }
      }
      assertThat(highest).isEqualTo(32767);
    }
  }
}
