package org.hilum.epidemic.surveillance.review;

import java.util.Arrays;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Rhythm;

/** Goes through a series from its first step to its last and sets right what it meets. */
public final class Passage {

  /** A dump is more than so many times what was to be expected, before and after. */
  private static final double DUMP_TIMES = 3;

  /** And more than so many times the largest of the week before. */
  private static final double DUMP_OVER_LARGEST = 2;

  /** And more than so many standard deviations of a Poisson count above it. */
  private static final double DUMP_DEVIATIONS = 6;

  /** And by at least so many persons: a family fallen ill is no late report. */
  private static final double DUMP_PERSONS = 10;

  /** A place that counts so many a day does not suddenly count none. */
  private static final double BUSY = 10;

  /** And one that counts so many does not for weeks. */
  private static final double VERY_BUSY = 100;

  /** Days after which a place that is not very busy is believed to have no more. */
  private static final int BELIEVED_AFTER_DAYS = 14;

  /** Days within which a slip is undone. */
  private static final int UNDONE_DAYS = 7;

  /** A weekday's part of the mean is not taken for less when counts are compared with it. */
  private static final double LEAST_SHARE = 0.3;

  /** Below so many persons in the week before, nothing is known of what to expect. */
  private static final double TOO_FEW = 5;

  private final Rhythm rhythm;
  private final double[] raw;
  private final double[] clean;
  private final Expectation expectation;
  private final Shares shares;
  private final Notes notes;
  private final int week;

  /** First step of the silence that goes on, and whether it is a surprise. */
  private int silentFrom;

  private boolean isSurprise;

  private Passage(CaseCounts counts, Notes notes) {
    this.rhythm = counts.rhythm();
    this.raw = counts.values();
    this.clean = new double[raw.length];
    this.notes = notes;
    this.week = rhythm == Rhythm.WEEKLY ? 1 : 7;
    Arrays.fill(clean, Double.NaN);
    this.expectation = new Expectation(rhythm, raw, clean);
    this.shares = new Shares(raw.length, rhythm.days());
  }

  /** The series as one would have counted. */
  public static double[] through(CaseCounts counts, Notes notes) {
    var passage = new Passage(counts, notes);
    for (int step = 0; step < passage.raw.length; step++) {
      passage.step(step);
    }
    return passage.shares.applied(passage.clean);
  }

  private void step(int step) {
    double count = raw[step];
    if (Double.isNaN(count) || (count == 0 && isNoReport(step))) {
      isSurprise = true;
      return;
    }
    if (count == 0) {
      clean[step] = 0;
      return;
    }
    if (count < 0) {
      takenBack(step, count);
    } else if (isSurprise && isCatchingUp(step, count)) {
      catchUp(step, count);
    } else {
      counted(step, count);
    }
    silentFrom = step + 1;
    isSurprise = false;
  }

  private void counted(int step, double count) {
    clean[step] = count;
    if (isDump(step, count)) {
      dump(step, count);
    }
    if (isSurprise) {
      sayLost(step);
    }
  }

  private void sayLost(int step) {
    for (int n = silentFrom; n < step; n++) {
      if (raw[n] == 0 && Double.isNaN(clean[n])) {
        notes.lost(silentFrom, step - 1);
        return;
      }
    }
  }

  private void takenBack(int step, double count) {
    double expected = expectation.of(step);
    double kept = Double.isNaN(expected) ? 0 : Math.floor(expected);
    int undone = undoneOn(step, count - kept);
    if (undone >= 0) {
      clean[step] = kept;
      raw[undone] += count - kept;
      notes.undone(step, count, undone);
      return;
    }
    int from = shares.give(count - kept, clean, step);
    if (from < 0 && kept > 0) {
      kept = 0;
      from = shares.give(count, clean, step);
    }
    clean[step] = from < 0 ? Double.NaN : kept;
    notes.takenBack(step, count, from, kept);
  }

  /** The day soon after on which about the same comes back, as after a slip; -1 when none. */
  private int undoneOn(int step, double lowering) {
    double most = DUMP_TIMES * expectation.highest(step);
    for (int n = step + 1; n <= step + UNDONE_DAYS / rhythm.days() && n < raw.length; n++) {
      if (raw[n] > most && raw[n] >= -lowering && raw[n] + lowering < -lowering) {
        return n;
      }
    }
    return -1;
  }

  /** Whether a zero stands for a report that did not come. */
  private boolean isNoReport(int step) {
    if (rhythm == Rhythm.DAILY && isUsualDayOff(step)) {
      return false;
    }
    double usual = usual(silentFrom);
    return usual >= BUSY * rhythm.days()
        && (usual >= VERY_BUSY * rhythm.days()
            || silence(step) * rhythm.days() <= BELIEVED_AFTER_DAYS);
  }

  /** Median of the last week, or four weeks of a weekly series, that had counts. */
  private double usual(int before) {
    var counts = new double[7];
    int found = 0;
    for (int n = before - 1; n >= 0 && found < counts.length && n > before - 29; n--) {
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
    return isUsual && silence(step) <= BELIEVED_AFTER_DAYS;
  }

  private int off(int step, int weeks) {
    int same = step + 7 * weeks;
    return same >= 0 && same < raw.length && isSilent(same) ? 1 : 0;
  }

  private boolean isSilent(int step) {
    return Double.isNaN(raw[step]) || raw[step] == 0;
  }

  /** Length of the silence around a step. */
  private int silence(int step) {
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

  /** Whether a count is nearer to that of all days since the last report than to one day's. */
  private boolean isCatchingUp(int step, double count) {
    double level = expectation.level(step);
    double day = level * Math.max(LEAST_SHARE, expectation.weekday(step));
    double all = level * share(step);
    return level * week >= TOO_FEW && Math.log(count / day) > Math.log(all / day) / 2;
  }

  /** Part of a week's mean that the days since the last report usually have, in days. */
  private double share(int step) {
    double share = 0;
    for (int n = silentFrom; n <= step; n++) {
      share += expectation.weekday(n);
    }
    return Math.max(share, LEAST_SHARE);
  }

  private void catchUp(int step, double count) {
    double share = share(step);
    double most = expectation.highest(step) * (step - silentFrom + 1);
    double shared = count > DUMP_TIMES * most && isLonely(step, count / share) ? most : count;
    var weights = new double[step - silentFrom + 1];
    for (int n = silentFrom; n <= step; n++) {
      weights[n - silentFrom] = expectation.weekday(n);
    }
    double sum = Medians.sum(weights, 0, weights.length);
    for (int n = silentFrom; n <= step; n++) {
      double weight = sum > 0 ? weights[n - silentFrom] / sum : 1.0 / weights.length;
      clean[n] = shared * weight;
    }
    notes.catchUp(silentFrom, step, shared);
    if (shared < count) {
      notes.dump(step, count, shared, shares.give(count - shared, clean, silentFrom));
    }
  }

  private boolean isDump(int step, double count) {
    double level = expectation.level(step);
    if (Double.isNaN(level) || level * week < TOO_FEW || step < week) {
      return false;
    }
    double highest = expectation.highest(step);
    double perDay = count / (1 + silentBefore(step));
    return perDay > DUMP_TIMES * highest
        && count - highest > DUMP_PERSONS + DUMP_DEVIATIONS * Math.sqrt(highest)
        && perDay > DUMP_OVER_LARGEST * largestBefore(step)
        && isLonely(step, perDay);
  }

  private int silentBefore(int step) {
    int silent = 0;
    for (int n = step - 1; n >= 0 && silent < 13; n--) {
      if (!isSilent(n)) {
        break;
      }
      silent++;
    }
    return silent;
  }

  private double largestBefore(int step) {
    double largest = 0;
    for (int n = Math.max(0, step - 7); n < step; n++) {
      largest = clean[n] > largest ? clean[n] : largest;
    }
    return largest;
  }

  /** Whether the steps after, as far as they are known, do not stay at its height. */
  private boolean isLonely(int step, double count) {
    var after = new double[7];
    int found = 0;
    double largest = 0;
    for (int n = step + 1; n < raw.length && n <= step + 7; n++) {
      if (raw[n] > 0) {
        after[found++] = raw[n];
        largest = Math.max(largest, raw[n]);
      }
    }
    return count > DUMP_TIMES * (found < 3 ? largest : Medians.of(after, found));
  }

  private void dump(int step, double count) {
    double kept = Math.ceil(expectation.of(step) * (1 + silentBefore(step)));
    clean[step] = Math.min(count, kept);
    notes.dump(step, count, clean[step], shares.give(count - clean[step], clean, step));
  }
}
