package org.hilum.epidemic.bulletin.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hilum.epidemic.bulletin.SeriesReport;
import org.hilum.epidemic.bulletin.wording.Numbers;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.bulletin.wording.Wording;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.Span;
import org.hilum.epidemic.surveillance.Rhythm;

/** The counts of the last weeks day by day with their mean of seven days, and the next days. */
public final class DayChart {

  private static final int PAST_DAYS = 42;
  private static final int WEEK = 7;
  private static final double BAR = 0.8;
  private static final double DOT = 2.6;

  private final SeriesReport series;
  private final Wording wording;
  private final List<Forecast> days;
  private final LocalDate lastCounted;
  private final LocalDate first;

  private DayChart(SeriesReport series, Wording wording, LocalDate lastCounted) {
    this.series = series;
    this.wording = wording;
    this.lastCounted = lastCounted;
    this.days = series.forecasts(Span.DAY);
    var begun = series.raw().first();
    var wanted = lastCounted.minusDays(PAST_DAYS - 1L);
    this.first = begun.isAfter(wanted) ? begun : wanted;
  }

  /** Whether there is such a chart: for daily counts. */
  public static boolean isFor(SeriesReport series) {
    return series.raw().rhythm() == Rhythm.DAILY && series.lastCounted().isPresent();
  }

  /** The chart of daily counts. */
  public static Picture of(SeriesReport series, Scale.Kind kind, Wording wording) {
    return new DayChart(series, wording, series.lastCounted().orElseThrow()).draw(kind);
  }

  private int slot(LocalDate day) {
    return (int) ChronoUnit.DAYS.between(first, day);
  }

  private Picture draw(Scale.Kind kind) {
    var last = days.isEmpty() ? lastCounted : days.getLast().targetEnd();
    var plot = new Plot(slot(last) + 2, kind.to(largest()));
    var mean = new ArrayList<Mark.Point>();
    for (var day = first; !day.isAfter(lastCounted); day = day.plusDays(1)) {
      bar(plot, day);
      double average = series.sevenDaysTo(day) / WEEK;
      if (Double.isFinite(average)) {
        mean.add(plot.point(slot(day), Math.max(0, average)));
      }
    }
    plot.add(new Mark.Line(Style.MEAN, mean));
    days.forEach(day -> next(plot, day));
    plot.now(slot(lastCounted) + 1.0);
    for (var day = lastCounted; !day.isBefore(first); day = day.minusWeeks(2)) {
      plot.date(slot(day), wording.shortDate(day));
    }
    return plot.picture(wording.text(Phrase.CHART_DAYS_WORDS, wording.measure(series.measure())));
  }

  private double largest() {
    double largest = 1;
    for (var day = first; !day.isAfter(lastCounted); day = day.plusDays(1)) {
      largest = Math.max(largest, known(series.raw().on(day)));
      largest = Math.max(largest, known(series.corrected().on(day)));
    }
    double past = largest;
    for (var day : days) {
      largest = Math.max(largest, Math.min(Quantiles.high95(day), 3 * past));
    }
    return largest;
  }

  private static double known(double value) {
    return Double.isFinite(value) ? value : 0;
  }

  private void bar(Plot plot, LocalDate day) {
    double raw = series.raw().on(day);
    double value = series.corrected().on(day);
    if (Double.isFinite(raw) && raw != value) {
      plot.bar(Style.TAKEN_BACK, slot(day), Math.max(0, raw), 1, title(day, raw, Phrase.RAW));
    }
    if (Double.isFinite(value)) {
      plot.bar(
          Style.COUNTED, slot(day), Math.max(0, value), BAR, title(day, value, Phrase.COUNTED));
    }
  }

  private String title(LocalDate day, double value, Phrase what) {
    return wording.text(
        Phrase.CHART_BAR, wording.shortDate(day), Numbers.count(value), wording.text(what));
  }

  private void next(Plot plot, Forecast day) {
    int slot = slot(day.targetEnd());
    var words =
        wording.text(
            Phrase.MEDIAN_AND_INTERVAL,
            Numbers.forecast(day.median()),
            Numbers.interval(Quantiles.low95(day), Quantiles.high95(day)));
    plot.between(Style.BAND_95, slot, Quantiles.low95(day), Quantiles.high95(day), 1, words);
    plot.between(Style.BAND_50, slot, Quantiles.low50(day), Quantiles.high50(day), 1, words);
    var at = plot.point(slot, day.median());
    plot.add(new Mark.Dot(Style.MEDIAN, at.x(), at.y(), DOT, words));
  }
}
