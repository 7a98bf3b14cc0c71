package org.hilum.epidemic.surveillance.review;

import java.util.Arrays;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Rhythm;

/** Goes through a series from its first step to its last and sets right what it meets. */
public final class Passage {

  /** A weekday's part of the mean is not taken for less when counts are compared with it. */
  private static final double LEAST_SHARE = 0.3;

  /** Below so many persons in the week before, nothing is known of what to expect. */
  private static final double TOO_FEW = 5;

  private final CaseCounts series;
  private final double[] raw;
  private final double[] clean;
  private final Expectation expectation;
  private final Silences silences;
  private final Dumps dumps;
  private final Shares shares;
  private final Notes notes;
  private final int week;

  /** First step of the silence that goes on, and whether it is a surprise. */
  private int silentFrom;

  private boolean isSurprise;

  /** Persons counted in it all the same. */
  private double stray;

  private Passage(CaseCounts series, Notes notes) {
    this.series = series;
    this.raw = series.values();
    this.clean = new double[raw.length];
    Arrays.fill(clean, Double.NaN);
    this.notes = notes;
    this.week = series.rhythm() == Rhythm.WEEKLY ? 1 : 7;
    this.expectation = new Expectation(series.rhythm(), raw, clean);
    this.silences = new Silences(series.rhythm(), raw, clean);
    this.dumps = new Dumps(raw, clean, expectation);
    this.shares = new Shares(raw.length, series.rhythm().days());
  }

  /** The series as one would have counted. */
  public static double[] through(CaseCounts series, Notes notes) {
    var passage = new Passage(series, notes);
    for (int step = 0; step < passage.raw.length; step++) {
      passage.step(step);
    }
    return passage.shares.applied(passage.clean);
  }

  private void step(int step) {
    double count = raw[step];
    if (Double.isNaN(count) || (silences.isSilent(step) && silences.isMissed(silentFrom, step))) {
      isSurprise = true;
      stray += Double.isNaN(count) ? 0 : count;
      return;
    }
    if (silences.isSilent(step)) {
      clean[step] = count;
      return;
    }
    if (count < 0) {
      takenBack(step, count);
    } else if (isSurprise && isCatchingUp(step, count + stray)) {
      catchUp(step, count + stray);
    } else {
      counted(step, count);
    }
    silentFrom = step + 1;
    isSurprise = false;
    stray = 0;
  }

  private void counted(int step, double count) {
    clean[step] = count;
    if (step >= week && isDump(step)) {
      double usual = expectation.level(silentFrom) * Math.max(share(step), usualShare(step));
      clean[step] = Math.min(count, Math.ceil(usual));
      notes.dump(step, count, clean[step], shares.give(count - clean[step], clean, step));
    }
    if (isSurprise) {
      sayLost(step);
    }
  }

  private boolean isDump(int step) {
    return isKnownEnough()
        ? dumps.isDump(silentFrom, step)
        : dumps.isDumpAmongFew(silentFrom, step);
  }

  private boolean isKnownEnough() {
    return expectation.level(silentFrom) * week >= TOO_FEW;
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
    double kept = keptOf(step);
    int undone = dumps.undoneOn(step, count - kept, series.rhythm().days());
    if (undone >= 0) {
      clean[step] = kept;
      raw[undone] += count - kept;
      notes.undone(step, count, undone);
      return;
    }
    var given = shares.give(count - kept, clean, step);
    if (given.from() < 0 && kept > 0) {
      kept = 0;
      given = shares.give(count, clean, step);
    }
    clean[step] = given.from() < 0 ? Double.NaN : kept;
    notes.takenBack(step, count, given.from(), kept);
  }

  /** What a day of taking back had of its own: what was expected, or what is usual after it. */
  private double keptOf(int step) {
    double expected = expectation.of(step, step);
    double after = dumps.after(step, 2);
    return Double.isNaN(expected) ? 0 : Math.floor(after < expected ? after : expected);
  }

  /** Whether a count is nearer to that of all days since the last report than to one day's. */
  private boolean isCatchingUp(int step, double count) {
    double level = expectation.level(silentFrom);
    double day = level * Math.max(LEAST_SHARE, expectation.weekday(step));
    double all = level * Math.max(share(step), usualShare(step));
    return isKnownEnough() && Math.log(count / day) > Math.log(all / day) / 2;
  }

  /** How many days of a week's mean the days since the last report usually have. */
  private double usualShare(int step) {
    double share = 0;
    for (int n = silentFrom; n <= step; n++) {
      share += expectation.weekday(n);
    }
    return Math.max(share, LEAST_SHARE);
  }

  /** As many when reports do not come daily; the report covers all days since the last. */
  private double share(int step) {
    return silences.isSeldom(silentFrom) ? step - silentFrom + 1 : 0;
  }

  private void catchUp(int step, double count) {
    double most = expectation.highest(silentFrom, step) * (step - silentFrom + 1);
    boolean isDumpToo =
        count > Dumps.TIMES * most && dumps.isLonely(step, count / (step - silentFrom + 1));
    double shared = isDumpToo ? most : count;
    if (silences.isSeldom(silentFrom)) {
      // The day of the report moved; the source goes on reporting all days at once.
      Arrays.fill(clean, silentFrom, step, 0);
      clean[step] = shared;
    } else {
      shareOut(step, shared);
    }
    if (isDumpToo) {
      notes.dump(step, count, shared, shares.give(count - shared, clean, silentFrom));
    }
  }

  private void shareOut(int step, double count) {
    var weights = new double[step - silentFrom + 1];
    for (int n = silentFrom; n <= step; n++) {
      weights[n - silentFrom] = expectation.weekday(n);
    }
    double sum = Medians.sum(weights, 0, weights.length);
    for (int n = 0; n < weights.length; n++) {
      clean[silentFrom + n] = count * (sum > 0 ? weights[n] / sum : 1.0 / weights.length);
    }
    notes.catchUp(silentFrom, step, count);
  }
}
