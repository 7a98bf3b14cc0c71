package org.hilum.epidemic.forecasting.weekly;

import java.util.Arrays;

/**
 * Counts made fit to be summed over weeks: gaps, corrections and dumps replaced by what is usual.
 *
 * @param values one per step, none below zero
 * @param lastCounted the last step that seems wholly reported; after it only zeros where counts
 *     were to be expected
 */
record SmoothedCounts(double[] values, int lastCounted) {

  /** A day above this multiple of the highest of its neighbours is a dump of late reports. */
  private static final double DUMP = 3.5;

  private static final double SMALLEST_DUMP = 50;
  private static final int DUMP_WEEKS_BEFORE = 2;
  private static final int HISTORY_WEEKS = 5;
  private static final double USUAL_COUNT = 5;

  static SmoothedCounts of(double[] raw, int week) {
    double[] values = raw.clone();
    int size = values.length;
    while (size > 0 && Double.isNaN(values[size - 1])) {
      size--;
    }
    values = Arrays.copyOf(values, size);
    fillGaps(values, week);
    lowerDumps(values, week);
    if (week > 1) {
      spreadCatchUps(values, week);
    }
    return new SmoothedCounts(values, lastCounted(values, week));
  }

  private static void fillGaps(double[] values, int week) {
    for (int step = 0; step < values.length; step++) {
      if (Double.isNaN(values[step]) || values[step] < 0) {
        values[step] = usual(values, step, week);
      }
    }
  }

  /** Mean of the same weekday in two weeks before and after. */
  private static double usual(double[] values, int step, int week) {
    double sum = 0;
    int count = 0;
    for (int away = -2; away <= 2; away++) {
      int other = step + away * week;
      if (away != 0 && other >= 0 && other < values.length && values[other] >= 0) {
        sum += values[other];
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private static void lowerDumps(double[] values, int week) {
    for (int step = DUMP_WEEKS_BEFORE * week; step < values.length; step++) {
      double highest = 0;
      for (int other = step - DUMP_WEEKS_BEFORE * week;
          other <= Math.min(step + week, values.length - 1);
          other++) {
        highest = other == step ? highest : Math.max(highest, values[other]);
      }
      if (values[step] > Math.max(SMALLEST_DUMP, DUMP * highest)) {
        lowerDump(values, step, week, highest);
      }
    }
  }

  private static void lowerDump(double[] values, int step, int week, double highest) {
    int from = Math.max(0, step - 4 * week);
    double sum = 0;
    for (int other = from; other < step; other++) {
      sum += values[other];
    }
    values[step] =
        sum > SMALLEST_DUMP / 2
            ? Math.max(usual(values, step, week), sum / (step - from))
            : Math.max(DUMP * highest, SMALLEST_DUMP / 2);
  }

  /** Spreads a day that makes up for unreported days before it, by their usual counts. */
  private static void spreadCatchUps(double[] values, int week) {
    for (int step = HISTORY_WEEKS * week; step < values.length; step++) {
      if (values[step] == 0 && isExpected(values, step, week)) {
        int end = step;
        while (end < values.length && values[end] == 0) {
          end++;
        }
        if (end < values.length && end - step < week) {
          spread(values, step, end, week);
        }
      }
    }
  }

  private static void spread(double[] values, int from, int to, int week) {
    double total = values[to];
    if (total <= 1.5 * usual(values, to, week)) {
      return;
    }
    double[] shares = new double[to - from + 1];
    double sum = 0;
    for (int step = from; step <= to; step++) {
      shares[step - from] = usual(values, step, week);
      sum += shares[step - from];
    }
    for (int step = from; sum > 0 && step <= to; step++) {
      values[step] = total * shares[step - from] / sum;
    }
  }

  /** Whether this weekday brought counts in at least four of the five weeks before. */
  private static boolean isExpected(double[] values, int step, int week) {
    int reported = 0;
    double sum = 0;
    for (int back = 1; back <= HISTORY_WEEKS; back++) {
      double value = step - back * week < 0 ? 0 : values[step - back * week];
      reported += value > 0 ? 1 : 0;
      sum += value;
    }
    return reported >= HISTORY_WEEKS - 1 && sum >= USUAL_COUNT * HISTORY_WEEKS;
  }

  private static int lastCounted(double[] values, int week) {
    int zerosFrom = values.length;
    while (zerosFrom > HISTORY_WEEKS * week && values[zerosFrom - 1] == 0) {
      zerosFrom--;
    }
    for (int step = zerosFrom; step < values.length; step++) {
      if (isExpected(values, step, week)) {
        return zerosFrom - 1;
      }
    }
    return values.length - 1;
  }
}
