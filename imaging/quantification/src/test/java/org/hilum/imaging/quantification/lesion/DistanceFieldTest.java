package org.hilum.imaging.quantification.lesion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DistanceFieldTest {

  @Property(tries = 200)
  void every_cell_is_as_far_as_its_nearest_source(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 9) int nx,
      @ForAll @IntRange(min = 1, max = 7) int ny,
      @ForAll @IntRange(min = 1, max = 8) int nz) {
    var random = new java.util.Random(seed);
    var grid = new float[nx * ny * nz];
    for (int cell = 0; cell < grid.length; cell++) {
      grid[cell] = random.nextInt(8) == 0 ? 0 : DistanceField.NO_SOURCE;
    }
    var expected = bruteForce(grid, nx, ny);
    DistanceField.transform(grid, nx, ny, nz);
    assertThat(grid).isEqualTo(expected);
  }

  @Example
  void without_a_source_nothing_is_near() {
    var grid = new float[60];
    Arrays.fill(grid, DistanceField.NO_SOURCE);
    DistanceField.transform(grid, 3, 4, 5);
    assertThat(grid).containsOnly(DistanceField.NO_SOURCE);
  }

  private static float[] bruteForce(float[] sources, int nx, int ny) {
    var result = new float[sources.length];
    for (int cell = 0; cell < sources.length; cell++) {
      result[cell] = DistanceField.NO_SOURCE;
      for (int source = 0; source < sources.length; source++) {
        if (sources[source] == 0) {
          int dx = cell % nx - source % nx;
          int dy = cell / nx % ny - source / nx % ny;
          int dz = cell / (nx * ny) - source / (nx * ny);
          result[cell] = Math.min(result[cell], dx * dx + dy * dy + dz * dz);
        }
      }
    }
    return result;
  }
}
