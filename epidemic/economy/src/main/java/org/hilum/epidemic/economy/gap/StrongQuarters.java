package org.hilum.epidemic.economy.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hilum.epidemic.economy.Quarter;

/**
 * The quarters with strong measures of a country or a group of them, and what each cost.
 *
 * <p>Elasticities of such quarters are compared in their order, first with first: a country that
 * was struck a quarter earlier shows the others what their next quarter may be.
 */
final class StrongQuarters {

  /** Mean stringency from which a quarter counts: about half of a shutdown in spring 2020. */
  static final double STRONG = 0.4;

  private final TreeMap<Quarter, Double> stringency;
  private final Map<Quarter, Double> elasticities;

  /**
   * @param stringency mean stringency by quarter, 0 to 1, known or assumed
   * @param elasticities by quarter whose output is known, percent
   */
  StrongQuarters(Map<Quarter, Double> stringency, Map<Quarter, Double> elasticities) {
    this.stringency = new TreeMap<>(stringency);
    this.elasticities = Map.copyOf(elasticities);
  }

  /** How many strong quarters there are up to and with a quarter. */
  int countUntil(Quarter quarter) {
    return (int)
        stringency.headMap(quarter, true).values().stream().filter(mean -> mean >= STRONG).count();
  }

  /** What the strong quarters known cost, in order. */
  List<Double> known() {
    return elasticitiesWhere(true);
  }

  /** What the other quarters known cost at full stringency, in order. */
  List<Double> weak() {
    return elasticitiesWhere(false);
  }

  /** What fraction of the elasticity each strong quarter kept of the one before, in order. */
  List<Double> kept() {
    List<Double> known = known();
    List<Double> kept = new ArrayList<>();
    for (int at = 1; at < known.size(); at++) {
      kept.add(
          known.get(at - 1) > 0 ? Math.clamp(known.get(at) / known.get(at - 1), 0.0, 1.0) : 1.0);
    }
    return kept;
  }

  private List<Double> elasticitiesWhere(boolean strong) {
    return stringency.entrySet().stream()
        .filter(one -> one.getValue() >= STRONG == strong)
        .map(one -> elasticities.getOrDefault(one.getKey(), Double.NaN))
        .filter(Double::isFinite)
        .toList();
  }
}
