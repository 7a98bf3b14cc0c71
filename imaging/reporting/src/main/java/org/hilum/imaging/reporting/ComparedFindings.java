package org.hilum.imaging.reporting;

import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.comparison.Comparison;
import org.hilum.imaging.comparison.PairComparison;

/**
 * All that a report of several dates of one patient says.
 *
 * @param readings what was found at each date, in the order of the comparison's readings
 */
public record ComparedFindings(Comparison comparison, List<ReadingFindings> readings) {

  public ComparedFindings {
    readings = List.copyOf(readings);
    if (readings.size() != comparison.readings().size()) {
      throw new IllegalArgumentException("every date compared has its findings");
    }
    for (int n = 0; n < readings.size(); n++) {
      if (!readings
          .get(n)
          .volume()
          .geometry()
          .equals(comparison.readings().get(n).volume().geometry())) {
        throw new IllegalArgumentException("the findings stand in the order of the dates");
      }
    }
  }

  /** The last date. */
  public ReadingFindings current() {
    return readings.getLast();
  }

  /** The date before the last. */
  public ReadingFindings prior() {
    return readings.get(readings.size() - 2);
  }

  /** The last two dates. */
  public PairComparison lastPair() {
    return comparison.pairs().getLast();
  }

  /** By what the results of this comparison are known: the same dates, the same identity. */
  public ReadingIdentity identity() {
    var words = new ArrayList<String>();
    words.add("comparison");
    readings.forEach(findings -> words.addAll(ReadingIdentity.of(findings).words()));
    return new ReadingIdentity(words);
  }
}
