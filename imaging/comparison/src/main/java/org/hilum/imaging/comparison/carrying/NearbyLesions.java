package org.hilum.imaging.comparison.carrying;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hilum.imaging.comparison.DatedReading;
import org.hilum.imaging.comparison.carrying.Carried.Pairing;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * Looks around the place of lesions that met nothing for what lies within the error of alignment.
 *
 * <p>Limits: searched voxel by voxel, so meant for the few lesions that met nothing.
 */
public final class NearbyLesions {

  /**
   * How far a point may lie off after alignment, mm: twice the mean landmark error of 2 mm that
   * alignment may have at most.
   */
  public static final double TOLERANCE_MM = 4;

  /** Larger lesions cannot be displaced as a whole by such an error. */
  private static final int LARGEST_SEARCHED = 200_000;

  private final DatedReading from;
  private final DatedReading to;
  private final Movement movement;
  private final VoxelPlaces fromPlaces;
  private final VoxelPlaces toPlaces;
  private final List<int[]> around;

  /** Prepares to look. */
  public NearbyLesions(DatedReading from, DatedReading to, Movement movement) {
    this.from = from;
    this.to = to;
    this.movement = movement;
    fromPlaces = new VoxelPlaces(from.volume().geometry());
    toPlaces = new VoxelPlaces(to.volume().geometry());
    around = around(to.volume().geometry());
  }

  /** Steps to the voxels within the tolerance, nearest first. */
  private static List<int[]> around(VolumeGeometry g) {
    int di = (int) (TOLERANCE_MM / g.iSpacingMm());
    int dj = (int) (TOLERANCE_MM / g.jSpacingMm());
    int dk = (int) (TOLERANCE_MM / g.kSpacingMm());
    var steps = new ArrayList<int[]>();
    for (int k = -dk; k <= dk; k++) {
      for (int j = -dj; j <= dj; j++) {
        for (int i = -di; i <= di; i++) {
          if (distanceMm(g, k, j, i) <= TOLERANCE_MM) {
            steps.add(new int[] {k, j, i});
          }
        }
      }
    }
    steps.sort(Comparator.comparingDouble(step -> distanceMm(g, step[0], step[1], step[2])));
    return steps;
  }

  private static double distanceMm(VolumeGeometry g, int k, int j, int i) {
    return Math.hypot(Math.hypot(i * g.iSpacingMm(), j * g.jSpacingMm()), k * g.kSpacingMm());
  }

  /** For each of the lesions and each lesion near it, how many of its voxels lie near that one. */
  public Map<Pairing, Double> of(Set<Integer> lesions) {
    var found = new HashMap<Pairing, Double>();
    var wanted = new boolean[from.measurements().lesions().size() + 1];
    from.measurements().lesions().stream()
        .filter(lesion -> lesion.voxels() <= LARGEST_SEARCHED)
        .filter(lesion -> lesions.contains(lesion.number()))
        .forEach(lesion -> wanted[lesion.number()] = true);
    if (lesions.isEmpty()) {
      return found;
    }
    var place = new double[3];
    int columns = fromPlaces.columns();
    var labels = from.measurements().lesionLabels();
    for (int k = 0; k < labels.length; k++) {
      for (int at = 0; at < labels[k].length; at++) {
        int lesion = Short.toUnsignedInt(labels[k][at]);
        if (lesion != 0 && wanted[lesion]) {
          int near = nearest(at % columns, at / columns, k, place);
          if (near != 0) {
            found.merge(new Pairing(lesion, near), 1.0, Double::sum);
          }
        }
      }
    }
    return found;
  }

  private int nearest(int i, int j, int k, double[] place) {
    movement.move(
        fromPlaces.mm(0, i, j, k), fromPlaces.mm(1, i, j, k), fromPlaces.mm(2, i, j, k), place);
    int toI = toPlaces.index(0, place);
    int toJ = toPlaces.index(1, place);
    int toK = toPlaces.index(2, place);
    var labels = to.measurements().lesionLabels();
    for (var step : around) {
      if (toPlaces.holds(toI + step[2], toJ + step[1], toK + step[0])) {
        int label = labels[toK + step[0]][(toJ + step[1]) * toPlaces.columns() + toI + step[2]];
        if (label != 0) {
          return Short.toUnsignedInt((short) label);
        }
      }
    }
    return 0;
  }
}
