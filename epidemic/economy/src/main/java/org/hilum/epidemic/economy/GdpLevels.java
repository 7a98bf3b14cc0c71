package org.hilum.epidemic.economy;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a place produced in each quarter: real, seasonally adjusted, in one unit of its own.
 *
 * @param location three-letter code
 * @param name as the source writes it
 * @param levels output by quarter, above 0; quarters may be absent
 */
public record GdpLevels(String location, String name, NavigableMap<Quarter, Double> levels) {

  public GdpLevels {
    levels = Collections.unmodifiableNavigableMap(new TreeMap<>(levels));
  }

  /** Output of a quarter; NaN where there is none. */
  public double at(Quarter quarter) {
    return levels.getOrDefault(quarter, Double.NaN);
  }

  /** Change of a quarter against the one before, percent; NaN where either is absent. */
  public double changePercent(Quarter quarter) {
    return 100 * (at(quarter) / at(quarter.plus(-1)) - 1);
  }

  /** The same place up to and with a quarter. */
  public GdpLevels until(Quarter last) {
    return new GdpLevels(location, name, levels.headMap(last, true));
  }

  /** Levels from changes on end, the quarter before the first change being 100. */
  public static GdpLevels ofChanges(
      String location, String name, Quarter first, Map<Quarter, Double> changesPercent) {
    NavigableMap<Quarter, Double> levels = new TreeMap<>(Map.of(first.plus(-1), 100.0));
    for (Quarter at = first; changesPercent.containsKey(at); at = at.plus(1)) {
      levels.put(at, levels.lastEntry().getValue() * (1 + changesPercent.get(at) / 100));
    }
    return new GdpLevels(location, name, levels);
  }
}
