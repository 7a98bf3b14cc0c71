package org.hilum.imaging.reporting.overlay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hilum.imaging.reporting.ComparedFindings;
import org.hilum.imaging.reporting.content.LesionLife;

/**
 * Which slices of the later date tell most about a change: those of the lesions that changed most,
 * then those with most opacity.
 */
final class MatchedLevels {

  /** As many rows as fit a page beside the tables. */
  static final int MOST = 3;

  /** Slices nearer than this tell the same, mm. */
  private static final double APART_MM = 12;

  private MatchedLevels() {}

  /** Heights k in the later date's canonical order, from the head down. */
  static List<Integer> of(ComparedFindings findings, MatchedChests chests, int most) {
    var chosen = new ArrayList<Integer>();
    double apart = APART_MM / chests.levels().spacingMm();
    for (var life : LesionLife.recent(findings)) {
      add(chosen, chests.heightOf(life.place()), apart, most);
    }
    KeySlices.of(chests.levels()).forEach(k -> add(chosen, k, apart, most));
    chosen.sort(Comparator.reverseOrder());
    return List.copyOf(chosen);
  }

  private static void add(List<Integer> chosen, int k, double apart, int most) {
    if (chosen.size() < most && chosen.stream().allMatch(other -> Math.abs(other - k) >= apart)) {
      chosen.add(k);
    }
  }
}
