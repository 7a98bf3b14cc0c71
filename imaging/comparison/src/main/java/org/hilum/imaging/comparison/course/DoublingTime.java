package org.hilum.imaging.comparison.course;

import java.util.Locale;
import org.hilum.imaging.comparison.Change.Compared;
import org.hilum.imaging.comparison.ChangeVerdict;
import org.hilum.imaging.comparison.ComparisonReason;
import org.hilum.imaging.comparison.Estimate;
import org.hilum.imaging.comparison.Estimate.Estimated;
import org.hilum.imaging.comparison.Estimate.NotEstimated;
import org.hilum.imaging.vocabulary.Reason;

/**
 * In how many days the amount of opacity doubles; negative: halves.
 *
 * <p>In: days since the first date, ascending, and the volume of opacity at each in mL, all as at
 * the last date's breath. <br>
 * Out: ln 2 over the slope of ln volume against days by least squares; for two dates exactly what
 * leads from one to the other. <br>
 * Refuses: a change from first to last within its limit; amounts under {@value #LEAST_ML} mL, whose
 * logarithm is mostly error; amounts whose trend by least squares runs against the change from
 * first to last. <br>
 * Source: exponential growth, Collins 1956 for doubling times of shadows in chest radiographs. <br>
 * Limits: opacity does not grow exponentially for long; the figure describes these dates only.
 */
public final class DoublingTime {

  /** Less opacity than this is within the error of a whole lung. */
  private static final double LEAST_ML = 1;

  private DoublingTime() {}

  /** The doubling time of amounts at days. */
  public static Estimate<Double> of(double[] days, double[] volumesMl, Compared firstToLast) {
    if (firstToLast.verdict() == ChangeVerdict.WITHIN_ERROR) {
      return because(ComparisonReason.CHANGE_WITHIN_ERROR);
    }
    for (double volume : volumesMl) {
      if (volume < LEAST_ML) {
        return because(ComparisonReason.TOO_LITTLE_OPACITY);
      }
    }
    if (days[days.length - 1] <= days[0]) {
      return because(ComparisonReason.SAME_DATE);
    }
    double slope = slope(days, volumesMl);
    return slope * firstToLast.difference() > 0
        ? estimated(Math.log(2) / slope, days.length)
        : because(ComparisonReason.NO_STEADY_COURSE);
  }

  private static Estimate<Double> estimated(double doublingDays, int dates) {
    return new Estimated<>(
        doublingDays,
        String.format(
            Locale.ROOT,
            "ln 2 over the slope of ln(opacity in mL at the last date's breath) against days, %d dates",
            dates),
        "Hilum");
  }

  /** Slope of ln volume against days by least squares, per day. */
  private static double slope(double[] days, double[] volumesMl) {
    double meanDay = 0;
    double meanLog = 0;
    for (int n = 0; n < days.length; n++) {
      meanDay += days[n] / days.length;
      meanLog += Math.log(volumesMl[n]) / days.length;
    }
    double product = 0;
    double square = 0;
    for (int n = 0; n < days.length; n++) {
      product += (days[n] - meanDay) * (Math.log(volumesMl[n]) - meanLog);
      square += (days[n] - meanDay) * (days[n] - meanDay);
    }
    return product / square;
  }

  private static Estimate<Double> because(ComparisonReason reason) {
    return new NotEstimated<>(Reason.of(reason, reason.meaning()));
  }
}
