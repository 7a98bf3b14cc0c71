package org.hilum.benchmarks.epidemic;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.ForecastScores;
import org.hilum.epidemic.forecasting.HubForecast;
import org.hilum.epidemic.forecasting.ScoreLine;
import org.hilum.epidemic.forecasting.Span;
import org.hilum.epidemic.forecasting.Truth;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Remark;
import org.hilum.epidemic.surveillance.Vintage;

/**
 * The same forecasts from series that were altered: the method must not know names, dates or sizes,
 * and must bear bad data.
 *
 * <p>Scaled, renamed and shifted series are scored against truth and baseline altered alike, so
 * that their ratio should be the plain one; dump, zeros and correction are put into what was known,
 * and scored against the plain truth.
 */
final class AlteredSeries {

  private static final double SCALE = 0.37;
  private static final int SHIFT_DAYS = 364;

  /** Every fifth Monday of window A is enough to see a difference. */
  private static final int EVERY = 5;

  /**
   * An alteration.
   *
   * @param counts of what was known on a day
   * @param back of a forecast made from it, to the plain scale, name and date
   */
  private record Alteration(
      String name,
      int shiftDays,
      BiFunction<CaseCounts, LocalDate, CaseCounts> counts,
      UnaryOperator<HubForecast> back) {}

  private static final List<Alteration> ALTERATIONS =
      List.of(
          new Alteration("none", 0, (counts, day) -> counts, one -> one),
          new Alteration(
              "times 0.37",
              0,
              (counts, day) -> each(counts, (date, value) -> value * SCALE),
              one -> scaled(one, 1 / SCALE)),
          new Alteration(
              "renamed",
              0,
              (counts, day) ->
                  new CaseCounts(
                      renamed(counts.location()),
                      counts.measure(),
                      counts.rhythm(),
                      counts.first(),
                      counts.values()),
              one -> moved(one, renamed(one.forecast().location()), 0)),
          new Alteration(
              "shifted 364 days",
              SHIFT_DAYS,
              (counts, day) ->
                  new CaseCounts(
                      counts.location(),
                      counts.measure(),
                      counts.rhythm(),
                      counts.first().plusDays(SHIFT_DAYS),
                      counts.values()),
              one -> moved(one, one.forecast().location(), -SHIFT_DAYS)),
          new Alteration(
              "dump: ten times the week on one day, 9 days before",
              0,
              (counts, day) ->
                  each(
                      counts,
                      (date, value) ->
                          date.equals(day.minusDays(9)) ? value + 10 * week(counts, date) : value),
              one -> one),
          new Alteration(
              "a week of zeros, 15 to 9 days before",
              0,
              (counts, day) ->
                  each(
                      counts,
                      (date, value) ->
                          date.isAfter(day.minusDays(16)) && date.isBefore(day.minusDays(8))
                              ? 0
                              : value),
              one -> one),
          new Alteration(
              "-2000 on one day, 5 days before",
              0,
              (counts, day) ->
                  each(counts, (date, value) -> date.equals(day.minusDays(5)) ? -2000 : value),
              one -> one));

  private AlteredSeries() {}

  static void run(EuropeanHub hub, Page page, Engine engine) throws IOException {
    var window = EuropeanContest.WINDOWS.getFirst();
    List<LocalDate> days = new ArrayList<>();
    List<LocalDate> all = hub.days(window.from(), window.to());
    for (int place = 0; place < all.size(); place += EVERY) {
      days.add(all.get(place));
    }
    List<HubForecast> baseline = hub.forecasts(EuropeanHub.BASELINE);
    page.text(days.size() + " Mondays of window A; horizons 1 to 4 weeks together.");
    page.table(
        "altered",
        "cases: relative",
        "deaths: relative",
        "missing",
        "exploded medians",
        "exploded scores",
        "remarks");
    for (Alteration alteration : ALTERATIONS) {
      row(hub, page, engine, days, baseline, alteration);
    }
  }

  private static void row(
      EuropeanHub hub,
      Page page,
      Engine engine,
      List<LocalDate> days,
      List<HubForecast> baseline,
      Alteration alteration) {
    List<HubForecast> made = new ArrayList<>();
    Map<String, Integer> remarks = new TreeMap<>();
    for (LocalDate day : days) {
      Engine.Answer answer =
          engine.forecast(
              altered(hub.vintage(day), day, alteration), day.plusDays(alteration.shiftDays));
      for (Remark remark : answer.remarks()) {
        remarks.merge(remark.reason().code(), 1, Integer::sum);
      }
      for (Forecast forecast : answer.forecasts()) {
        if (forecast.span() == Span.WEEK && forecast.horizon() <= 4) {
          made.add(
              alteration.back.apply(new HubForecast(day.plusDays(alteration.shiftDays), forecast)));
        }
      }
    }
    Truth truth = hub.contract();
    List<ScoreLine> lines = ForecastScores.of(made, truth, baseline).byTarget();
    page.row(
        alteration.name,
        Page.relative(lines.get(0)),
        Page.relative(lines.get(1)),
        sum(lines, ScoreLine::missing),
        sum(lines, ScoreLine::medianExplosions),
        sum(lines, ScoreLine::scoreExplosions),
        remarks.isEmpty() ? "none" : remarks);
  }

  private static int sum(List<ScoreLine> lines, Function<ScoreLine, Integer> what) {
    return lines.stream().mapToInt(what::apply).sum();
  }

  private static Vintage altered(Vintage vintage, LocalDate day, Alteration alteration) {
    return new Vintage(
        day.plusDays(alteration.shiftDays),
        vintage.series().stream().map(one -> alteration.counts.apply(one, day)).toList(),
        Map.of(),
        List.of());
  }

  private static CaseCounts each(CaseCounts counts, BiFunction<LocalDate, Double, Double> change) {
    double[] values = counts.values();
    for (int step = 0; step < values.length; step++) {
      values[step] = change.apply(counts.dateAt(step), values[step]);
    }
    return counts.withValues(values);
  }

  private static double week(CaseCounts counts, LocalDate end) {
    double sum = 0;
    for (int back = 0; back < 7; back++) {
      double day = counts.on(end.minusDays(back));
      sum += Double.isNaN(day) ? 0 : day;
    }
    return sum;
  }

  /** Backwards, so that nothing of the alphabet's order is left; its own inverse. */
  private static String renamed(String name) {
    return new StringBuilder(name).reverse().toString();
  }

  private static HubForecast scaled(HubForecast one, double factor) {
    double[] quantiles = one.forecast().quantiles();
    for (int place = 0; place < quantiles.length; place++) {
      quantiles[place] *= factor;
    }
    return with(one, one.forecast().location(), 0, quantiles);
  }

  private static HubForecast moved(HubForecast one, String location, int days) {
    return with(one, location, days, one.forecast().quantiles());
  }

  private static HubForecast with(HubForecast one, String location, int days, double[] quantiles) {
    Forecast forecast = one.forecast();
    return new HubForecast(
        one.referenceDate().plusDays(days),
        new Forecast(
            location,
            forecast.measure(),
            forecast.span(),
            forecast.horizon(),
            forecast.targetEnd().plusDays(days),
            quantiles));
  }
}
