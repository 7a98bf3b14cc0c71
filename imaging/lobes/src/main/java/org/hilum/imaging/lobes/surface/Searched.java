package org.hilum.imaging.lobes.surface;

import java.util.stream.IntStream;
import org.hilum.imaging.lobes.grid.LungGrid;

/**
 * The part of a lung in which a fissure is looked for.
 *
 * @param contrast brightness above the lung around, see {@link
 *     org.hilum.imaging.lobes.grid.LungContrast}
 * @param within cubes that may hold the fissure; all of the lung when empty
 */
@SuppressWarnings("ArrayRecordComponent")
public record Searched(LungGrid grid, float[] contrast, boolean[] within) {

  /** In mm: nearer to the other fissure its own brightness is seen. */
  private static final double CLEAR_MM = 6;

  /** A whole lung. */
  public static Searched all(LungGrid grid, float[] contrast) {
    return new Searched(grid, contrast, new boolean[0]);
  }

  /** The part of this lung in front of and above a fissure, by more than its own brightness. */
  public Searched inFrontOf(FissureSurface fissure) {
    var lattice = grid.lattice();
    var front = new boolean[lattice.size()];
    IntStream.range(0, lattice.layers())
        .parallel()
        .forEach(
            z -> {
              int cube = z * lattice.layer();
              for (int y = 0; y < lattice.rows(); y++) {
                for (int x = 0; x < lattice.columns(); x++, cube++) {
                  front[cube] =
                      grid.inside(cube)
                          && fissure.above(lattice.x(x), lattice.y(y), lattice.z(z)) > CLEAR_MM;
                }
              }
            });
    return new Searched(grid, contrast, front);
  }

  boolean mayHold(int cube) {
    return grid.inside(cube) && (within.length == 0 || within[cube]);
  }
}
