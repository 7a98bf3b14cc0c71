package org.hilum.epidemic.bulletin.wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How numbers stand in a bulletin: commas between thousands, a point for decimals. */
public final class Numbers {

  /** What stands for a value that is not known. */
  public static final String UNKNOWN = "\u2013";

  private static final String MINUS = "\u2212";

  /** Forecasts are not known to more figures than this. */
  private static final MathContext FORECAST = new MathContext(3, RoundingMode.HALF_EVEN);

  private Numbers() {}

  /** Counted persons, whole. */
  public static String count(double persons) {
    return Double.isFinite(persons) ? decimals(persons, 0) : UNKNOWN;
  }

  /** Forecast persons: whole, of three figures at most. */
  public static String forecast(double persons) {
    if (!Double.isFinite(persons)) {
      return UNKNOWN;
    }
    return count(new BigDecimal(persons).round(FORECAST).doubleValue());
  }

  /** An interval of forecast persons. */
  public static String interval(double low, double high) {
    return forecast(low) + "\u2013" + forecast(high);
  }

  /** By how many persons a forecast changed, with its sign: of three figures at most. */
  public static String difference(double persons) {
    var text = forecast(persons);
    return (persons > 0 && !text.equals("0") ? "+" : "") + text;
  }

  /** With so many decimals. */
  public static String decimals(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return UNKNOWN;
    }
    var pattern = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    var text = format.format(Math.abs(value));
    boolean isZero = text.chars().allMatch(letter -> letter == '0' || letter == '.');
    return value < 0 && !isZero ? MINUS + text : text;
  }

  /** A rate: one decimal, two below ten, so that small ones are not called zero. */
  public static String rate(double value) {
    return decimals(value, Math.abs(value) < 1 ? 2 : 1);
  }

  /** A change in percent with its sign, from a ratio. */
  public static String change(double ratio) {
    if (!Double.isFinite(ratio)) {
      return UNKNOWN;
    }
    double percent = (ratio - 1) * 100;
    var text = decimals(percent, 0);
    return (percent > 0 && !text.equals("0") ? "+" : "") + text + "\u00a0%";
  }

  /** A fraction as percent with so many decimals. */
  public static String percent(double fraction, int decimals) {
    return Double.isFinite(fraction) ? decimals(fraction * 100, decimals) + "\u00a0%" : UNKNOWN;
  }

  /** Short, for an axis: 0, 500, 12k, 1.5M. */
  public static String axis(double value) {
    if (value >= 1e6) {
      return shortest(value / 1e6) + "M";
    }
    return value >= 1e4 ? shortest(value / 1e3) + "k" : shortest(value);
  }

  private static String shortest(double value) {
    return new BigDecimal(value).round(FORECAST).stripTrailingZeros().toPlainString();
  }
}
