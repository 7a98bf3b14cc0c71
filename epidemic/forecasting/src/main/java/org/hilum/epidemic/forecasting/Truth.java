package org.hilum.epidemic.forecasting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
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
  private static final TruthValue OTHER = new TruthValue.LeftOut("left out by rule");

  private final Map<Place, CaseCounts> series = new HashMap<>();
  private final Predicate<ForecastTarget> leftOut;

  private Truth(Collection<CaseCounts> counts, Predicate<ForecastTarget> leftOut) {
    counts.forEach(one -> series.put(new Place(one.location(), one.measure(), one.rhythm()), one));
    this.leftOut = leftOut;
  }

  /** The counts of series, daily or weekly; for one place and measure both may be there. */
  public static Truth of(Collection<CaseCounts> counts) {
    return new Truth(counts, target -> false);
  }

  /** The same without the targets that a rule names, for example weeks that were revised much. */
  public Truth without(Predicate<ForecastTarget> more) {
    return new Truth(series.values(), leftOut.or(more));
  }

  /** The count that a target is about. */
  public TruthValue of(ForecastTarget target) {
    TruthValue value = count(target);
    return value instanceof TruthValue.Known && leftOut.test(target) ? OTHER : value;
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
   * The largest count of the four stretches before the forecast was made, by today's knowledge; NaN
   * when none is known.
   */
  public double recentMaximum(ForecastTarget target) {
    int step = target.span() == Span.DAY ? 1 : 7;
    int stretches = target.span() == Span.DAY ? 28 : 4;
    LocalDate end = target.targetEnd();
    while (!end.isBefore(target.referenceDate())) {
      end = end.minusDays(step);
    }
    double most = Double.NaN;
    for (int back = 0; back < stretches; back++) {
      var earlier =
          new ForecastTarget(
              target.referenceDate(),
              target.location(),
              target.measure(),
              target.span(),
              0,
              end.minusDays((long) back * step));
      if (count(earlier) instanceof TruthValue.Known known) {
        most = Double.isNaN(most) ? known.count() : Math.max(most, known.count());
      }
    }
    return most;
  }
}
