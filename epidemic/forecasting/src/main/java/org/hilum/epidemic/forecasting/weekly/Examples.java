package org.hilum.epidemic.forecasting.weekly;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What came after each past week of every place, as far as it is known.
 *
 * <p>While the history is short, each example is also taken upside down: what has only been seen to
 * rise may fall in the same way. The hubs' baselines use the same symmetry.
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
  static final double FEWEST = 5;

  private static final double LARGEST_OUTCOME = 2.5;

  /** Variance of the log that large counts gain in a week. */
  private static final double VARIANCE_PER_WEEK = 0.03;

  /** Variance of a count over its mean: reports come in clusters. */
  private static final double OVERDISPERSION = 1.5;

  /** After so many weeks of history, upside-down examples weigh 1/e. */
  private static final double MIRROR_WEEKS = 40;

  private static final double LEAST_MIRROR = 0.05;

  int size() {
    return outcome.length;
  }

  /**
   * The examples that can be seen.
   *
   * @param memory how far back to look and how fast to forget
   */
  static Examples of(View view, int lead, Memory memory) {
    Panel panel = view.panel();
    double mirror = Math.exp(-view.weeks() / MIRROR_WEEKS);
    List<Row> rows = new ArrayList<>();
    for (int place = 0; place < panel.size(); place++) {
      int newest = view.last()[place] - lead;
      int oldest = Math.max(panel.first[place], newest - memory.weeks() * panel.week);
      for (int step = newest; step >= oldest; step -= panel.week) {
        if (panel.sum(place, step) >= FEWEST) {
          double age = (double) (newest - step) / panel.week;
          Row row = row(view, place, step, lead, Math.exp(-age / memory.fading()));
          rows.add(row);
          if (mirror > LEAST_MIRROR) {
            rows.add(row.upsideDown(mirror));
          }
        }
      }
    }
    return of(rows);
  }

  private static Examples of(List<Row> rows) {
    return new Examples(
        rows.stream().map(Row::traits).toArray(double[][]::new),
        rows.stream().mapToDouble(Row::outcome).toArray(),
        rows.stream().mapToDouble(Row::weight).toArray(),
        rows.stream().mapToDouble(Row::noise).toArray(),
        rows.stream().mapToDouble(Row::level).toArray(),
        rows.stream().mapToInt(Row::place).toArray());
  }

  /**
   * These, or about so many of them, drawn by their own bits: the same whatever places are called.
   */
  Examples atMost(int most) {
    if (size() <= most) {
      return this;
    }
    int[] kept =
        IntStream.range(0, size())
            .filter(i -> Math.floorMod(mixed(level[i], outcome[i]), size()) < most)
            .toArray();
    return new Examples(
        IntStream.of(kept).mapToObj(i -> traits[i]).toArray(double[][]::new),
        IntStream.of(kept).mapToDouble(i -> outcome[i]).toArray(),
        IntStream.of(kept).mapToDouble(i -> weight[i]).toArray(),
        IntStream.of(kept).mapToDouble(i -> noise[i]).toArray(),
        IntStream.of(kept).mapToDouble(i -> level[i]).toArray(),
        IntStream.of(kept).map(i -> place[i]).toArray());
  }

  private static int mixed(double one, double other) {
    long bits = Double.doubleToLongBits(one) * 31 + Double.doubleToLongBits(other);
    bits = (bits ^ (bits >>> 32)) * 0x9E3779B97F4A7C15L;
    return (int) (bits >>> 33);
  }

  private static Row row(View view, int place, int step, int lead, double weight) {
    Panel panel = view.panel();
    double before = panel.before(place, step, lead);
    return new Row(
        Traits.of(view, place, step),
        outcome(panel, place, step, lead),
        weight,
        noise(before, (double) lead / panel.week),
        panel.log(place, step),
        place);
  }

  /** Log of what came over what was. */
  static double outcome(Panel panel, int place, int step, int lead) {
    double outcome =
        Math.log1p(panel.ahead(place, step, lead)) - Math.log1p(panel.before(place, step, lead));
    return Math.clamp(outcome, -LARGEST_OUTCOME, LARGEST_OUTCOME);
  }

  /** Spread of a log growth: what epidemics do, and the scatter of counting. */
  static double noise(double before, double weeks) {
    return Math.sqrt(VARIANCE_PER_WEEK * weeks + OVERDISPERSION * (1 + weeks / 2) / (before + 1));
  }

  private record Row(
      double[] traits, double outcome, double weight, double noise, double level, int place) {

    Row upsideDown(double share) {
      return new Row(Traits.upsideDown(traits), -outcome, weight * share, noise, level, place);
    }
  }

  /**
   * How far back examples are taken, and after how many weeks one counts 1/e.
   *
   * @param weeks oldest example
   * @param fading weeks
   */
  record Memory(int weeks, double fading) {}
}
