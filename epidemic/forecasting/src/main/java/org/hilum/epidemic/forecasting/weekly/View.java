package org.hilum.epidemic.forecasting.weekly;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A panel as far as it had been counted at some time: the present or an earlier origin.
 *
 * @param panel the sums
 * @param leader sums of a measure that runs ahead (cases before deaths), same places and axis; null
 *     when there is none
 * @param last per place, the last step to be looked at
 */
record View(Panel panel, @Nullable Panel leader, int[] last, double[] commonGrowth) {

  /** Weight of a place in the common growth is the root of its weekly sum, up to this sum. */
  private static final double LARGEST_WEIGHED = 1e4;

  static View of(Panel panel, @Nullable Panel leader) {
    return new View(panel, leader, panel.last, commonGrowth(panel));
  }

  /** The same, some steps earlier. */
  View back(int steps) {
    int[] earlier = Arrays.stream(last).map(step -> step - steps).toArray();
    return new View(panel, leader, earlier, commonGrowth);
  }

  /** Whole weeks of the longest series. */
  double weeks() {
    int longest = 0;
    for (int place = 0; place < panel.size(); place++) {
      longest = Math.max(longest, last[place] - panel.first[place]);
    }
    return 1 + (double) longest / panel.week;
  }

  private static double[] commonGrowth(Panel panel) {
    int steps = Arrays.stream(panel.last).max().orElse(-1) + 1;
    double[] common = new double[steps];
    for (int step = panel.week; step < steps; step++) {
      double sum = 0;
      double weights = 0;
      for (int place = 0; place < panel.size(); place++) {
        int at = Math.min(step, panel.last[place]);
        if (at - panel.week >= panel.first[place]) {
          double weight = Math.sqrt(Math.min(panel.sums[place][at], LARGEST_WEIGHED));
          sum += weight * Traits.bounded(panel.log(place, at) - panel.log(place, at - panel.week));
          weights += weight;
        }
      }
      common[step] = weights > 0 ? sum / weights : 0;
    }
    return common;
  }
}
