package org.hilum.epidemic.surveillance;

import java.time.LocalDate;
import org.hilum.epidemic.surveillance.review.Cadence;
import org.hilum.epidemic.surveillance.review.LevelJumps;
import org.hilum.epidemic.surveillance.review.Notes;
import org.hilum.epidemic.surveillance.review.Passage;

/**
 * Finds what is not new persons in a series: counts taken back, late reports at once, days without
 * a report, changes of definition.
 *
 * <p>In: increments of one place, daily or weekly. <br>
 * Out: {@link ReviewedCounts}; the raw counts are kept. A lowering is taken proportionally from the
 * days before; the excess of a dump is given to them in the same way; no day gains more than a
 * fifth where the series holds enough, and never more than half. Catching up after days without
 * report is shared among those days. A change of level for good is said and not changed. <br>
 * Measured: repeating the last seven days, known on 56 Mondays of 2021 and 2022 in 32 countries,
 * errs by 0.224 of the next week's cases instead of 0.235, and by 0.235 of its deaths instead of
 * 0.241; in Chinese provinces as they stood in early 2020 by 0.58 instead of 0.66. <br>
 * Limits: nothing after the last day is used; a dump on the very last day may be the first day of a
 * surge and is taken back as soon as the next days agree with it. It knows no date and no name: a
 * series renamed or shifted in time gives the same result. <br>
 * Cost: a tenth of a second for 400 places and 950 days.
 */
public final class SeriesReview {

  private SeriesReview() {}

  /** Reviews a series as known on its last day. */
  public static ReviewedCounts of(CaseCounts raw) {
    return of(raw, raw.last());
  }

  /**
   * Reviews a series.
   *
   * @param asOf the day of knowledge, for telling how old the newest count is
   */
  public static ReviewedCounts of(CaseCounts raw, LocalDate asOf) {
    var notes = new Notes(raw);
    double[] corrected = Passage.through(raw, notes);
    double[] spread = Cadence.spread(raw.rhythm(), corrected);
    LevelJumps.find(spread, raw, notes);
    int reportingDays = Cadence.reportingDays(raw);
    notes.cadence(reportingDays);
    notes.missing(corrected);
    notes.age(corrected, asOf);
    return new ReviewedCounts(
        raw, raw.withValues(corrected), raw.withValues(spread), reportingDays, notes.all());
  }
}
