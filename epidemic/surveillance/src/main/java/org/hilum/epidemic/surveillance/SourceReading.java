package org.hilum.epidemic.surveillance;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of a source's files: vintages, or all reasons why not. */
public sealed interface SourceReading {

  /**
   * Read.
   *
   * @param vintages by day of knowledge, ascending; one, unless the files say what was known when
   */
  record Read(List<Vintage> vintages) implements SourceReading {
    public Read {
      vintages = List.copyOf(vintages);
    }

    /**
     * What was known on a day: of each measure its newest vintage of that day or before; empty when
     * nothing was known yet.
     */
    public Optional<Vintage> asKnownOn(LocalDate day) {
      var newest = new EnumMap<Measure, List<CaseCounts>>(Measure.class);
      var remarks = new LinkedHashSet<Remark>();
      for (var vintage : vintages.reversed()) {
        if (!vintage.asOf().isAfter(day)) {
          var missing = measures(vintage);
          missing.removeAll(newest.keySet());
          missing.forEach(measure -> newest.put(measure, vintage.of(measure)));
          if (!missing.isEmpty()) {
            remarks.addAll(vintage.remarks());
          }
        }
      }
      return newest.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Vintage(
                  day,
                  newest.values().stream().flatMap(List::stream).toList(),
                  Map.of(),
                  List.copyOf(remarks)));
    }

    private static EnumSet<Measure> measures(Vintage vintage) {
      var measures = EnumSet.noneOf(Measure.class);
      vintage.series().forEach(one -> measures.add(one.measure()));
      return measures;
    }
  }

  /**
   * Refused.
   *
   * @param reasons all of them, each with file and line
   */
  record Refused(List<Remark> reasons) implements SourceReading {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
