package org.hilum.epidemic.bulletin;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hilum.epidemic.forecasting.Explanation;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.QuantileLevels;
import org.hilum.epidemic.forecasting.Span;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.FatalityEstimate;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Remark;
import org.hilum.epidemic.surveillance.Rhythm;
import org.hilum.epidemic.surveillance.SurveillanceReason;

/** Bulletins drawn for tests, with numbers that can be told by hand. */
public final class Drawn {

  /** A Saturday, so that weeks of the hubs end on it. */
  public static final LocalDate DAY = LocalDate.of(2021, 3, 6);

  private Drawn() {}

  /** The same count on each of the last days up to {@link #DAY}. */
  public static CaseCounts flat(String place, Measure measure, int days, double count) {
    var values = new double[days];
    Arrays.fill(values, count);
    return new CaseCounts(place, measure, Rhythm.DAILY, DAY.minusDays(days - 1L), values);
  }

  /** Quantiles in equal steps: the one of place n is {@code low + n * step}. */
  public static Forecast week(String place, Measure measure, int weeks, double low, double step) {
    var quantiles = new double[QuantileLevels.COUNT];
    for (int n = 0; n < quantiles.length; n++) {
      quantiles[n] = low + n * step;
    }
    return new Forecast(place, measure, Span.WEEK, weeks, DAY.plusWeeks(weeks), quantiles);
  }

  /** 10 a day, 70 a week; 100 (62 to 138 at 95 %) and 110 expected; a day of 5 taken for 10. */
  public static SeriesReport series(String place, Measure measure) {
    var corrected = flat(place, measure, 70, 10);
    var values = corrected.values();
    values[60] = 5;
    return new SeriesReport(
        corrected.withValues(values),
        corrected,
        List.of(new Remark(SurveillanceReason.DUMP, "2021-02-25: 5 were late.", place + ", case")),
        List.of(week(place, measure, 1, 56, 4), week(place, measure, 2, 44, 6)),
        Optional.of(
            new Explanation(
                place,
                measure,
                java.util.Map.of("analogues", 1.0),
                corrected.first(),
                corrected.last(),
                "All counts were used.")),
        Spread.UNKNOWN);
  }

  /** A place of 200,000 with cases and deaths. */
  public static PlaceReport place(String name) {
    return new PlaceReport(
        name,
        Optional.of(200_000L),
        List.of(series(name, Measure.CASES), series(name, Measure.DEATHS)),
        Optional.of(
            new Fatality(
                new FatalityEstimate.Estimated(DAY, 0.0123, 0.01, 0.015, 77, 6260, List.of()),
                new FatalityEstimate.NotEstimated(DAY, "The delay is too long."))));
  }

  /** Places, a source that works and one that failed, no past errors. */
  public static Bulletin bulletin(String... places) {
    return new Bulletin(
        places.length == 1 ? Scope.of(places[0]) : Scope.ALL,
        DAY,
        Arrays.stream(places).map(Drawn::place).toList(),
        List.of(),
        List.of(
            new CountSource("Health office", Optional.of(DAY), Optional.empty()),
            new CountSource(
                "Hospitals",
                Optional.empty(),
                Optional.of(
                    new CountSource.Failure(
                        DAY.minusDays(3), CountSource.Cause.NOTHING_CAME, "")))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "Hilum 0");
  }
}
