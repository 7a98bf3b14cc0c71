package org.hilum.epidemic.forecasting.weekly;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;

/**
 * Raises the newest weekly admissions to what they will be once all hospitals have reported.
 *
 * <p>Source: the first release of the US weekly admissions is about 7 % low, the second 2 %
 * (revisions of the hub's truth file by date of release). Only for weekly admissions, the only
 * series whose revisions are known, and only while they are fresh.
 */
final class Completeness {

  private static final double[] REPORTED = {0.93, 0.98};

  private Completeness() {}

  static List<CaseCounts> raised(List<CaseCounts> group, LocalDate reference) {
    CaseCounts any = group.getFirst();
    if (any.measure() != Measure.ADMISSIONS || any.rhythm() != Rhythm.WEEKLY) {
      return group;
    }
    return group.stream().map(one -> raised(one, reference)).toList();
  }

  private static CaseCounts raised(CaseCounts counts, LocalDate reference) {
    long weeksOld = Math.max(0, (ChronoUnit.DAYS.between(counts.last(), reference) - 1) / 7);
    double[] values = counts.values();
    for (int back = 0; back < values.length && back + weeksOld < REPORTED.length; back++) {
      values[values.length - 1 - back] /= REPORTED[(int) (back + weeksOld)];
    }
    return counts.withValues(values);
  }
}
