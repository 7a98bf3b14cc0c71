package org.hilum.epidemic.forecasting.weekly;

import java.util.ArrayList;
import java.util.List;

/**
 * What came after each past week of every place, as far as it is known.
 *
 * @param traits per example, see {@link Traits}
 * @param outcome log of what came over what was, bounded
 * @param weight falls with age
 * @param noise expected spread of the outcome on the log scale from the size of the counts
 * @param level log of the weekly sum
 * @param place whose example it is
 */
record Examples(
    double[][] traits,
    double[] outcome,
    double[] weight,
    double[] noise,
    double[] level,
    int[] place) {

  /** Weekly sums below this teach nothing. */
  private static final double FEWEST = 5;

  private static final double LARGEST_OUTCOME = 2.5;

  /** Variance of the log that large counts gain in a week. */
  private static final double VARIANCE_PER_WEEK = 0.03;

  /** Variance of a count over its mean: reports come in clusters. */
  private static final double OVERDISPERSION = 1.5;

  int size() {
    return outcome.length;
  }

  /**
   * @param memory how far back to look and how fast to forget
   */
  static Examples of(View view, int lead, Memory memory) {
    Panel panel = view.panel();
    List<double[]> traits = new ArrayList<>();
    List<double[]> numbers = new ArrayList<>();
    for (int place = 0; place < panel.size(); place++) {
      int newest = view.last()[place] - lead;
      int oldest = Math.max(panel.first[place], newest - memory.weeks() * panel.week);
      for (int step = newest; step >= oldest; step -= panel.week) {
        if (panel.sum(place, step) >= FEWEST) {
          traits.add(Traits.of(view, place, step));
          numbers.add(example(panel, place, step, lead, (newest - step) / panel.week, memory));
        }
      }
    }
    return new Examples(
        traits.toArray(new double[0][]),
        column(numbers, 0),
        column(numbers, 1),
        column(numbers, 2),
        column(numbers, 3),
        numbers.stream().mapToInt(row -> (int) row[4]).toArray());
  }

  private static double[] example(
      Panel panel, int place, int step, int lead, int age, Memory memory) {
    double before = panel.before(place, step, lead);
    double outcome = Math.log1p(panel.ahead(place, step, lead)) - Math.log1p(before);
    return new double[] {
      Math.clamp(outcome, -LARGEST_OUTCOME, LARGEST_OUTCOME),
      Math.exp(-age / memory.fading()),
      noise(before, (double) lead / panel.week),
      panel.log(place, step),
      place
    };
  }

  /** Spread of a log growth: what epidemics do, and the scatter of counting. */
  static double noise(double before, double weeks) {
    return Math.sqrt(VARIANCE_PER_WEEK * weeks + OVERDISPERSION * (1 + weeks / 2) / (before + 1));
  }

  private static double[] column(List<double[]> rows, int column) {
    return rows.stream().mapToDouble(row -> row[column]).toArray();
  }

  /**
   * How far back examples are taken, and after how many weeks one counts 1/e.
   *
   * @param weeks oldest example
   * @param fading weeks
   */
  record Memory(int weeks, double fading) {}
}
