package org.hilum.epidemic.economy.backtest;

import java.util.NavigableMap;
import org.hilum.epidemic.economy.EconomyData;
import org.hilum.epidemic.economy.GdpLevels;
import org.hilum.epidemic.economy.Quarter;

/** What came true. */
public final class GdpTruth {

  private static final double PERCENT = 100;

  private GdpTruth() {}

  /** Change of a quarter, percent; NaN when unknown. */
  public static double change(EconomyData data, String code, Quarter quarter) {
    GdpLevels levels = data.gdp().get(code);
    return levels == null ? Double.NaN : levels.changePercent(quarter);
  }

  /** Mean quarterly change over the two years up to a quarter, percent; NaN when unknown. */
  public static double usual(EconomyData data, String code, Quarter last) {
    GdpLevels levels = data.gdp().get(code);
    return levels == null
        ? Double.NaN
        : PERCENT * (Math.pow(levels.at(last) / levels.at(last.plus(-8)), 1 / 8.0) - 1);
  }

  /** Growth of a year, percent; NaN when unknown. */
  public static double growth(EconomyData data, String code, int year) {
    NavigableMap<Integer, Double> years = data.annualGrowthPercent().get(code);
    return years == null ? Double.NaN : years.getOrDefault(year, Double.NaN);
  }
}
