package org.hilum.epidemic.forecasting;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hilum.epidemic.forecasting.daily.YoungWeeks;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;
import org.hilum.epidemic.surveillance.Vintage;

/**
 * How young an outbreak is in a place: from 1 to 0, see {@link YoungWeeks#share}; no place is older
 * than half of all, for where it began first a few cases were counted long before.
 */
final class Youth {

  private final Map<Measure, Double> ofHalf = new EnumMap<>(Measure.class);

  Youth(Vintage vintage) {
    for (Measure measure : Measure.values()) {
      List<Double> shares =
          vintage.of(measure).stream()
              .filter(one -> one.rhythm() == Rhythm.DAILY)
              .map(YoungWeeks::share)
              .sorted()
              .toList();
      ofHalf.put(measure, shares.isEmpty() ? 0 : shares.get(shares.size() / 2));
    }
  }

  /** Of weekly counts 0: nothing younger is known of them. */
  double of(CaseCounts counts) {
    return counts.rhythm() == Rhythm.WEEKLY
        ? 0
        : Math.max(ofHalf.getOrDefault(counts.measure(), 0.0), YoungWeeks.share(counts));
  }
}
