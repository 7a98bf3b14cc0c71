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
import org.hilum.epidemic.surveillance.Rhythm;
import org.hilum.epidemic.surveillance.SurveillanceReason;

/** Puts what was found in a series into words; of each kind the newest, the others counted. */
public final class Notes {

  /** So many of a kind are told; a long series may have dozens. */
  private static final int TOLD = 5;

  private static final int RECENT_DAYS = 28;
  private static final int STALE_DAYS = 7;

  private final CaseCounts series;
  private final Map<SurveillanceReason, List<String>> found =
      new EnumMap<>(SurveillanceReason.class);

  /**
   * @param series the raw counts
   */
  public Notes(CaseCounts series) {
    this.series = series;
  }

  private void add(SurveillanceReason reason, String sentence) {
    found.computeIfAbsent(reason, any -> new ArrayList<>()).add(sentence);
  }

  void takenBack(int step, double count, int from, double kept) {
    String made =
        from < 0
            ? "more than all counted before, so the day is taken for absent"
            : "counts from %s on were lowered, %s kept for the day"
                .formatted(series.dateAt(from), number(kept));
    add(
        SurveillanceReason.NEGATIVE_CORRECTION,
        "%s: %s were taken back; %s.".formatted(series.dateAt(step), number(-count), made));
  }

  void undone(int step, double count, int on) {
    add(
        SurveillanceReason.NEGATIVE_CORRECTION,
        "%s: %s were taken back and counted again on %s; both days were set right."
            .formatted(series.dateAt(step), number(-count), series.dateAt(on)));
  }

  void dump(int step, double count, double kept, Shares.Given given) {
    double rest = count - kept - given.amount();
    String made =
        given.from() < 0
            ? "the rest was left out"
            : "the rest was spread over the time since " + series.dateAt(given.from());
    String leftOut =
        given.from() >= 0 && rest >= 1
            ? ", but %s that are too many for it were left out".formatted(number(rest))
            : "";
    String last = step == series.size() - 1 ? " It may also be the first day of a surge." : "";
    add(
        SurveillanceReason.DUMP,
        "%s: %s at once where about %s were to be expected; %s%s.%s"
            .formatted(series.dateAt(step), number(count), number(kept), made, leftOut, last));
  }

  void catchUp(int first, int last, double count) {
    add(
        SurveillanceReason.MISSING_DAYS,
        "%s: %s were reported after days without a report and shared among the days since %s."
            .formatted(series.dateAt(last), number(count), series.dateAt(first)));
  }

  void lost(int first, int last) {
    String days =
        first == last
            ? series.dateAt(first).toString()
            : series.dateAt(first) + " to " + series.dateAt(last);
    add(
        SurveillanceReason.MISSING_DAYS,
        days + ": the zeros amid many counts are no report; they are taken for absent.");
  }

  void jump(int step, double before, double after) {
    add(
        SurveillanceReason.DEFINITION_CHANGE,
        "From %s on the level is %s a day, before it was %s; neither was changed."
            .formatted(series.dateAt(step), number(after), number(before)));
  }

  /** Says how seldom a source reports. */
  public void cadence(int reportingDays) {
    if (series.rhythm() == Rhythm.DAILY && reportingDays <= 3) {
      add(
          SurveillanceReason.WEEKLY_REPORTING,
          "Counts came on about %d of 7 days in the last four weeks; weeks are forecast, and days as the source reports them."
              .formatted(reportingDays));
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
      String unit = series.rhythm() == Rhythm.WEEKLY ? "weeks" : "days";
      String taken = zeros == 0 ? "" : " (%d with a zero that is no report)".formatted(zeros);
      add(
          SurveillanceReason.MISSING_DAYS,
          "Of the last %d %s %d have no count%s; they stay absent."
              .formatted(corrected.length - from, unit, absent, taken));
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
      add(
          SurveillanceReason.STALE,
          "The newest count is of %s, %d days before %s.".formatted(newest, days, asOf));
    }
  }

  /** All remarks, by reason, the newest first. */
  public List<Remark> all() {
    var remarks = new ArrayList<Remark>();
    String where = series.location() + ", " + series.measure().hubWord();
    found.forEach(
        (reason, sentences) -> {
          var newest = sentences.reversed();
          newest.stream()
              .limit(TOLD)
              .forEach(sentence -> remarks.add(new Remark(reason, sentence, where)));
          if (newest.size() > TOLD) {
            String more = "%d earlier ones of the kind.".formatted(newest.size() - TOLD);
            remarks.add(new Remark(reason, more, where));
          }
        });
    return remarks;
  }

  private static String number(double count) {
    return String.format(Locale.ROOT, Math.abs(count) < 10 ? "%.1f" : "%,.0f", count);
  }
}
