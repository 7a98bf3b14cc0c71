package org.hilum.imaging.evaluation.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.hilum.imaging.phantom.Ellipsoid;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SurfaceDiceTest {

  private static final double TOLERANCE = 3;

  /** The staircase of a binary ball is longer than its sphere, with triangles as with gradients. */
  private static final double STAIRCASE = 0.1;

  @ParameterizedTest(name = "{0} mm in the plane, {1} mm between slices")
  @CsvSource({"1, 1", "0.7, 1.25", "1.4, 3"})
  void the_surface_of_a_ball_has_the_area_of_a_sphere(double mm, double sliceMm) {
    int side = (int) (70 / mm);
    var grid = Shapes.grid(side, side, (int) (70 / sliceMm), mm, sliceMm);

    assertThat(SurfaceDice.areaMm2(grid, Shapes.ball(grid, 0, 30), Shapes.all(grid)))
        .isCloseTo(4 * Math.PI * 30 * 30, within(STAIRCASE * 4 * Math.PI * 30 * 30));
  }

  @Test
  void a_box_has_the_area_of_its_faces() {
    var grid = Shapes.grid(30, 30, 30, 1, 2);
    var labels = new byte[30][900];
    for (int k = 10; k < 20; k++) {
      for (int at = 0; at < 900; at++) {
        boolean inside = at / 30 >= 5 && at / 30 < 25 && at % 30 >= 5 && at % 30 < 25;
        labels[k][at] = (byte) (inside ? 1 : 0);
      }
    }

    // 20 x 20 x 20 mm; edges and corners are rounded off a little.
    assertThat(SurfaceDice.areaMm2(grid, Mask.any(labels), Shapes.all(grid)))
        .isCloseTo(6 * 400, within(0.1 * 6 * 400));
  }

  @ParameterizedTest(name = "grown by {0} mm")
  @CsvSource({"0, 1", "2, 1", "5, 0"})
  void a_ball_around_a_ball_agrees_wholly_or_not_at_all(double growth, double expected) {
    var grid = Shapes.grid(80, 80, 80, 1, 1);

    assertThat(
            SurfaceDice.of(
                grid,
                Shapes.ball(grid, 0, 25),
                Shapes.ball(grid, 0, 25 + growth),
                Shapes.all(grid),
                TOLERANCE))
        .hasValueCloseTo(expected, within(0.001));
  }

  @Test
  void a_ball_moved_aside_agrees_on_the_belt_that_moved_less_than_the_tolerance() {
    double voxelMm = 0.75;
    var grid = Shapes.grid(140, 110, 110, voxelMm, voxelMm);
    double radius = 30;
    double moved = 12;

    var dice =
        SurfaceDice.of(
            grid,
            Shapes.ball(grid, -moved / 2, radius),
            Shapes.ball(grid, moved / 2, radius),
            Shapes.all(grid),
            TOLERANCE);

    // Elements lie within half a voxel of their surface, both of them.
    assertThat(dice.orElseThrow())
        .isBetween(belt(radius, moved, TOLERANCE), belt(radius, moved, TOLERANCE + voxelMm));
  }

  /**
   * A point at angle t to the way moved lies | |p - c| - R | from the other sphere, with |p - c|^2
   * = R^2 + d^2 - 2 R d cos t; the area of a sphere is even in cos t.
   */
  private static double belt(double radius, double moved, double tolerance) {
    double outer = Math.pow(radius + tolerance, 2);
    double inner = Math.pow(radius - tolerance, 2);
    return (outer - inner) / (2 * radius * moved) / 2;
  }

  @Test
  void nothing_drawn_is_absent_and_nothing_found_is_zero() {
    var grid = Shapes.grid(30, 30, 30, 2, 2);
    var none = Shapes.none(grid);
    var ball = Shapes.ball(grid, 0, 20);

    assertThat(SurfaceDice.of(grid, none, none, Shapes.all(grid), TOLERANCE)).isEmpty();
    assertThat(SurfaceDice.of(grid, none, ball, Shapes.all(grid), TOLERANCE)).isEmpty();
    assertThat(SurfaceDice.of(grid, ball, none, Shapes.all(grid), TOLERANCE)).hasValue(0);
  }

  @Test
  void slices_that_are_not_labelled_have_no_surface() {
    var grid = Shapes.grid(60, 60, 60, 1, 1);
    var drawn = Shapes.ball(grid, 0, 20);
    var labels = new byte[60][];
    for (int k = 0; k < 60; k++) {
      labels[k] = k < 30 ? drawn.labels()[k] : new byte[3600];
    }
    var lower = new BitSet();
    lower.set(0, 30);

    assertThat(SurfaceDice.of(grid, drawn, Mask.any(labels), lower, TOLERANCE)).hasValue(1);
    assertThat(
            SurfaceDice.of(grid, drawn, Mask.any(labels), Shapes.all(grid), TOLERANCE)
                .orElseThrow())
        .isLessThan(0.8);
  }

  @Test
  void a_tilted_gantry_does_not_change_distances_in_the_patient() {
    double tilt = Math.toRadians(20);
    var tilted =
        new VolumeGeometry(
            new PatientPoint(-45, -45 * Math.cos(tilt), -45 - 45 * Math.sin(tilt)),
            new Vector3(1, 0, 0),
            new Vector3(0, Math.cos(tilt), Math.sin(tilt)),
            new Vector3(0, 0, 1),
            1,
            1,
            1,
            91,
            91,
            91);
    var drawn = Shapes.body(tilted, Ellipsoid.sphere(new PatientPoint(0, 0, 0), 25));

    assertThat(SurfaceDice.areaMm2(tilted, drawn, Shapes.all(tilted)))
        .isCloseTo(4 * Math.PI * 625, within(STAIRCASE * 4 * Math.PI * 625));
    assertThat(
            SurfaceDice.of(
                tilted,
                drawn,
                Shapes.body(tilted, Ellipsoid.sphere(new PatientPoint(0, 0, 0), 27)),
                Shapes.all(tilted),
                TOLERANCE))
        .hasValueCloseTo(1.0, within(0.001));
    assertThat(
            SurfaceDice.of(
                tilted,
                drawn,
                Shapes.body(tilted, Ellipsoid.sphere(new PatientPoint(0, 0, 0), 30)),
                Shapes.all(tilted),
                TOLERANCE))
        .hasValueCloseTo(0.0, within(0.001));
  }
}
