package org.hilum.imaging.lobes.surface;

import java.util.Arrays;

/**
 * Finds the surface over a raster of posts that costs least: one level for each post, neighbours
 * near each other.
 *
 * <p>In: costs {@code [post * levels + level]}, posts row by row. <br>
 * Source: sequential tree-reweighted message passing, Kolmogorov 2006, doi:10.1109/TPAMI.2006.200.
 * <br>
 * Limits: near the least cost, not proven to be it.
 */
final class SurfaceSearch {

  /** Rounds of messages; further ones moved no phantom's surface by more than a level. */
  private static final int ROUNDS = 6;

  /** Most levels between neighbours: 56 degrees. */
  private static final int REACH = 3;

  /** Cost of a step that is too far, for each level. */
  private static final float TOO_FAR = 10;

  private final int columns;
  private final int rows;
  private final int levels;
  private final float[] cost;
  private final float[] stepCost = new float[REACH + 1];

  /** Messages to each post from the post before it in its row, after it, above and below. */
  private final float[] fromBefore;

  private final float[] fromAfter;
  private final float[] fromAbove;
  private final float[] fromBelow;

  /**
   * A search.
   *
   * @param stiffness cost of a step of one level between neighbours; grows with its square
   */
  SurfaceSearch(SurfaceFrame frame, float[] cost, float stiffness) {
    this.columns = frame.columns();
    this.rows = frame.rows();
    this.levels = cost.length / frame.posts();
    this.cost = cost;
    for (int step = 0; step <= REACH; step++) {
      stepCost[step] = stiffness * step * step;
    }
    fromBefore = new float[cost.length];
    fromAfter = new float[cost.length];
    fromAbove = new float[cost.length];
    fromBelow = new float[cost.length];
  }

  /** The level of each post. */
  int[] search() {
    var work = new Work(cost.length, levels);
    for (int round = 0; round < ROUNDS; round++) {
      for (int post = 0; post < columns * rows; post++) {
        forwards(post, work);
      }
      for (int post = columns * rows - 1; post >= 0; post--) {
        backwards(post, work);
      }
    }
    return levelsOfLeastCost();
  }

  private void forwards(int post, Work work) {
    int at = post * levels;
    if (post % columns < columns - 1) {
      send(post, fromAfter, fromBefore, at + levels, work);
    }
    if (post / columns < rows - 1) {
      send(post, fromBelow, fromAbove, at + columns * levels, work);
    }
  }

  private void backwards(int post, Work work) {
    int at = post * levels;
    if (post % columns > 0) {
      send(post, fromBefore, fromAfter, at - levels, work);
    }
    if (post / columns > 0) {
      send(post, fromAbove, fromBelow, at - columns * levels, work);
    }
  }

  /** Part of a post's cost that each of the trees through it carries. */
  private float share(int post) {
    int column = post % columns;
    int row = post / columns;
    int before = (column > 0 ? 1 : 0) + (row > 0 ? 1 : 0);
    int after = (column < columns - 1 ? 1 : 0) + (row < rows - 1 ? 1 : 0);
    return 1f / Math.max(before, after);
  }

  /**
   * Numeric kernel: tells a neighbour what each of its levels would cost this side of it. What is
   * shifted is copied first: loops over one index alone become vector instructions.
   */
  private void send(int post, float[] back, float[] target, int to, Work work) {
    int at = post * levels;
    float share = share(post);
    var sum = work.sum;
    for (int n = at; n < at + levels; n++) {
      sum[n] = share * (cost[n] + fromBefore[n] + fromAfter[n] + fromAbove[n] + fromBelow[n]);
      sum[n] -= back[n];
    }
    System.arraycopy(sum, at, work.here, REACH, levels);
    var best = work.best;
    System.arraycopy(sum, at, best, 0, levels);
    for (int step = 1; step <= REACH; step++) {
      System.arraycopy(work.here, REACH - step, work.lower, 0, levels);
      System.arraycopy(work.here, REACH + step, work.upper, 0, levels);
      nearer(best, work.lower, work.upper, stepCost[step]);
    }
    float least = Float.MAX_VALUE;
    for (int level = 0; level < levels; level++) {
      least = Math.min(least, best[level]);
    }
    for (int level = 0; level < levels; level++) {
      best[level] -= least;
    }
    System.arraycopy(best, 0, target, to, levels);
  }

  /** Numeric kernel: the least of what was best and of both neighbours with the cost of a step. */
  private static void nearer(float[] best, float[] lower, float[] upper, float cost) {
    for (int level = 0; level < best.length; level++) {
      best[level] = Math.min(best[level], Math.min(lower[level], upper[level]) + cost);
    }
  }

  private int[] levelsOfLeastCost() {
    var chosen = new int[columns * rows];
    for (int post = 0; post < chosen.length; post++) {
      float best = Float.MAX_VALUE;
      for (int level = 0; level < levels; level++) {
        int n = post * levels + level;
        float here = cost[n] + fromAfter[n] + fromBelow[n];
        here += post % columns > 0 ? step(chosen[post - 1], level) : 0;
        here += post / columns > 0 ? step(chosen[post - columns], level) : 0;
        if (here < best) {
          best = here;
          chosen[post] = level;
        }
      }
    }
    return chosen;
  }

  private float step(int from, int to) {
    int far = Math.abs(from - to);
    return far <= REACH ? stepCost[far] : stepCost[REACH] + TOO_FAR * (far - REACH);
  }

  /** Room for one message; {@link #here} has levels that are too dear at both ends. */
  private static final class Work {
    final float[] sum;
    final float[] here;
    final float[] best;
    final float[] lower;
    final float[] upper;

    Work(int size, int levels) {
      sum = new float[size];
      here = new float[levels + 2 * REACH];
      Arrays.fill(here, Float.MAX_VALUE);
      best = new float[levels];
      lower = new float[levels];
      upper = new float[levels];
    }
  }
}
