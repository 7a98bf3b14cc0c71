package org.hilum.imaging.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoLungPhantomTest {

  private static final double LEFT_LUNG_ML = 4.0 / 3 * Math.PI * 50 * 70 * 110 / 1000;
  private static final double RIGHT_LUNG_ML = 4.0 / 3 * Math.PI * 55 * 70 * 105 / 1000;

  private final ScanGrid grid = ScanGrid.axial(120, 80, 60, 3, 4);

  private static double ml(LabelRaster raster, int label) {
    return raster.count(label) * raster.geometry().voxelMl();
  }

  @ParameterizedTest
  @EnumSource(SlicePlane.class)
  void lungs_have_the_volumes_of_their_ellipsoids_in_every_plane(SlicePlane plane) {
    var isotropic = ScanGrid.axial(116, 116, 90, 3, 3);
    var lungs = TwoLungPhantom.healthy().draw(isotropic.in(plane).geometry()).lungs();
    assertThat(ml(lungs, 1)).isCloseTo(LEFT_LUNG_ML, withinPercentage(1));
    assertThat(ml(lungs, 2)).isCloseTo(RIGHT_LUNG_ML, withinPercentage(1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-18, 12, 25})
  void a_tilted_gantry_shears_the_block_and_keeps_the_volumes(double degrees) {
    var geometry = grid.tilted(degrees).geometry();
    assertThat(geometry.jDirection().z()).isNotZero();
    assertThat(geometry.kDirection().z()).isEqualTo(1);
    var lungs = TwoLungPhantom.healthy().draw(geometry).lungs();
    assertThat(ml(lungs, 2)).isCloseTo(RIGHT_LUNG_ML, withinPercentage(1));
  }

  @Test
  void the_left_lung_lies_at_positive_x() {
    var drawing = TwoLungPhantom.healthy().draw(grid.geometry());
    var geometry = grid.geometry();
    for (int voxel = 0; voxel < geometry.sliceSize(); voxel++) {
      var label = drawing.lungs().labels()[30][voxel];
      var x = geometry.point(30, voxel / 120, voxel % 120).x();
      assertThat(label).isEqualTo((byte) (label == 0 ? 0 : x > 0 ? 1 : 2));
    }
  }

  @Test
  void lesions_have_their_kind_their_density_and_their_volume() {
    var drawing =
        TwoLungPhantom.healthy()
            .withGroundGlass(new PatientPoint(75, 0, 0), 30)
            .withConsolidation(new PatientPoint(-75, 0, 0), 20)
            .draw(grid.geometry());
    assertThat(ml(drawing.opacity(), 1))
        .isCloseTo(4.0 / 3 * Math.PI * 27000 / 1000, withinPercentage(2));
    assertThat(ml(drawing.opacity(), 2))
        .isCloseTo(4.0 / 3 * Math.PI * 8000 / 1000, withinPercentage(3));
    for (int voxel = 0; voxel < grid.geometry().sliceSize(); voxel++) {
      short hu = drawing.volume().hu()[30][voxel];
      switch (drawing.opacity().labels()[30][voxel]) {
        case 1 -> assertThat(hu).isEqualTo((short) -600);
        case 2 -> assertThat(hu).isEqualTo((short) 20);
        default -> assertThat(hu).isIn((short) -1000, (short) -850, (short) 40);
      }
    }
  }

  @Test
  void a_lesion_outside_the_lungs_is_not_drawn() {
    var drawing =
        TwoLungPhantom.healthy()
            .withConsolidation(new PatientPoint(0, 0, 0), 10)
            .draw(grid.geometry());
    assertThat(drawing.opacity().count(2)).isZero();
  }

  @Test
  void a_mirror_swaps_the_lungs() {
    var chest = TwoLungPhantom.healthy().withGroundGlass(new PatientPoint(75, 0, 0), 30);
    var lungs = chest.draw(grid.geometry()).lungs();
    var mirrored = chest.mirrored().draw(grid.geometry()).lungs();
    assertThat(mirrored.count(1)).isEqualTo(lungs.count(2));
    assertThat(mirrored.count(2)).isEqualTo(lungs.count(1));
  }
}
