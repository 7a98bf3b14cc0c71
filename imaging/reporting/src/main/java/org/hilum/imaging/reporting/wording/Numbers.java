package org.hilum.imaging.reporting.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hilum.imaging.quantification.Interval;
import org.hilum.imaging.quantification.Measurement;
import org.hilum.imaging.quantification.Quantity;

/** How numbers stand on a page: a point for decimals, a true minus, no grouping. */
public final class Numbers {

  /** What stands in a table for a value that was not measured. */
  public static final String NOT_MEASURED = "\u2013";

  private static final String MINUS = "\u2212";

  private Numbers() {}

  /** A number with so many decimals. */
  public static String of(double value, int decimals) {
    var text = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return text.signum() < 0 ? MINUS + text.negate().toPlainString() : text.toPlainString();
  }

  /** A number as short as it can be with at most so many decimals. */
  public static String shortest(double value, int decimals) {
    var text =
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return text.signum() == 0 && value > 0
        ? small(value, decimals)
        : of(value, Math.max(0, text.scale()));
  }

  /** A measured quantity with its usual decimals, or a dash. */
  public static String of(Measurement measurement, Quantity quantity) {
    return of(measurement, decimals(quantity));
  }

  /** Both ends of an interval with the usual decimals of its quantity, or a dash. */
  public static String of(Interval interval, Quantity quantity) {
    return switch (interval) {
      case Interval.Between(double lowest, double highest) ->
          small(lowest, decimals(quantity)) + "\u2013" + small(highest, decimals(quantity));
      case Interval.NotMeasured _ -> NOT_MEASURED;
    };
  }

  /** A measured number with so many decimals, or a dash. */
  public static String of(Measurement measurement, int decimals) {
    var number = measurement.number();
    return number.isPresent() ? small(number.getAsDouble(), decimals) : NOT_MEASURED;
  }

  /** A little is not nothing: what would round to zero is said to be less than the last digit. */
  private static String small(double value, int decimals) {
    double last = Math.pow(10, -decimals);
    boolean vanishes = value != 0 && Math.abs(value) < last / 2;
    return vanishes && value > 0 ? "<" + of(last, decimals) : of(value, decimals);
  }

  /** Decimals that a reader can use. */
  private static int decimals(Quantity quantity) {
    return switch (quantity) {
      case VOLUME, MEAN_HU, SD_HU, LESION_COUNT -> 0;
      case OPACITY_VOLUME,
          OPACITY_PERCENT,
          GROUND_GLASS_VOLUME,
          GROUND_GLASS_PERCENT,
          CONSOLIDATION_VOLUME,
          CONSOLIDATION_PERCENT,
          HIGH_OPACITY_PERCENT,
          OPACITY_MASS ->
          1;
    };
  }
}
