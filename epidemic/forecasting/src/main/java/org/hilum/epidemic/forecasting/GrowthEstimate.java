package org.hilum.epidemic.forecasting;

import java.time.LocalDate;

/**
 * How fast counts grow: change of their logarithm a day, last seven days against the seven before.
 *
 * @param day last day looked at
 * @param daily growth a day; 0.1 is about 10 %
 * @param low lower end of the 95 % interval
 * @param high upper end
 */
public record GrowthEstimate(LocalDate day, double daily, double low, double high) {

  /**
   * In how many days counts double (or halve).
   *
   * @param days best value
   * @param shortest at the interval's faster end
   * @param longest at the slower end
   */
  public record Period(double days, double shortest, double longest) {}

  /** Rising, falling, stable or unclear. */
  public Trend trend() {
    return Trend.of(low, high);
  }

  /** Days in which counts double; absent unless they rise. */
  public Finding<Period> doubling() {
    return trend() == Trend.RISING
        ? Finding.found(period(daily, high, low))
        : Finding.absent(TransmissionReason.DIRECTION_UNKNOWN);
  }

  /** Days in which counts halve; absent unless they fall. */
  public Finding<Period> halving() {
    return trend() == Trend.FALLING
        ? Finding.found(period(-daily, -low, -high))
        : Finding.absent(TransmissionReason.DIRECTION_UNKNOWN);
  }

  private static Period period(double rate, double fast, double slow) {
    double two = Math.log(2);
    return new Period(two / rate, two / fast, two / slow);
  }
}
