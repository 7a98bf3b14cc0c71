package org.hilum.epidemic.surveillance.review;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Remark;
import org.hilum.epidemic.surveillance.Remark.Said;
import org.hilum.epidemic.surveillance.Rhythm;
import org.hilum.epidemic.surveillance.Saying;
import org.hilum.epidemic.surveillance.SurveillanceReason;

/** Puts what was found in a series into words; of each kind the newest, the others counted. */
public final class Notes {

  /** So many of a kind are told; a long series may have dozens. */
  private static final int TOLD = 5;

  private static final int RECENT_DAYS = 28;
  private static final int STALE_DAYS = 7;

  private final CaseCounts series;
  private final Map<SurveillanceReason, List<List<Said>>> found =
      new EnumMap<>(SurveillanceReason.class);

  /**
   * @param series the raw counts
   */
  public Notes(CaseCounts series) {
    this.series = series;
  }

  private void add(SurveillanceReason reason, Said... said) {
    found.computeIfAbsent(reason, any -> new ArrayList<>()).add(List.of(said));
  }

  void takenBack(int step, double count, int from, double kept) {
    var day = series.dateAt(step);
    add(
        SurveillanceReason.NEGATIVE_CORRECTION,
        from < 0
            ? Said.of(Saying.TAKEN_BACK_ABSENT, day, number(-count))
            : Said.of(
                Saying.TAKEN_BACK_LOWERED, day, number(-count), series.dateAt(from), number(kept)));
  }

  void undone(int step, double count, int on) {
    add(
        SurveillanceReason.NEGATIVE_CORRECTION,
        Said.of(Saying.COUNTED_AGAIN, series.dateAt(step), number(-count), series.dateAt(on)));
  }

  void dump(int step, double count, double kept, Shares.Given given) {
    var said = dumped(step, number(count), number(kept), count - kept - given.amount(), given);
    if (step == series.size() - 1) {
      add(SurveillanceReason.DUMP, said, Said.of(Saying.SURGE));
    } else {
      add(SurveillanceReason.DUMP, said);
    }
  }

  private Said dumped(int step, String count, String kept, double rest, Shares.Given given) {
    var day = series.dateAt(step);
    if (given.from() < 0) {
      return Said.of(Saying.DUMP_LEFT_OUT, day, count, kept);
    }
    var since = series.dateAt(given.from());
    return rest >= 1
        ? Said.of(Saying.DUMP_SPREAD_IN_PART, day, count, kept, since, number(rest))
        : Said.of(Saying.DUMP_SPREAD, day, count, kept, since);
  }

  void catchUp(int first, int last, double count) {
    add(
        SurveillanceReason.MISSING_DAYS,
        Said.of(Saying.CAUGHT_UP, series.dateAt(last), number(count), series.dateAt(first)));
  }

  void lost(int first, int last) {
    add(
        SurveillanceReason.MISSING_DAYS,
        first == last
            ? Said.of(Saying.LOST_DAY, series.dateAt(first))
            : Said.of(Saying.LOST_DAYS, series.dateAt(first), series.dateAt(last)));
  }

  void jump(int step, double before, double after) {
    add(
        SurveillanceReason.DEFINITION_CHANGE,
        Said.of(Saying.LEVEL_CHANGED, series.dateAt(step), number(after), number(before)));
  }

  /** Says how seldom a source reports. */
  public void cadence(int reportingDays) {
    if (series.rhythm() == Rhythm.DAILY && reportingDays <= 3) {
      add(SurveillanceReason.WEEKLY_REPORTING, Said.of(Saying.REPORTS_SELDOM, reportingDays));
    }
  }

  /** Says which of the last four weeks' steps are absent. */
  public void missing(double[] corrected) {
    int from = Math.max(0, corrected.length - RECENT_DAYS / series.rhythm().days());
    int absent = 0;
    int zeros = 0;
    for (int n = from; n < corrected.length; n++) {
      absent += Double.isNaN(corrected[n]) ? 1 : 0;
      zeros += Double.isNaN(corrected[n]) && series.at(n) == 0 ? 1 : 0;
    }
    if (absent > 0) {
      boolean isWeekly = series.rhythm() == Rhythm.WEEKLY;
      int looked = corrected.length - from;
      add(
          SurveillanceReason.MISSING_DAYS,
          zeros == 0
              ? Said.of(isWeekly ? Saying.WEEKS_MISSING : Saying.DAYS_MISSING, looked, absent)
              : Said.of(
                  isWeekly ? Saying.WEEKS_MISSING_WITH_ZEROS : Saying.DAYS_MISSING_WITH_ZEROS,
                  looked,
                  absent,
                  zeros));
    }
  }

  /** Says when the newest count is old. */
  public void age(double[] corrected, LocalDate asOf) {
    int last = corrected.length - 1;
    while (last >= 0 && Double.isNaN(corrected[last])) {
      last--;
    }
    if (last < 0) {
      return;
    }
    var newest = series.dateAt(last);
    long days = ChronoUnit.DAYS.between(newest, asOf);
    if (days > STALE_DAYS + (series.rhythm() == Rhythm.WEEKLY ? STALE_DAYS : 0)) {
      add(SurveillanceReason.STALE, Said.of(Saying.OLD, newest, days, asOf));
    }
  }

  /** All remarks, by reason, the newest first. */
  public List<Remark> all() {
    var remarks = new ArrayList<Remark>();
    String where = series.location() + ", " + series.measure().hubWord();
    found.forEach(
        (reason, all) -> {
          all.reversed().stream()
              .limit(TOLD)
              .forEach(said -> remarks.add(new Remark(reason, said, where)));
          if (all.size() > TOLD) {
            remarks.add(new Remark(reason, Said.of(Saying.EARLIER, all.size() - TOLD), where));
          }
        });
    return remarks;
  }

  private static String number(double count) {
    return String.format(Locale.ROOT, Math.abs(count) < 10 ? "%.1f" : "%,.0f", count);
  }
}
