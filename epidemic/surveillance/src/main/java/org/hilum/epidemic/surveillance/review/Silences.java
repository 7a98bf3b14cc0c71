package org.hilum.epidemic.surveillance.review;

import org.hilum.epidemic.surveillance.Rhythm;

/** Which days without a count are days off, which are days without cases, and which were missed. */
final class Silences {

  /** A place that counts so many a day does not suddenly count none. */
  private static final double BUSY = 10;

  /** And one that counts so many does not for weeks. */
  private static final double VERY_BUSY = 100;

  /** Days after which a place that is not very busy is believed to have no more. */
  private static final int BELIEVED_AFTER_DAYS = 14;

  private static final int MONTH = 28;

  /** Of a month's days, the most with a count where a source reports on up to four days a week. */
  private static final int FEW_REPORTS = 16;

  /** Part of the mean of the fortnights around below which a count is a stray, not a report. */
  private static final double STRAY = 0.02;

  private static final int FORTNIGHT = 14;

  private final Rhythm rhythm;
  private final double[] raw;
  private final double[] clean;
  private final boolean[] silent;

  Silences(Rhythm rhythm, double[] raw, double[] clean) {
    this.rhythm = rhythm;
    this.raw = raw;
    this.clean = clean;
    this.silent = of(rhythm, raw);
  }

  /** The steps without a count, or with a stray one where hundreds are usual. */
  static boolean[] of(Rhythm rhythm, double[] raw) {
    var silent = new boolean[raw.length];
    for (int n = 0; n < raw.length; n++) {
      silent[n] =
          Double.isNaN(raw[n]) || raw[n] == 0 || (rhythm == Rhythm.DAILY && isStray(raw, n));
    }
    return silent;
  }

  private static boolean isStray(double[] raw, int step) {
    if (raw[step] < 0 || step < FORTNIGHT) {
      return false;
    }
    double before = Medians.mean(raw, step - FORTNIGHT, step);
    double after = Medians.mean(raw, step + 1, step + 1 + FORTNIGHT);
    boolean isKnownAfter = step + FORTNIGHT / 2 < raw.length;
    double usual = isKnownAfter && after < before ? after : before;
    return usual >= VERY_BUSY && raw[step] < STRAY * usual;
  }

  boolean isSilent(int step) {
    return silent[step];
  }

  /**
   * Whether a zero stands for a report that did not come.
   *
   * @param from where the silence begins
   */
  boolean isMissed(int from, int step) {
    if (rhythm == Rhythm.DAILY && isUsualDayOff(step)) {
      return false;
    }
    double usual = usual(from);
    return usual >= BUSY * rhythm.days()
        && (usual >= VERY_BUSY * rhythm.days()
            || around(step) * rhythm.days() <= BELIEVED_AFTER_DAYS);
  }

  /** Median of the last week, or of seven weeks of a weekly series, that had counts. */
  private double usual(int before) {
    var counts = new double[7];
    int found = 0;
    for (int n = before - 1; n >= 0 && found < counts.length && n >= before - MONTH; n--) {
      if (clean[n] > 0 || (clean[n] == 0 && !(rhythm == Rhythm.DAILY && isUsualDayOff(n)))) {
        counts[found++] = clean[n];
      }
    }
    return found < 4 ? Double.NaN : Medians.of(counts, found);
  }

  /**
   * The same weekday has no count in two of the four weeks before, or of the two before and the two
   * after, and the source is not silent altogether.
   */
  private boolean isUsualDayOff(int step) {
    int before = off(step, -1) + off(step, -2);
    boolean isUsual =
        before + off(step, -3) + off(step, -4) >= 2 || before + off(step, 1) + off(step, 2) >= 2;
    return isUsual && around(step) <= BELIEVED_AFTER_DAYS;
  }

  private int off(int step, int weeks) {
    int same = step + 7 * weeks;
    return same >= 0 && same < raw.length && isSilent(same) ? 1 : 0;
  }

  /** Length of the silence around a step. */
  private int around(int step) {
    int from = step;
    int to = step;
    while (from > 0 && isSilent(from - 1)) {
      from--;
    }
    while (to + 1 < raw.length && isSilent(to + 1)) {
      to++;
    }
    return to - from + 1;
  }

  /** Whether reports came on at most four days a week in the month before a step. */
  boolean isSeldom(int step) {
    int reports = 0;
    for (int n = Math.max(0, step - MONTH); n < step; n++) {
      reports += isSilent(n) ? 0 : 1;
    }
    return rhythm == Rhythm.DAILY && step >= MONTH && reports <= FEW_REPORTS;
  }
}
