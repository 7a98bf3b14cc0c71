package org.hilum.epidemic.bulletin.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hilum.epidemic.bulletin.SeriesReport;
import org.hilum.epidemic.bulletin.wording.Numbers;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.bulletin.wording.Wording;
import org.hilum.epidemic.forecasting.Forecast;

/**
 * The counts of past weeks as bars, and the fan of the forecast weeks: median, 50 % and 95 %
 * intervals.
 *
 * <p>Where raw and corrected counts differ, the raw ones stand behind as outlines. A week with a
 * missing day has no bar; the week that is only partly counted is marked as such.
 */
public final class FanChart {

  private static final int PAST_WEEKS = 26;
  private static final int WEEK = 7;
  private static final double BAR = 0.72;
  private static final double RAW_BAR = 0.9;
  private static final double DOT = 2.6;
  private static final int DATES = 5;
  private static final double MOST_ABOVE = 2.5;

  private final SeriesReport series;
  private final Wording wording;
  private final LocalDate first;
  private final LocalDate last;
  private final List<Forecast> weeks;

  private FanChart(SeriesReport series, Wording wording) {
    this.series = series;
    this.wording = wording;
    this.weeks = series.weeks();
    var lastCounted = series.lastCounted().orElse(series.raw().first());
    var lastWeek = weeks.isEmpty() ? lastFullWeek(lastCounted) : weeks.getLast().targetEnd();
    this.last = lastWeek;
    var nearest = weeks.isEmpty() ? lastWeek : weeks.getFirst().targetEnd();
    this.first = earliest(nearest);
  }

  /** The chart. */
  public static Picture of(SeriesReport series, Scale.Kind kind, Wording wording) {
    return new FanChart(series, wording).draw(kind);
  }

  private LocalDate lastFullWeek(LocalDate day) {
    return series.raw().rhythm().days() == WEEK
        ? day
        : day.minusDays((day.getDayOfWeek().getValue() + 1) % WEEK);
  }

  /** No earlier than the series, so that a young outbreak fills the chart. */
  private LocalDate earliest(LocalDate nearest) {
    var wanted = nearest.minusWeeks(PAST_WEEKS);
    long weeksKnown = ChronoUnit.DAYS.between(series.raw().first(), nearest) / WEEK;
    var begun = nearest.minusWeeks(Math.max(weeksKnown, 4));
    return begun.isAfter(wanted) ? begun : wanted;
  }

  private int slot(LocalDate end) {
    return (int) (ChronoUnit.DAYS.between(first, end) / WEEK);
  }

  /** On the linear scale a wild upper end leaves the chart rather than flatten what was counted. */
  private double largest(int slots, Scale.Kind kind) {
    double largest = 1;
    for (int slot = 0; slot < slots; slot++) {
      var end = first.plusWeeks(slot);
      largest = larger(largest, series.sevenDaysTo(end));
      largest = larger(largest, SeriesReport.sevenDaysTo(series.raw(), end));
    }
    double past = largest;
    for (var week : weeks) {
      double most = kind == Scale.Kind.LINEAR ? MOST_ABOVE * past : Double.MAX_VALUE;
      largest = larger(largest, Math.min(Quantiles.high95(week), most));
      largest = larger(largest, week.median());
    }
    return largest;
  }

  private static double larger(double one, double other) {
    return other > one ? other : one;
  }

  private Picture draw(Scale.Kind kind) {
    int slots = slot(last) + 1;
    var plot = new Plot(slots, kind.to(largest(slots, kind)));
    bars(plot, slots);
    fan(plot);
    dates(plot, slots);
    return plot.picture(
        wording.text(
            Phrase.CHART_WEEKS_WORDS,
            wording.measure(series.measure()),
            series.weeks().stream()
                .map(week -> wording.shortDate(week.targetEnd()) + ": " + said(week))
                .toList()
                .toString()
                .replaceAll("[\\[\\]]", "")));
  }

  private void bars(Plot plot, int slots) {
    for (int slot = 0; slot < slots; slot++) {
      var end = first.plusWeeks(slot);
      double raw = SeriesReport.sevenDaysTo(series.raw(), end);
      double value = series.sevenDaysTo(end);
      if (Double.isFinite(raw) && Double.isFinite(value) && raw != value) {
        plot.bar(Style.TAKEN_BACK, slot, Math.max(0, raw), RAW_BAR, title(end, raw, Phrase.RAW));
      }
      if (Double.isFinite(value)) {
        plot.bar(Style.COUNTED, slot, Math.max(0, value), BAR, title(end, value, Phrase.COUNTED));
      } else {
        partly(plot, slot, end);
      }
    }
  }

  /** The days of a week that has begun and is not over. */
  private void partly(Plot plot, int slot, LocalDate end) {
    var lastCounted = series.lastCounted();
    if (series.raw().rhythm().days() == WEEK
        || lastCounted.isEmpty()
        || !lastCounted.get().isBefore(end)
        || lastCounted.get().isBefore(end.minusDays(WEEK - 1L))) {
      return;
    }
    double sum = 0;
    for (var day = end.minusDays(WEEK - 1L);
        !day.isAfter(lastCounted.get());
        day = day.plusDays(1)) {
      double value = series.corrected().on(day);
      sum += Double.isFinite(value) ? value : 0;
    }
    plot.bar(
        Style.PARTLY_COUNTED, slot, Math.max(0, sum), BAR, title(end, sum, Phrase.PARTLY_COUNTED));
  }

  private String title(LocalDate end, double value, Phrase what) {
    return wording.text(
        Phrase.CHART_BAR, wording.shortDate(end), Numbers.count(value), wording.text(what));
  }

  private String said(Forecast week) {
    return wording.text(
        Phrase.MEDIAN_AND_INTERVAL,
        Numbers.forecast(week.median()),
        Numbers.interval(Quantiles.low95(week), Quantiles.high95(week)));
  }

  private void fan(Plot plot) {
    if (weeks.isEmpty()) {
      return;
    }
    var begin = begin(plot);
    band(plot, begin, Style.BAND_95, Quantiles::low95, Quantiles::high95);
    band(plot, begin, Style.BAND_50, Quantiles::low50, Quantiles::high50);
    var median = new ArrayList<Mark.Point>();
    begin.ifPresent(median::add);
    weeks.forEach(week -> median.add(plot.point(slot(week.targetEnd()), week.median())));
    plot.add(new Mark.Line(Style.MEDIAN, median));
    for (var week : weeks) {
      var at = plot.point(slot(week.targetEnd()), week.median());
      plot.add(
          new Mark.Dot(
              Style.MEDIAN,
              at.x(),
              at.y(),
              DOT,
              wording.shortDate(week.targetEnd()) + ": " + said(week)));
    }
    plot.now(slot(weeks.getFirst().targetEnd()));
    plot.beyond(Quantiles.high95(weeks.getLast()));
  }

  /** Where the fan opens: the week counted last, when it is the one before. */
  private Optional<Mark.Point> begin(Plot plot) {
    var before = weeks.getFirst().targetEnd().minusDays(WEEK);
    double value = series.sevenDaysTo(before);
    return Double.isFinite(value)
        ? Optional.of(plot.point(slot(before), Math.max(0, value)))
        : Optional.empty();
  }

  @FunctionalInterface
  private interface End {
    double of(Forecast forecast);
  }

  private void band(Plot plot, Optional<Mark.Point> begin, Style style, End low, End high) {
    var upper = new ArrayList<Mark.Point>();
    var lower = new ArrayList<Mark.Point>();
    begin.ifPresent(upper::add);
    for (var week : weeks) {
      int slot = slot(week.targetEnd());
      upper.add(plot.point(slot, high.of(week)));
      lower.add(plot.point(slot, low.of(week)));
    }
    if (upper.size() == 1) {
      // One week alone has no fan: a box as wide as a bar.
      var week = weeks.getFirst();
      plot.between(style, slot(week.targetEnd()), low.of(week), high.of(week), BAR, "");
      return;
    }
    Collections.reverse(lower);
    upper.addAll(lower);
    plot.add(new Mark.Area(style, upper));
  }

  private void dates(Plot plot, int slots) {
    int every = Math.max(1, (slots + DATES - 1) / DATES);
    int anchor = weeks.isEmpty() ? slots - 1 : slot(weeks.getFirst().targetEnd());
    for (int slot = anchor % every; slot < slots; slot += every) {
      plot.date(slot, wording.shortDate(first.plusWeeks(slot)));
    }
  }
}
