package org.hilum.epidemic.bulletin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.hilum.epidemic.bulletin.Changes.Revised;
import org.hilum.epidemic.bulletin.Changes.TargetChange;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.Forecaster;
import org.hilum.epidemic.forecasting.HubForecast;
import org.hilum.epidemic.forecasting.Span;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.RevisionReport;
import org.hilum.epidemic.surveillance.Vintage;

/**
 * Finds what changed since the newest earlier day, and what of it revised counts alone would do.
 *
 * <p>For that the earlier day is forecast once more with the counts of then as they stand today:
 * dates not counted then stay unknown. Where the counts of then no longer give the forecast of then
 * (the program is another), no part is told. <br>
 * Cost: one forecast where the counts of then are kept, two where any was revised.
 */
final class ChangeFinder {

  /** A forecast that is made again is the same within this share and half a person. */
  private static final double SAME = 0.005;

  private static final double HALF_A_PERSON = 0.5;

  private final Forecaster forecaster;
  private final ExecutorService pool;

  ChangeFinder(Forecaster forecaster, ExecutorService pool) {
    this.forecaster = forecaster;
    this.pool = pool;
  }

  private record Target(String location, Measure measure, Span span, LocalDate end) {
    static Target of(Forecast one) {
      return new Target(one.location(), one.measure(), one.span(), one.targetEnd());
    }
  }

  /** The newest day before a day on which forecasts were made. */
  static Optional<LocalDate> newest(List<HubForecast> kept, LocalDate day) {
    return kept.stream()
        .map(HubForecast::referenceDate)
        .filter(date -> date.isBefore(day))
        .max(Comparator.naturalOrder());
  }

  /**
   * The changes; empty when no target was forecast on an earlier day.
   *
   * @param now today's forecasts
   * @param earlier counts as known on some earlier day; of use only when it is the newest kept
   */
  Optional<Changes> find(
      Vintage today,
      LocalDate day,
      List<Forecast> now,
      List<HubForecast> kept,
      Optional<Vintage> earlier)
      throws InterruptedException {
    var since = newest(kept, day);
    if (since.isEmpty()) {
      return Optional.empty();
    }
    var then =
        byTarget(
            kept.stream()
                .filter(each -> each.referenceDate().equals(since.get()))
                .map(HubForecast::forecast)
                .toList());
    var shared = now.stream().filter(each -> then.containsKey(Target.of(each))).toList();
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    var known = earlier.filter(vintage -> vintage.asOf().equals(since.get()));
    List<Revised> revised = known.map(vintage -> revised(vintage, today)).orElse(List.of());
    Map<Target, Double> parts =
        known.isPresent() ? parts(known.get(), today, then, revised) : Map.of();
    var targets = new ArrayList<TargetChange>();
    for (var each : shared) {
      var target = Target.of(each);
      var old = then.get(target);
      if (old != null) {
        targets.add(new TargetChange(old, each, Optional.ofNullable(parts.get(target))));
      }
    }
    return Optional.of(new Changes(since.get(), targets, revised));
  }

  private static Map<Target, Forecast> byTarget(List<Forecast> forecasts) {
    var byTarget = new HashMap<Target, Forecast>();
    forecasts.forEach(each -> byTarget.put(Target.of(each), each));
    return byTarget;
  }

  private static List<Revised> revised(Vintage before, Vintage after) {
    return RevisionReport.between(before, after).series().stream()
        .filter(one -> one.changed() > 0)
        .map(one -> new Revised(one.location(), one.measure(), one.changed(), one.netChange()))
        .toList();
  }

  /** What revised counts do to the median of each target that can be made again as it was. */
  private Map<Target, Double> parts(
      Vintage before, Vintage after, Map<Target, Forecast> then, List<Revised> revised)
      throws InterruptedException {
    var again = forecast(before);
    var corrected = revised.isEmpty() ? again : forecast(asOfToday(before, after));
    var parts = new HashMap<Target, Double>();
    again.forEach(
        (target, forecast) -> {
          var written = then.get(target);
          var other = corrected.get(target);
          if (written != null && other != null && isSame(written, forecast)) {
            parts.put(target, other.median() - forecast.median());
          }
        });
    return parts;
  }

  private static boolean isSame(Forecast written, Forecast again) {
    return Math.abs(written.median() - again.median())
        <= HALF_A_PERSON + SAME * Math.abs(written.median());
  }

  private Map<Target, Forecast> forecast(Vintage vintage) throws InterruptedException {
    return byTarget(forecaster.forecast(vintage, vintage.asOf(), pool).forecasts());
  }

  /** The dates counted then, with today's counts. */
  private static Vintage asOfToday(Vintage before, Vintage after) {
    var series = new ArrayList<CaseCounts>();
    for (var old : before.series()) {
      after
          .of(old.location(), old.measure())
          .filter(today -> today.rhythm() == old.rhythm())
          .ifPresent(today -> series.add(withCountsOf(today, old)));
    }
    return new Vintage(before.asOf(), series, before.populations(), List.of());
  }

  private static CaseCounts withCountsOf(CaseCounts today, CaseCounts old) {
    var values = old.values();
    for (int step = 0; step < values.length; step++) {
      values[step] = Double.isNaN(values[step]) ? Double.NaN : today.on(old.dateAt(step));
    }
    return old.withValues(values);
  }
}
