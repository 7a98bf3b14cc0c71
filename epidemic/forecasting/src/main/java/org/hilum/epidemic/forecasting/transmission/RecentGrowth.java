package org.hilum.epidemic.forecasting.transmission;

import org.hilum.epidemic.forecasting.Finding;
import org.hilum.epidemic.forecasting.GrowthEstimate;
import org.hilum.epidemic.forecasting.TransmissionReason;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Rhythm;

/**
 * How fast the counts grew from one seven days to the next: {@code log(A / B) / 7}, with standard
 * error {@code sqrt(dispersion (1/A + 1/B)) / 7}. The weekday drops out. Weekly counts, whose noise
 * cannot be seen inside the week, are taken to vary by 10 % beyond a Poisson count.
 */
public final class RecentGrowth {

  private static final int DAYS = 7;
  private static final double FEWEST = 20;
  private static final double WEEKLY_VARIATION = 0.1;
  private static final double NORMAL_95 = 1.96;

  private RecentGrowth() {}

  public static Finding<GrowthEstimate> of(CaseCounts series) {
    boolean daily = series.rhythm() == Rhythm.DAILY;
    DailyCounts counts = DailyCounts.of(series);
    int last = counts.last();
    if (last < (daily ? 2 * DAYS - 1 : 1)) {
      return Finding.absent(TransmissionReason.TOO_FEW_DAYS);
    }
    double now = daily ? counts.seven(last) : counts.values()[last];
    double before = daily ? counts.seven(last - DAYS) : counts.values()[last - 1];
    if (Double.isNaN(now + before)) {
      return Finding.absent(TransmissionReason.MISSING_DAYS);
    }
    if (now + before < FEWEST) {
      return Finding.absent(TransmissionReason.TOO_FEW_COUNTS);
    }
    double variance = 1 / (now + 0.5) + 1 / (before + 0.5);
    variance =
        daily
            ? counts.dispersion(last) * variance
            : variance + 2 * WEEKLY_VARIATION * WEEKLY_VARIATION;
    double growth = Math.log((now + 0.5) / (before + 0.5)) / DAYS;
    double reach = NORMAL_95 * Math.sqrt(variance) / DAYS;
    return Finding.found(
        new GrowthEstimate(series.dateAt(last), growth, growth - reach, growth + reach));
  }
}
