package org.hilum.imaging.reporting.overlay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which axial slices tell most about a chest: where much of the opacity lies, spread over the
 * height of the lungs so that neighbours do not repeat each other.
 */
public final class KeySlices {

  /** As many as fit a page. */
  public static final int MOST = 6;

  /** A clear chest, or one with a single small lesion, is still shown at this many levels. */
  private static final int FEWEST = 3;

  /** A slice nearer than this share of the lungs' height to a chosen one tells little more. */
  private static final double REACH = 0.09;

  private KeySlices() {}

  /** Heights k in canonical order, from the head down; empty when there is no lung. */
  public static List<Integer> of(Levels levels) {
    int first = levels.firstLung();
    int last = levels.lastLung();
    if (first < 0) {
      return List.of();
    }
    var chosen = new ArrayList<Integer>();
    double reach = Math.max(1, REACH * (last - first + 1));
    while (chosen.size() < MOST) {
      int best = -1;
      double bestWorth = 0;
      for (int k = first; k <= last; k++) {
        double worth = levels.opacity(k) * novelty(k, chosen, reach);
        if (worth > bestWorth) {
          best = k;
          bestWorth = worth;
        }
      }
      // Less than a tenth of a slice's worth beside the chosen ones is a repetition.
      if (best < 0 || bestWorth < 0.1 * levels.opacity(best)) {
        break;
      }
      chosen.add(best);
    }
    fill(chosen, first, last);
    chosen.sort(Comparator.reverseOrder());
    return List.copyOf(chosen);
  }

  /** 0 at a chosen slice, rising to 1 far from all of them. */
  private static double novelty(int k, List<Integer> chosen, double reach) {
    double novelty = 1;
    for (int other : chosen) {
      double distance = (k - other) / reach;
      novelty *= 1 - Math.exp(-distance * distance);
    }
    return novelty;
  }

  /** Adds levels at quarters of the lungs, the farthest from what is there first. */
  private static void fill(List<Integer> chosen, int first, int last) {
    var quarters = new ArrayList<Integer>();
    for (int quarter = 1; quarter <= FEWEST; quarter++) {
      quarters.add(first + (int) Math.round((last - first) * quarter / (FEWEST + 1.0)));
    }
    while (chosen.size() < FEWEST && !quarters.isEmpty()) {
      var farthest =
          quarters.stream().max(Comparator.comparingInt(k -> distance(k, chosen))).orElseThrow();
      quarters.remove(farthest);
      if (!chosen.contains(farthest)) {
        chosen.add(farthest);
      }
    }
  }

  private static int distance(int k, List<Integer> chosen) {
    return chosen.stream().mapToInt(other -> Math.abs(k - other)).min().orElse(Integer.MAX_VALUE);
  }
}
