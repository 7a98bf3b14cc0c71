package org.hilum.epidemic.bulletin.pdf;

import java.util.List;
import org.hilum.epidemic.bulletin.PlaceReport;
import org.hilum.epidemic.bulletin.SeriesReport;
import org.hilum.epidemic.bulletin.chart.DayChart;
import org.hilum.epidemic.bulletin.chart.FanChart;
import org.hilum.epidemic.bulletin.chart.Picture;
import org.hilum.epidemic.bulletin.chart.Quantiles;
import org.hilum.epidemic.bulletin.chart.Scale;
import org.hilum.epidemic.bulletin.content.ExplanationWords;
import org.hilum.epidemic.bulletin.content.Row;
import org.hilum.epidemic.bulletin.content.Target;
import org.hilum.epidemic.bulletin.wording.Numbers;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.bulletin.wording.PlaceNames;
import org.hilum.epidemic.bulletin.wording.Wording;
import org.hilum.epidemic.forecasting.Forecast;
import org.w3c.dom.Element;

/** The charts of a place with their remarks, and the numbers behind the fans. */
record PlaceSection(Wording wording, PlaceNames names, Markup markup, ChartDrawer charts) {

  private static final double CHART_MM = 88;

  /** Adds the place; in a bulletin of all only its charts and remarks. */
  void addTo(Element body, PlaceReport place, boolean isOneOfMany) {
    for (var series : place.series()) {
      if (isOneOfMany && !Row.of(place, series).isWorthAChart()) {
        continue;
      }
      var block = markup.add(body, "div", "place");
      var measure = wording.measure(series.measure());
      markup.add(
          block, "h3", "", isOneOfMany ? names.of(place.name()) + " \u00b7 " + measure : measure);
      var pair = markup.add(block, "div", "pair");
      chart(pair, Phrase.CHART_WEEKS, FanChart.of(series, Scale.Kind.LINEAR, wording));
      if (DayChart.isFor(series) && isOneOfMany) {
        chart(pair, Phrase.CHART_DAYS, DayChart.of(series, Scale.Kind.LINEAR, wording));
      } else {
        chart(pair, Phrase.SCALE_LOGARITHMIC, FanChart.of(series, Scale.Kind.LOGARITHMIC, wording));
      }
      remarks(block, series);
      if (!isOneOfMany) {
        days(body, series);
        forecasts(body, place, series);
      }
    }
  }

  private void days(Element body, SeriesReport series) {
    if (DayChart.isFor(series)) {
      var pair = markup.add(body, "div", "pair");
      chart(pair, Phrase.CHART_DAYS, DayChart.of(series, Scale.Kind.LINEAR, wording));
    }
  }

  private void chart(Element pair, Phrase caption, Picture picture) {
    var half = markup.add(pair, "div", "half");
    markup.add(half, "p", "caption", wording.text(caption));
    charts.add(markup, half, picture, CHART_MM);
  }

  private void remarks(Element block, SeriesReport series) {
    if (series.remarks().isEmpty()) {
      markup.add(block, "p", "note", wording.text(Phrase.REMARKS_NONE));
      return;
    }
    var remarks = markup.add(block, "div", "remarks");
    for (var remark : series.remarks()) {
      var line = markup.add(remarks, "p", "");
      markup.add(line, "span", "code", remark.reason().code() + " ");
      markup.text(line, wording.remarkHere(remark));
    }
  }

  private void forecasts(Element body, PlaceReport place, SeriesReport series) {
    if (series.forecasts().isEmpty()) {
      var words = wording.text(Phrase.SAY_NO_FORECAST, names.of(place.name()));
      markup.add(body, "p", "note", words);
      return;
    }
    var table = markup.add(body, "table", "");
    var head = markup.add(markup.add(table, "thead", ""), "tr", "");
    markup.add(head, "th", "first", wording.text(Phrase.COLUMN_TARGET));
    boolean hasRates = place.population().isPresent();
    var columns =
        hasRates
            ? List.of(Phrase.COLUMN_MEDIAN, Phrase.COLUMN_PER_100K)
            : List.of(Phrase.COLUMN_MEDIAN);
    columns.forEach(phrase -> markup.add(head, "th", "", wording.text(phrase)));
    markup.add(head, "th", "", wording.text(Phrase.COLUMN_NEXT_50));
    markup.add(head, "th", "", wording.text(Phrase.COLUMN_NEXT_95));
    var lines = markup.add(table, "tbody", "");
    series.forecasts().forEach(forecast -> line(markup.add(lines, "tr", ""), place, forecast));
    ExplanationWords.of(series, wording).ifPresent(words -> markup.add(body, "p", "note", words));
  }

  private void line(Element line, PlaceReport place, Forecast forecast) {
    markup.add(line, "th", "first", Target.of(forecast, wording));
    markup.add(line, "td", "strong", Numbers.forecast(forecast.median()));
    place
        .per100k(forecast.median())
        .ifPresent(rate -> markup.add(line, "td", "", Numbers.rate(rate)));
    markup.add(
        line, "td", "", Numbers.interval(Quantiles.low50(forecast), Quantiles.high50(forecast)));
    markup.add(
        line, "td", "", Numbers.interval(Quantiles.low95(forecast), Quantiles.high95(forecast)));
  }
}
