package org.hilum.epidemic.forecasting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;

/**
 * What was counted in the end, to score forecasts against.
 *
 * <p>A week or seven days with a negative day, or a negative count itself, is left out: the source
 * took counts back, and no forecast is about that. Absent days make the stretch unknown.
 */
public final class Truth {

  private record Place(String location, Measure measure, Rhythm rhythm) {}

  private static final TruthValue UNKNOWN = new TruthValue.Unknown();
  private static final TruthValue NEGATIVE = new TruthValue.LeftOut("negative day");

  private final Map<Place, CaseCounts> series = new HashMap<>();
  private final List<Rule> rules;

  /** Which known counts are not to be scored with, and why. */
  private record Rule(String why, Predicate<ForecastTarget> leftOut) {}

  private Truth(Collection<CaseCounts> counts, List<Rule> rules) {
    counts.forEach(one -> series.put(new Place(one.location(), one.measure(), one.rhythm()), one));
    this.rules = List.copyOf(rules);
  }

  /** The counts of series, daily or weekly; for one place and measure both may be there. */
  public static Truth of(Collection<CaseCounts> counts) {
    return new Truth(counts, List.of());
  }

  /**
   * The same without the targets that a rule names, for example weeks that were revised much.
   *
   * @param why a word or two for the reader
   */
  public Truth without(String why, Predicate<ForecastTarget> leftOut) {
    List<Rule> more = new ArrayList<>(rules);
    more.add(new Rule(why, leftOut));
    return new Truth(series.values(), more);
  }

  /** The count that a target is about. */
  public TruthValue of(ForecastTarget target) {
    TruthValue value = count(target);
    if (value instanceof TruthValue.Known) {
      for (Rule rule : rules) {
        if (rule.leftOut.test(target)) {
          return new TruthValue.LeftOut(rule.why);
        }
      }
    }
    return value;
  }

  /** All series. */
  public List<CaseCounts> series() {
    return List.copyOf(series.values());
  }

  private TruthValue count(ForecastTarget target) {
    return target.span() == Span.DAY
        ? day(target.location(), target.measure(), target.targetEnd())
        : sevenDays(target.location(), target.measure(), target.targetEnd());
  }

  private TruthValue day(String location, Measure measure, LocalDate date) {
    CaseCounts daily = series.get(new Place(location, measure, Rhythm.DAILY));
    return daily == null ? UNKNOWN : judged(daily.on(date));
  }

  private TruthValue sevenDays(String location, Measure measure, LocalDate end) {
    CaseCounts weekly = series.get(new Place(location, measure, Rhythm.WEEKLY));
    if (weekly != null && !Double.isNaN(weekly.on(end))) {
      return judged(weekly.on(end));
    }
    CaseCounts daily = series.get(new Place(location, measure, Rhythm.DAILY));
    return daily == null ? UNKNOWN : sum(daily, end);
  }

  private static TruthValue sum(CaseCounts daily, LocalDate end) {
    double sum = 0;
    boolean negative = false;
    for (int back = 0; back < 7; back++) {
      double day = daily.on(end.minusDays(back));
      negative |= day < 0;
      sum += day;
    }
    return negative && !Double.isNaN(sum) ? NEGATIVE : judged(sum);
  }

  private static TruthValue judged(double count) {
    if (Double.isNaN(count)) {
      return UNKNOWN;
    }
    return count < 0 ? NEGATIVE : new TruthValue.Known(count);
  }

  /**
   * Counts of stretches like the target's before the forecast was made, by today's knowledge,
   * newest first; NaN where unknown or left out.
   *
   * @param stepDays days from one stretch's end to the one before
   */
  public double[] before(ForecastTarget target, int stepDays, int stretches) {
    LocalDate end = target.targetEnd();
    while (!end.isBefore(target.referenceDate())) {
      end = end.minusDays(stepDays);
    }
    double[] counts = new double[stretches];
    for (int back = 0; back < stretches; back++) {
      counts[back] = countOr(target, end.minusDays((long) back * stepDays));
    }
    return counts;
  }

  private double countOr(ForecastTarget like, LocalDate end) {
    var earlier =
        new ForecastTarget(
            like.referenceDate(), like.location(), like.measure(), like.span(), 0, end);
    return count(earlier) instanceof TruthValue.Known(double count) ? count : Double.NaN;
  }
}
