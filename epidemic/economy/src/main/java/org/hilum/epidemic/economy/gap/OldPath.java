package org.hilum.epidemic.economy.gap;

import java.util.Optional;
import org.hilum.epidemic.economy.GdpLevels;
import org.hilum.epidemic.economy.Quarter;

/**
 * Where output would be had it grown on as over its last {@value #QUARTERS} quarters before the
 * epidemic.
 *
 * @param base last quarter before the epidemic
 * @param level output in that quarter
 * @param growthFraction per quarter, geometric mean
 * @param noisePercent standard deviation of quarterly growth around it
 */
public record OldPath(Quarter base, double level, double growthFraction, double noisePercent) {

  /** Two years: long enough to even out a quarter's chance, short enough for today's growth. */
  private static final int QUARTERS = 8;

  private static final int FEWEST = 4;
  private static final double PERCENT = 100;

  /** The path of a place; empty when it has fewer than {@value #FEWEST} changes on end. */
  public static Optional<OldPath> of(GdpLevels gdp, Quarter base) {
    var before = gdp.levels().headMap(base, true);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Quarter last = before.lastKey();
    int count = 0;
    while (count < QUARTERS && before.containsKey(last.plus(-count - 1))) {
      count++;
    }
    if (count < FEWEST) {
      return Optional.empty();
    }
    double growth = Math.pow(gdp.at(last) / gdp.at(last.plus(-count)), 1.0 / count) - 1;
    double squares = 0;
    for (int back = 0; back < count; back++) {
      squares += Math.pow(gdp.changePercent(last.plus(-back)) - PERCENT * growth, 2);
    }
    double level = gdp.at(last) * Math.pow(1 + growth, base.since(last));
    return Optional.of(new OldPath(base, level, growth, Math.sqrt(squares / (count - 1))));
  }

  /** Output on the path. */
  public double at(Quarter quarter) {
    return level * Math.pow(1 + growthFraction, quarter.since(base));
  }

  /** How far output lies from the path, percent of the path. */
  public double gapPercent(GdpLevels gdp, Quarter quarter) {
    return PERCENT * (gdp.at(quarter) / at(quarter) - 1);
  }
}
