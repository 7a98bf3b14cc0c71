package org.hilum.imaging.lobes;

import java.util.stream.IntStream;
import org.hilum.imaging.lobes.grid.LungGrid;
import org.hilum.imaging.lobes.surface.FissureSurface;

/**
 * Whether lobes have sizes that lobes have.
 *
 * <p>Source: of 32 healthy adults lying down, the lower lobe was 42 to 64 % of the left lung and 42
 * to 63 % of the right one, the middle lobe 12 to 26 % of the right lung (from the extremes in
 * Yamada 2020, doi:10.1159/000507265, table 3). Disease moves fissures, so twice as much is let
 * pass.
 */
final class Plausibility {

  private static final double LEAST_LOWER = 0.2;
  private static final double MOST_LOWER = 0.8;
  private static final double LEAST_MIDDLE = 0.05;
  private static final double MOST_MIDDLE = 0.45;

  private Plausibility() {}

  static boolean isLowerLobe(double partOfLung) {
    return partOfLung >= LEAST_LOWER && partOfLung <= MOST_LOWER;
  }

  static boolean isMiddleLobe(double partOfLung) {
    return partOfLung >= LEAST_MIDDLE && partOfLung <= MOST_MIDDLE;
  }

  /** Part of a lung that lies below a surface, 0 to 1. */
  static double partBelow(LungGrid lung, FissureSurface surface) {
    return part(lung, (x, y, z) -> surface.above(x, y, z) <= 0);
  }

  /** Part of a lung that lies above one surface and below another, 0 to 1. */
  static double partBetween(LungGrid lung, FissureSurface lower, FissureSurface upper) {
    return part(lung, (x, y, z) -> lower.above(x, y, z) > 0 && upper.above(x, y, z) <= 0);
  }

  /** Looks at every third cube along each axis. */
  private static double part(LungGrid lung, Place belongs) {
    var lattice = lung.lattice();
    int step = 3;
    long[] counted =
        IntStream.range(0, lattice.layers() / step)
            .parallel()
            .mapToObj(
                layer -> {
                  int z = layer * step;
                  var sums = new long[2];
                  for (int y = 0; y < lattice.rows(); y += step) {
                    for (int x = 0; x < lattice.columns(); x += step) {
                      if (lung.inside((z * lattice.rows() + y) * lattice.columns() + x)) {
                        sums[0]++;
                        sums[1] += belongs.holds(lattice.x(x), lattice.y(y), lattice.z(z)) ? 1 : 0;
                      }
                    }
                  }
                  return sums;
                })
            .reduce(new long[2], (a, b) -> new long[] {a[0] + b[0], a[1] + b[1]});
    return counted[0] == 0 ? 0 : (double) counted[1] / counted[0];
  }

  /** Whether a place of the patient belongs to a part. */
  private interface Place {
    boolean holds(double x, double y, double z);
  }
}
