package org.hilum.epidemic.bulletin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.hilum.epidemic.economy.AnnualForecaster;
import org.hilum.epidemic.economy.EconomyData;
import org.hilum.epidemic.economy.GdpNowcaster;
import org.hilum.epidemic.economy.PublishedReadings;
import org.hilum.epidemic.economy.Quarter;
import org.hilum.epidemic.economy.StringencyScenario;
import org.hilum.epidemic.forecasting.BedDemand;
import org.hilum.epidemic.forecasting.BedPlan;
import org.hilum.epidemic.forecasting.Calibration;
import org.hilum.epidemic.forecasting.CovidDelays;
import org.hilum.epidemic.forecasting.Explanation;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.ForecastRun;
import org.hilum.epidemic.forecasting.Forecaster;
import org.hilum.epidemic.forecasting.HubForecast;
import org.hilum.epidemic.forecasting.ReproductionEstimate;
import org.hilum.epidemic.forecasting.Transmission;
import org.hilum.epidemic.forecasting.Truth;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.DelayDistribution;
import org.hilum.epidemic.surveillance.FatalityRatio;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Remark;
import org.hilum.epidemic.surveillance.ReviewedCounts;
import org.hilum.epidemic.surveillance.Rhythm;
import org.hilum.epidemic.surveillance.SeriesReview;
import org.hilum.epidemic.surveillance.Vintage;

/**
 * Makes the bulletin of a vintage: reviews its counts, forecasts, and scores earlier forecasts.
 *
 * <p>Out: the same bulletin for the same input. <br>
 * Limits: what is not in the input is not asked for: no network, no clock. <br>
 * Cost: that of a forecast, and of one more for each past week that is remade.
 */
public final class BulletinComposer {

  /** Past weeks for which forecasts are remade when none were kept: two more than the horizons. */
  private static final int REMADE_WEEKS = 6;

  private static final int FEWEST_DAYS = 28;

  private static final int REPRODUCTION_DAYS = 42;

  /** Kept forecasts of fewer days than this say too little; some are remade instead. */
  private static final int FEWEST_KEPT = 4;

  private final Forecaster forecaster = new Forecaster();
  private final String software;
  private final ExecutorService pool;

  /**
   * @param software program and version
   * @param pool threads to forecast on; stays open
   */
  public BulletinComposer(String software, ExecutorService pool) {
    this.software = software;
    this.pool = pool;
  }

  /**
   * What a bulletin needs beside the vintage.
   *
   * @param kept forecasts written on earlier days; when there are too few, some are remade
   * @param earlier counts as known on the newest earlier day of those forecasts, where they were
   *     kept too
   * @param economy output and measures by country
   * @param sources where the counts came from
   * @param intensiveShare share of the admitted who need intensive care, 0 to 1; without it no beds
   *     are told
   */
  public record Beside(
      List<HubForecast> kept,
      Optional<Vintage> earlier,
      Optional<EconomyData> economy,
      List<CountSource> sources,
      Optional<Double> intensiveShare) {

    /** Nothing. */
    public static final Beside NOTHING =
        new Beside(List.of(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    public Beside {
      kept = List.copyOf(kept);
      sources = List.copyOf(sources);
    }
  }

  /**
   * The bulletin of all places.
   *
   * @param day the day from which horizons are counted
   * @throws InterruptedException when interrupted while forecasting
   */
  public Bulletin compose(Vintage vintage, LocalDate day, Beside beside)
      throws InterruptedException {
    var run = forecaster.forecast(vintage, day, pool);
    var remarks = new ArrayList<>(vintage.remarks());
    return new Bulletin(
        Scope.ALL,
        day,
        places(vintage, day, run, remarks, beside.intensiveShare()),
        remarks,
        beside.sources(),
        Optional.of(pastErrors(vintage, day, beside.kept())),
        beside.economy().map(data -> economy(data, day)),
        new ChangeFinder(forecaster, pool)
            .find(vintage, day, run.forecasts(), beside.kept(), beside.earlier()),
        software);
  }

  private record Key(String location, Measure measure) {}

  /** Takes remarks that name a place and a measure from the list into that place's series. */
  private static List<PlaceReport> places(
      Vintage vintage,
      LocalDate day,
      ForecastRun run,
      List<Remark> remarks,
      Optional<Double> intensiveShare) {
    Map<Key, List<Forecast>> forecasts = new HashMap<>();
    run.forecasts()
        .forEach(
            each ->
                forecasts
                    .computeIfAbsent(
                        new Key(each.location(), each.measure()), _ -> new ArrayList<>())
                    .add(each));
    Map<Key, Explanation> explanations = new HashMap<>();
    run.explanations()
        .forEach(each -> explanations.put(new Key(each.location(), each.measure()), each));
    Map<Key, List<Remark>> own = new HashMap<>();
    for (var counts : vintage.series()) {
      var all = taken(remarks, counts);
      run.remarks().stream().filter(remark -> isOf(remark, counts)).forEach(all::add);
      own.put(new Key(counts.location(), counts.measure()), all);
    }
    var series = new TreeMap<String, List<SeriesReport>>();
    vintage.series().parallelStream()
        .map(
            counts -> {
              var key = new Key(counts.location(), counts.measure());
              var reviewed = SeriesReview.of(counts, day);
              var ahead = forecasts.getOrDefault(key, List.of());
              return new SeriesReport(
                  counts,
                  reviewed.corrected(),
                  Stream.concat(
                          own.getOrDefault(key, List.of()).stream(), reviewed.remarks().stream())
                      .distinct()
                      .toList(),
                  ahead,
                  Optional.ofNullable(explanations.get(key)),
                  spread(reviewed, ahead, intensiveShare));
            })
        .toList()
        .forEach(
            each ->
                series.computeIfAbsent(each.raw().location(), _ -> new ArrayList<>()).add(each));
    return series.entrySet().stream()
        .map(
            entry ->
                new PlaceReport(
                    entry.getKey(),
                    Optional.ofNullable(vintage.populations().get(entry.getKey())),
                    entry.getValue(),
                    fatality(entry.getValue())))
        .toList();
  }

  /** Growth is of counts as they were, spread over days on which the source does not report. */
  private static Spread spread(
      ReviewedCounts reviewed, List<Forecast> forecasts, Optional<Double> intensiveShare) {
    var counts = reviewed.spread();
    boolean isDaily = counts.rhythm() == Rhythm.DAILY;
    List<ReproductionEstimate> reproduction =
        isDaily && counts.measure() == Measure.CASES
            ? Transmission.reproduction(counts, CovidDelays.SERIAL_INTERVAL)
                .value()
                .orElse(List.of())
            : List.of();
    int shown = Math.min(reproduction.size(), REPRODUCTION_DAYS);
    List<BedDemand> beds =
        isDaily && counts.measure() == Measure.ADMISSIONS
            ? intensiveShare
                .flatMap(
                    share ->
                        Transmission.beds(counts, forecasts, BedPlan.ofAdmissions(share)).value())
                .orElse(List.of())
            : List.of();
    return new Spread(
        Transmission.growth(counts).value(),
        reproduction.subList(reproduction.size() - shown, reproduction.size()),
        isDaily ? Transmission.peak(counts, forecasts).value() : Optional.empty(),
        beds);
  }

  private static List<Remark> taken(List<Remark> remarks, CaseCounts counts) {
    var own = new ArrayList<>(remarks.stream().filter(each -> isOf(each, counts)).toList());
    remarks.removeAll(own);
    return own;
  }

  /** Remarks on a series begin where they apply with its place and measure. */
  private static boolean isOf(Remark remark, CaseCounts counts) {
    var measure = counts.measure();
    return remark.where().equals(counts.location() + " " + measure.hubWord())
        || remark.where().equals(counts.location() + ", " + measure.hubWord())
        || remark.where().startsWith(counts.location() + " " + measure.hubWord() + " ")
        || remark.where().startsWith(counts.location() + ", " + measure.hubWord() + ",");
  }

  private static Optional<Fatality> fatality(List<SeriesReport> series) {
    var cases = corrected(series, Measure.CASES);
    var deaths = corrected(series, Measure.DEATHS);
    if (cases.isEmpty() || deaths.isEmpty()) {
      return Optional.empty();
    }
    var ratio = FatalityRatio.of(cases.get(), deaths.get());
    return Optional.of(
        new Fatality(ratio.naive(), ratio.adjusted(DelayDistribution.COVID_ONSET_TO_DEATH)));
  }

  private static Optional<CaseCounts> corrected(List<SeriesReport> series, Measure measure) {
    return series.stream()
        .filter(one -> one.measure() == measure)
        .map(SeriesReport::corrected)
        .findFirst();
  }

  private PastErrors pastErrors(Vintage vintage, LocalDate day, List<HubForecast> kept)
      throws InterruptedException {
    var truth = Truth.of(vintage.series());
    var earlier = kept.stream().filter(each -> each.referenceDate().isBefore(day)).toList();
    if (earlier.stream().map(HubForecast::referenceDate).distinct().count() >= FEWEST_KEPT) {
      return new PastErrors(PastErrors.Origin.KEPT, Calibration.of(earlier, truth, List.of()));
    }
    return new PastErrors(
        PastErrors.Origin.REMADE, Calibration.of(remade(vintage, day), truth, List.of()));
  }

  private List<HubForecast> remade(Vintage vintage, LocalDate day) throws InterruptedException {
    var remade = new ArrayList<HubForecast>();
    for (int weeks = REMADE_WEEKS; weeks > 0; weeks--) {
      var past = day.minusWeeks(weeks);
      long behind = java.time.temporal.ChronoUnit.DAYS.between(past, day);
      var cut = cut(vintage, past, behind);
      if (!cut.series().isEmpty()) {
        forecaster
            .forecast(cut, past, pool)
            .forecasts()
            .forEach(forecast -> remade.add(new HubForecast(past, forecast)));
      }
    }
    return remade;
  }

  /** The vintage as if it had been made days earlier, with its series as far behind as today. */
  private static Vintage cut(Vintage vintage, LocalDate past, long days) {
    var series =
        vintage.series().stream()
            .map(counts -> counts.until(counts.last().minusDays(days)))
            .filter(counts -> counts.size() * counts.rhythm().days() >= FEWEST_DAYS)
            .toList();
    return new Vintage(past, series, vintage.populations(), List.of());
  }

  private static EconomyReport economy(EconomyData data, LocalDate day) {
    var published = PublishedReadings.of2020();
    var annual = new AnnualForecaster(published);
    return new EconomyReport(
        new GdpNowcaster(published).nowcast(data, Quarter.of(day), day),
        List.of(
            annual.outlook(data, day.getYear(), day, StringencyScenario.HELD),
            annual.outlook(data, day.getYear(), day, StringencyScenario.EASED),
            annual.outlook(data, day.getYear(), day, StringencyScenario.TIGHTENED)));
  }
}
