package org.hilum.epidemic.economy.gap;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hilum.epidemic.economy.DailyStringency;
import org.hilum.epidemic.economy.GdpLevels;
import org.hilum.epidemic.economy.PublishedQuarter;
import org.hilum.epidemic.economy.PublishedReadings;
import org.hilum.epidemic.economy.Quarter;

/** Which countries published quarters of the epidemic before the others had them. */
final class Guides {

  private static final double PERCENT = 100;

  private Guides() {}

  /**
   * Those whose changes were published by a day: on the path of their growth up to the base
   * quarter.
   */
  static SortedMap<String, KnownCountry> of(
      PublishedReadings published,
      Map<String, DailyStringency> stringency,
      Quarter base,
      LocalDate asOf) {
    Map<String, List<PublishedQuarter>> byPlace =
        published.knownOn(asOf).stream().collect(Collectors.groupingBy(PublishedQuarter::location));
    SortedMap<String, KnownCountry> guides = new TreeMap<>();
    byPlace.forEach(
        (code, quarters) ->
            Optional.ofNullable(stringency.get(code))
                .flatMap(strict -> guide(code, quarters, strict, base))
                .ifPresent(guide -> guides.put(code, guide)));
    return guides;
  }

  private static Optional<KnownCountry> guide(
      String code, List<PublishedQuarter> quarters, DailyStringency stringency, Quarter base) {
    Map<Quarter, Double> changes =
        quarters.stream()
            .collect(Collectors.toMap(PublishedQuarter::quarter, PublishedQuarter::changePercent));
    Quarter first = changes.keySet().stream().min(Comparator.naturalOrder()).orElseThrow();
    if (!changes.containsKey(base)) {
      return Optional.empty();
    }
    double growth =
        changes.entrySet().stream()
            .filter(one -> one.getKey().compareTo(base) <= 0)
            .mapToDouble(Map.Entry::getValue)
            .average()
            .orElseThrow();
    GdpLevels levels = GdpLevels.ofChanges(code, code, first, changes);
    OldPath path = new OldPath(base, levels.at(base), growth / PERCENT, 0);
    return Optional.of(new KnownCountry(levels, path, stringency));
  }
}
