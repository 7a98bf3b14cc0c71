package org.hilum.epidemic.forecasting;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hilum.epidemic.forecasting.daily.YoungWeeks;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Vintage;
import org.jspecify.annotations.Nullable;

/**
 * Makes calendar weeks and seven days on end say the same of the same days.
 *
 * <p>Two ways of forecasting know different things: daily counts of a young outbreak, whose places
 * share a turn that no week has seen; and the weekly families, learnt from months. Both spans are
 * the mean of both ways on the logarithmic scale, weighed by how young the place is.
 */
final class Agreement {

  private final Vintage vintage;
  private final Youth youth;
  private final Map<CaseCounts, List<Forecast>> stretches;
  private final Map<String, Forecast> learnt;

  /**
   * @param youth says which way counts in a place
   * @param days forecasts from daily counts
   * @param again the same stretches by the weekly families
   */
  Agreement(Vintage vintage, Youth youth, List<Forecast> days, Stream<Forecast> again) {
    this.vintage = vintage;
    this.youth = youth;
    this.stretches =
        days.stream()
            .filter(one -> one.span() == Span.SEVEN_DAYS)
            .sorted(Comparator.comparing(Forecast::horizon))
            .collect(groupingBy(one -> counts(vintage, one)));
    this.learnt = again.collect(toMap(Agreement::target, Function.identity()));
  }

  static CaseCounts counts(Vintage vintage, Forecast forecast) {
    return vintage.of(forecast.location(), forecast.measure()).orElseThrow();
  }

  private static String target(Forecast forecast) {
    return forecast.measure() + " " + forecast.horizon() + " " + forecast.location();
  }

  /** A calendar week, given as the weekly families see it. */
  Forecast week(Forecast week) {
    CaseCounts counts = counts(vintage, week);
    double share = youth.of(counts);
    return share == 0
        ? week
        : YoungWeeks.week(counts, stretches.getOrDefault(counts, List.of()), week.targetEnd())
            .map(young -> mixed(week, young, share))
            .orElse(week);
  }

  /** A forecast from daily counts; a single day stays what it is. */
  Forecast days(Forecast days) {
    @Nullable Forecast other = learnt.get(target(days));
    return days.span() == Span.SEVEN_DAYS && other != null
        ? mixed(other, days.quantiles(), youth.of(counts(vintage, days)))
        : days;
  }

  private static Forecast mixed(Forecast learnt, double[] young, double share) {
    double[] quantiles = learnt.quantiles();
    for (int q = 0; q < quantiles.length; q++) {
      double log = share * Math.log1p(young[q]) + (1 - share) * Math.log1p(quantiles[q]);
      quantiles[q] = q == 0 ? Math.expm1(log) : Math.max(quantiles[q - 1], Math.expm1(log));
    }
    return new Forecast(
        learnt.location(),
        learnt.measure(),
        learnt.span(),
        learnt.horizon(),
        learnt.targetEnd(),
        quantiles);
  }
}
