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

  /** Below so many persons in the week before, nothing is known of what to expect. */
  private static final double TOO_FEW = 5;

  private final Rhythm rhythm;
  private final double[] raw;
  private final double[] clean;
  private final Expectation expectation;
  private final Shares shares;
  private final Notes notes;
  private final int week;
  private int absent;

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
      absent++;
      return;
    }
    if (count < 0) {
      takenBack(step, count);
    } else if (count > 0 && absent > 0 && isCatchingUp(step, count)) {
      catchUp(step, count);
    } else {
      sayLost(step);
      clean[step] = count;
      if (count > 0 && isDump(step, count)) {
        dump(step, count);
      }
    }
    absent = 0;
  }

  private void sayLost(int step) {
    for (int n = step - absent; n < step; n++) {
      if (raw[n] == 0) {
        notes.lost(step - absent, step - 1);
        return;
      }
    }
  }

  private void takenBack(int step, double count) {
    double expected = expectation.of(step);
    double kept = Double.isNaN(expected) ? 0 : Math.floor(expected);
    int from = shares.give(count - kept, clean, step);
    if (from < 0 && kept > 0) {
      kept = 0;
      from = shares.give(count, clean, step);
    }
    clean[step] = from < 0 ? Double.NaN : kept;
    notes.takenBack(step, count, from, kept);
  }

  /** Whether a zero stands for a report that did not come. */
  private boolean isNoReport(int step) {
    if (rhythm == Rhythm.DAILY && isUsualDayOff(step)) {
      return false;
    }
    double usual = usual(step - absent);
    return usual >= BUSY * rhythm.days()
        && (usual >= VERY_BUSY * rhythm.days() || !isBelieved(step));
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

  /** Zeros go on for so long that the run is longer than the patience with it. */
  private boolean isBelieved(int step) {
    int zeros = 0;
    for (int n = step; n < raw.length && raw[n] == 0; n++) {
      zeros++;
    }
    return (absent + zeros) * rhythm.days() > BELIEVED_AFTER_DAYS;
  }

  /** The same weekday had no count in two of the last four weeks. */
  private boolean isUsualDayOff(int step) {
    int off = 0;
    for (int n = 1; n <= 4; n++) {
      int same = step - 7 * n;
      off += same >= 0 && (Double.isNaN(raw[same]) || raw[same] == 0) ? 1 : 0;
    }
    return off >= 2;
  }

  /** Whether a count is nearer to that of all days since the last report than to one day's. */
  private boolean isCatchingUp(int step, double count) {
    double expected = expectation.of(step);
    return expected * 7 / week >= TOO_FEW && Math.log(count / expected) > Math.log(absent + 1) / 2;
  }

  private void catchUp(int step, double count) {
    int days = absent + 1;
    double most = expectation.highest(step) * days;
    double shared = count > DUMP_TIMES * most && isLonely(step, count / days) ? most : count;
    for (int n = step - absent; n <= step; n++) {
      clean[n] = shared / days;
    }
    notes.catchUp(step - absent, step, shared);
    if (shared < count) {
      notes.dump(step, count, shared, shares.give(count - shared, clean, step - absent));
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
      if (!(Double.isNaN(raw[n]) || raw[n] == 0)) {
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
