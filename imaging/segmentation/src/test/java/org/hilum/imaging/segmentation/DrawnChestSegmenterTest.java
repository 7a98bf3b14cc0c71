package org.hilum.imaging.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.hilum.imaging.volume.LabelRaster;
import org.junit.jupiter.api.Test;

/** The line around the network, with a network by hand. */
class DrawnChestSegmenterTest extends ChestSegmenterContract {

  @Override
  double lungTolerancePercent() {
    return 6; // its opening takes a pixel off each outline
  }

  @Override
  double mirrorTolerancePercent() {
    return 0;
  }

  @Override
  ChestSegmenter segmenter(SegmentationSettings settings) {
    return Cards.byHand(settings);
  }

  @Test
  void the_masks_of_a_mirrored_patient_are_mirrored_voxel_by_voxel() {
    var upright = segmented(drawn(CHEST, SCAN));
    var mirrored = segmented(drawn(CHEST.mirrored(), SCAN));

    assertThat(mirrored.lungs().labels()).isDeepEqualTo(imageOf(upright.lungs(), true));
    assertThat(mirrored.opacity().labels()).isDeepEqualTo(imageOf(upright.opacity(), false));
  }

  private static byte[][] imageOf(LabelRaster raster, boolean swapSides) {
    int columns = raster.geometry().columns();
    var image = new byte[raster.labels().length][raster.geometry().sliceSize()];
    for (int k = 0; k < image.length; k++) {
      for (int voxel = 0; voxel < image[k].length; voxel++) {
        int row = voxel / columns;
        byte label = raster.labels()[k][row * columns + columns - 1 - voxel % columns];
        image[k][voxel] = (byte) (swapSides && label != 0 ? 3 - label : label);
      }
    }
    return image;
  }
}
