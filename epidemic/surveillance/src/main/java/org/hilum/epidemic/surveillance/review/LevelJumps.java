package org.hilum.epidemic.surveillance.review;

import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Rhythm;

/**
 * Finds days from which the level is another one for good, which growth does not explain.
 *
 * <p>The means of the week before and the week after differ at least threefold, the weeks further
 * out hardly differ from them, and the three days on either side already belong to their level.
 */
public final class LevelJumps {

  private static final double LEAST_JUMP = Math.log(3);

  /** Of the jump, the most that may come about within the two weeks before or after. */
  private static final double LARGEST_TREND = 1.0 / 3;

  /** Of the jump, the most by which the days beside it may differ from their week. */
  private static final double LARGEST_LAG = 1.0 / 4;

  /** Persons a day on the higher side; below, a cluster of cases looks the same. */
  private static final double ENOUGH = 30;

  /** Persons a day on the lower side; below, a source was silent. */
  private static final double LEAST = 1;

  private LevelJumps() {}

  /**
   * Says every jump of a daily series; weeks are too coarse to tell one from a surge.
   *
   * @param counts as if reported every day
   */
  public static void find(double[] counts, CaseCounts series, Notes notes) {
    if (series.rhythm() == Rhythm.WEEKLY) {
      return;
    }
    int best = -1;
    double largest = 0;
    for (int step = 14; step + 7 <= counts.length; step++) {
      double jump = jump(counts, step);
      if (best >= 0 && step - best > 7) {
        say(counts, best, notes);
        best = -1;
        largest = 0;
      }
      if (jump > largest) {
        largest = jump;
        best = step;
      }
    }
    if (best >= 0) {
      say(counts, best, notes);
    }
  }

  private static void say(double[] counts, int step, Notes notes) {
    notes.jump(step, Medians.mean(counts, step - 7, step), Medians.mean(counts, step, step + 7));
  }

  /** Size of the jump at a step on the log scale, 0 when there is none. */
  private static double jump(double[] counts, int step) {
    double before = log(counts, step - 7, step);
    double after = log(counts, step, step + 7);
    double jump = Math.abs(after - before);
    if (!(jump >= LEAST_JUMP)
        || Math.max(before, after) < Math.log(ENOUGH + 1)
        || Math.min(before, after) < Math.log(LEAST + 1)) {
      return 0;
    }
    double earlier = Math.abs(before - log(counts, step - 14, step - 7));
    double later = Math.abs(log(counts, step + 7, step + 14) - after);
    boolean isAtOnce =
        Math.abs(log(counts, step - 3, step) - before) < LARGEST_LAG * jump
            && Math.abs(log(counts, step, step + 3) - after) < LARGEST_LAG * jump;
    boolean isSteady =
        earlier < LARGEST_TREND * jump && (Double.isNaN(later) || later < LARGEST_TREND * jump);
    return isAtOnce && isSteady ? jump : 0;
  }

  private static double log(double[] counts, int from, int to) {
    return Math.log(Medians.mean(counts, from, to) + 1);
  }
}
