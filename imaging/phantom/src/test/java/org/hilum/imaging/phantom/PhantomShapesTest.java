package org.hilum.imaging.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.hilum.imaging.volume.PatientPoint;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhantomShapesTest {

  @Test
  void a_sphere_has_its_volume_at_awkward_spacing() {
    var geometry =
        new ScanGrid(
                SlicePlane.NEGATIVE_COLUMN,
                80,
                70,
                50,
                0.7,
                0.9,
                1.25,
                10,
                new PatientPoint(9, 8, 7))
            .geometry();
    var ball = Ellipsoid.sphere(new PatientPoint(9, 8, 7), 20);
    var mask = PhantomShapes.mask(geometry, ball);
    assertThat(mask.count(1) * geometry.voxelMl())
        .isCloseTo(4.0 / 3 * Math.PI * 8, withinPercentage(0.5));
    assertThat(ball.volumeMl()).isCloseTo(33.51, withinPercentage(0.01));
  }

  @Test
  void a_solid_has_one_density_inside_and_one_outside() {
    var geometry = ScanGrid.axial(11, 11, 11, 1, 1).geometry();
    var volume =
        PhantomShapes.solid(geometry, Ellipsoid.sphere(new PatientPoint(0, 0, 0), 3), 50, -100);
    assertThat(volume.hu()[5][60]).isEqualTo((short) 50);
    assertThat(volume.hu()[0][0]).isEqualTo((short) -100);
  }

  @Test
  void a_stair_climbs_along_the_columns() {
    var volume = PhantomShapes.stair(ScanGrid.axial(4, 2, 1, 1, 1).geometry(), -1000, 100);
    assertThat(volume.hu()[0])
        .containsExactly(
            (short) -1000,
            (short) -900,
            (short) -800,
            (short) -700,
            (short) -1000,
            (short) -900,
            (short) -800,
            (short) -700);
  }
}
