package org.hilum.epidemic.forecasting.weekly;

import java.util.Arrays;
import java.util.List;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Rhythm;

/**
 * Brings the newest week into line where only a few weeks are known.
 *
 * <p>With fewer than four weeks nothing but the other places can tell a surge from a dump of late
 * reports: a week that grew {@value #OUT_OF_LINE} times as much as the median place is set to what
 * that would have made of it.
 */
final class YoungPanel {

  static final double OUT_OF_LINE = 1.8;
  private static final int YOUNG_WEEKS = 4;
  private static final int FEWEST_PLACES = 5;
  private static final double SMALLEST = 100;
  private static final double SMALLEST_COMPARED = 20;

  private YoungPanel() {}

  static List<CaseCounts> inLine(List<CaseCounts> group) {
    boolean young =
        group.getFirst().rhythm() == Rhythm.WEEKLY
            && group.stream().allMatch(one -> one.size() < YOUNG_WEEKS);
    double[] growths =
        group.stream()
            .filter(one -> one.size() >= 2 && one.at(one.size() - 2) > SMALLEST_COMPARED)
            .mapToDouble(one -> one.at(one.size() - 1) / one.at(one.size() - 2))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (!young || growths.length < FEWEST_PLACES) {
      return group;
    }
    double usual = growths[growths.length / 2];
    return group.stream().map(one -> inLine(one, usual)).toList();
  }

  private static CaseCounts inLine(CaseCounts counts, double usualGrowth) {
    int last = counts.size() - 1;
    if (last < 1) {
      return counts;
    }
    double usual = counts.at(last - 1) * usualGrowth;
    if (counts.at(last) <= Math.max(SMALLEST, OUT_OF_LINE * usual)) {
      return counts;
    }
    double[] values = Arrays.copyOf(counts.values(), last + 1);
    values[last] = usual;
    return counts.withValues(values);
  }
}
