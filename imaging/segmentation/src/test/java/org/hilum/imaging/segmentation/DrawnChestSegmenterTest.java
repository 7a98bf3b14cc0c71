package org.hilum.imaging.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.segmentation.SegmentationResult.Segmented;
import org.hilum.imaging.volume.CtVolume;
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

  @Test
  void the_masks_are_those_of_whole_frames_for_two_thirds_of_the_pixels() {
    var windows = new ThresholdNetwork(256, true);
    var whole = new ThresholdNetwork(256, false);
    var volume = drawn(CHEST, ScanGrid.axial(128, 96, 87, 2.75, 3));

    var found = segmented(volume, windows);
    var expected = segmented(volume, whole);

    assertThat(found.lungs().labels()).isDeepEqualTo(expected.lungs().labels());
    assertThat(found.opacity().labels()).isDeepEqualTo(expected.opacity().labels());
    assertThat(windows.pixels()).isLessThan(whole.pixels() * 7 / 10);
  }

  private static ChestSegmentation segmented(CtVolume volume, ThresholdNetwork network) {
    var settings = SegmentationSettings.standard();
    try (var segmenter = new NetworkChestSegmenter(Cards.drawn(), network, settings)) {
      return ((Segmented) segmenter.segment(volume, done -> {})).segmentation();
    }
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
