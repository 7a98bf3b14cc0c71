package org.hilum.epidemic.economy.backtest;

import java.util.ArrayList;
import java.util.List;
import org.hilum.epidemic.economy.EconomyData;
import org.hilum.epidemic.economy.Quarter;
import org.hilum.epidemic.economy.StringencyScenario;
import org.hilum.epidemic.economy.gap.MeanStringency;

/**
 * The plain rival: output changes by a constant and a slope times the change of mean stringency,
 * least squares over all countries.
 */
public final class StringencyChange {

  private final EconomyData data;
  private final MeanStringency means;
  private final List<double[]> pairs = new ArrayList<>();

  /** Looks at no day after the quarter's last. */
  public StringencyChange(EconomyData data, Quarter last) {
    this.data = data;
    this.means = new MeanStringency(last.lastDay(), StringencyScenario.HELD);
  }

  /** Learns from a quarter of all countries. */
  public StringencyChange learn(Quarter quarter) {
    data.countries().forEach(code -> learn(code, quarter));
    return this;
  }

  /** Learns from a quarter of all countries but one. */
  public StringencyChange learnWithout(String left, Quarter quarter) {
    data.countries().stream()
        .filter(code -> !code.equals(left))
        .forEach(code -> learn(code, quarter));
    return this;
  }

  /** The change expected of a country, percent. */
  public double expected(String code, Quarter quarter) {
    double meanX = pairs.stream().mapToDouble(pair -> pair[0]).average().orElse(0);
    double meanY = pairs.stream().mapToDouble(pair -> pair[1]).average().orElse(0);
    double product = pairs.stream().mapToDouble(p -> (p[0] - meanX) * (p[1] - meanY)).sum();
    double square = pairs.stream().mapToDouble(p -> (p[0] - meanX) * (p[0] - meanX)).sum();
    double slope = square > 0 ? product / square : 0;
    return meanY + slope * (change(code, quarter) - meanX);
  }

  private void learn(String code, Quarter quarter) {
    double[] pair = {change(code, quarter), GdpTruth.change(data, code, quarter)};
    if (Double.isFinite(pair[0] + pair[1])) {
      pairs.add(pair);
    }
  }

  private double change(String code, Quarter quarter) {
    return mean(code, quarter) - mean(code, quarter.plus(-1));
  }

  private double mean(String code, Quarter quarter) {
    var country = data.stringency().get(code);
    double mean = country == null ? Double.NaN : means.of(country, quarter);
    return Double.isNaN(mean) ? 0 : mean;
  }
}
