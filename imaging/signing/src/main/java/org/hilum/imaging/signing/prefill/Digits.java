package org.hilum.imaging.signing.prefill;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How numbers stand in a sentence: a point for decimals, a true minus, and a little is not nothing.
 */
final class Digits {

  private Digits() {}

  /** One decimal; what would round to zero is said to be less than that. */
  static String one(double value) {
    boolean vanishes = value > 0 && value < 0.05;
    return vanishes ? "<0.1" : plain(value, 1);
  }

  /** One decimal, with its sign. */
  static String change(double value) {
    var text = plain(value, 1);
    return value > 0 && !text.equals("0.0") ? "+" + text : text;
  }

  /** As short as it can be with at most one decimal. */
  static String shortest(double value) {
    return value == Math.rint(value) ? plain(value, 0) : plain(value, 1);
  }

  private static String plain(double value, int decimals) {
    var number = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return number.signum() < 0
        ? "\u2212" + number.negate().toPlainString()
        : number.toPlainString();
  }
}
