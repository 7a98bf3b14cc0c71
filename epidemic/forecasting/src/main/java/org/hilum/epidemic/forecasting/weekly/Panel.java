package org.hilum.epidemic.forecasting.weekly;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Remark;
import org.hilum.epidemic.surveillance.ReviewedCounts;
import org.hilum.epidemic.surveillance.Rhythm;
import org.hilum.epidemic.surveillance.SeriesReview;

/**
 * Trailing seven-day sums of one measure in many places, on one axis of steps.
 *
 * <p>A step is a day or, in a weekly panel, a week; {@link #week} steps make a week. Step 0 is the
 * earliest date of all series. Sums are persons in the week that ends with the step; logs are
 * natural logarithms of sum + 1.
 */
final class Panel {

  private static final int RECENT_WEEKS = 4;

  /** Medians never pass this multiple of the highest of the last four weeks. */
  private static final double LARGEST_MULTIPLE = 3;

  /** Nor this multiple of what came unreviewed, which may lack reports. */
  private static final double LARGEST_RAW_MULTIPLE = 8;

  final Measure measure;
  final int week;
  final LocalDate start;
  final String[] places;
  final int[] first;
  final int[] last;
  final List<List<Remark>> remarks = new ArrayList<>();
  final double[][] sums;
  final double[][] logs;
  private final double[] highestRaw;
  private final double[][] cumulated;

  private Panel(Measure measure, Rhythm rhythm, LocalDate start, int places) {
    this.measure = measure;
    this.week = 7 / rhythm.days();
    this.start = start;
    this.places = new String[places];
    this.first = new int[places];
    this.last = new int[places];
    this.sums = new double[places][];
    this.logs = new double[places][];
    this.highestRaw = new double[places];
    this.cumulated = new double[places][];
  }

  /**
   * The panel of series of one measure and rhythm.
   *
   * @param start date of step 0, on or before every first date
   */
  static Panel of(List<CaseCounts> series, LocalDate start) {
    CaseCounts any = series.getFirst();
    Panel panel = new Panel(any.measure(), any.rhythm(), start, series.size());
    for (int place = 0; place < series.size(); place++) {
      panel.fill(place, series.get(place));
    }
    return panel;
  }

  private void fill(int place, CaseCounts counts) {
    ReviewedCounts reviewed = SeriesReview.of(counts);
    SmoothedCounts smoothed = SmoothedCounts.of(reviewed.corrected().values(), week);
    remarks.add(reviewed.remarks());
    highestRaw[place] = highestRaw(counts);
    int from = (int) (ChronoUnit.DAYS.between(start, counts.first()) * week / 7);
    int steps = from + smoothed.values().length;
    double[] cumulative = new double[steps + 1];
    double[] sum = new double[steps];
    double[] log = new double[steps];
    for (int step = 0; step < steps; step++) {
      double value = step < from ? 0 : smoothed.values()[step - from];
      cumulative[step + 1] = cumulative[step] + value;
      sum[step] = Math.max(0, cumulative[step + 1] - cumulative[Math.max(0, step + 1 - week)]);
      log[step] = Math.log1p(sum[step]);
    }
    places[place] = counts.location();
    first[place] = Math.min(from + week - 1, steps);
    last[place] = from + smoothed.lastCounted();
    sums[place] = sum;
    logs[place] = log;
    cumulated[place] = cumulative;
  }

  /** The largest of the last four weeks as it came, without what was taken back. */
  private double highestRaw(CaseCounts counts) {
    double highest = 0;
    for (int back = 0; back < RECENT_WEEKS; back++) {
      double sum = 0;
      for (int i = 1; i <= week; i++) {
        int step = counts.size() - back * week - i;
        double value = step < 0 ? 0 : counts.at(step);
        sum += value > 0 ? value : 0;
      }
      highest = Math.max(highest, sum);
    }
    return highest;
  }

  /** What a median may not pass: multiples of the highest of the last four weeks, persons. */
  double limit(int place) {
    double highest = 0;
    for (int back = 0; back < RECENT_WEEKS; back++) {
      highest = Math.max(highest, sum(place, last[place] - back * week));
    }
    return Math.min(LARGEST_MULTIPLE * highest, LARGEST_RAW_MULTIPLE * highestRaw[place]);
  }

  int size() {
    return places.length;
  }

  /** The date of a step. */
  LocalDate dateOf(int step) {
    return start.plusDays((long) step * 7 / week);
  }

  /** The step of a date, which may lie past the last one. */
  int stepOf(LocalDate date) {
    return (int) (ChronoUnit.DAYS.between(start, date) * week / 7);
  }

  /** The log of a weekly sum; outside the series that of its first or last whole week. */
  double log(int place, int step) {
    double[] log = logs[place];
    return log[Math.clamp(step, Math.min(first[place], log.length - 1), log.length - 1)];
  }

  /** Weekly sum on a step, 0 before the first whole week. */
  double sum(int place, int step) {
    return step < 0 ? 0 : sums[place][step];
  }

  /**
   * What the forecast part of a target week is compared with: the same weekdays one week before the
   * first forecast day. With a lead of a week or more, the whole last week.
   */
  double before(int place, int step, int lead) {
    return between(place, step - week, step - week + Math.min(lead, week));
  }

  /** The forecast part of the target week that ends {@code lead} steps after a step. */
  double ahead(int place, int step, int lead) {
    return between(place, step + Math.max(0, lead - week), step + lead);
  }

  /** The part of the target week that is counted already. */
  double known(int place, int step, int lead) {
    return lead >= week ? 0 : between(place, step + lead - week, step);
  }

  /** Sum over steps after {@code from} up to {@code to}. */
  private double between(int place, int from, int to) {
    double[] cumulative = cumulated[place];
    return Math.max(0, cumulative[to + 1] - cumulative[Math.max(0, from + 1)]);
  }
}
