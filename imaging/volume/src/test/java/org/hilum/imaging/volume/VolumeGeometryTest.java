package org.hilum.imaging.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VolumeGeometryTest {

  private static final Vector3 X = new Vector3(1, 0, 0);
  private static final Vector3 Y = new Vector3(0, 1, 0);
  private static final Vector3 Z = new Vector3(0, 0, 1);

  private static VolumeGeometry stackedAlong(Vector3 k) {
    return new VolumeGeometry(new PatientPoint(10, 20, 30), X, Y, k, 0.5, 0.75, 2, 8, 6, 4);
  }

  @Test
  void finds_the_voxel_of_a_point_of_a_sheared_volume() {
    var tilted = stackedAlong(new Vector3(0, Math.sin(0.3), Math.cos(0.3)));
    var index = tilted.index(tilted.point(3, 2.5, 1));
    assertThat(index.k()).isEqualTo(3, within(1e-12));
    assertThat(index.j()).isEqualTo(2.5, within(1e-12));
    assertThat(index.i()).isEqualTo(1, within(1e-12));
  }

  @Test
  void a_tilted_gantry_leans_and_its_voxels_are_smaller() {
    var tilted = stackedAlong(new Vector3(0, 0.5, Math.sqrt(0.75)));
    assertThat(tilted.tiltDegrees()).isEqualTo(30, within(1e-9));
    assertThat(tilted.voxelMl()).isEqualTo(0.5 * 0.75 * 2 * Math.sqrt(0.75) / 1000, within(1e-15));
    assertThat(tilted.normalSpacingMm()).isEqualTo(2 * Math.sqrt(0.75), within(1e-12));
  }

  @Test
  void slices_towards_the_head_are_right_handed_and_towards_the_feet_left_handed() {
    assertThat(stackedAlong(Z).isRightHanded()).isTrue();
    assertThat(stackedAlong(Z.scaled(-1)).isRightHanded()).isFalse();
    assertThat(stackedAlong(Z.scaled(-1)).tiltDegrees()).isZero();
  }
}
