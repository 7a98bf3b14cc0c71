package org.hilum.epidemic.bulletin.html;

import java.util.List;
import org.hilum.epidemic.bulletin.PlaceReport;
import org.hilum.epidemic.bulletin.SeriesReport;
import org.hilum.epidemic.bulletin.chart.DayChart;
import org.hilum.epidemic.bulletin.chart.FanChart;
import org.hilum.epidemic.bulletin.chart.Picture;
import org.hilum.epidemic.bulletin.chart.Quantiles;
import org.hilum.epidemic.bulletin.chart.Scale;
import org.hilum.epidemic.bulletin.chart.Style;
import org.hilum.epidemic.bulletin.content.ExplanationWords;
import org.hilum.epidemic.bulletin.content.Row;
import org.hilum.epidemic.bulletin.content.Target;
import org.hilum.epidemic.bulletin.wording.Numbers;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.forecasting.Forecast;

/** The charts of each place with their remarks beside them, and the numbers behind the fans. */
final class ChartSection {

  private final Ground ground;
  private final int most;

  ChartSection(Ground ground, int most) {
    this.ground = ground;
    this.most = most;
  }

  void put() {
    var html = ground.html();
    html.open("section", "aria-labelledby", "charts");
    ground.heading("charts", ground.wording().text(Phrase.CHARTS));
    html.element("p", ground.wording().text(Phrase.CHARTS_NOTE), "class", "note");
    scales();
    key();
    var places = shown();
    places.forEach(this::place);
    int more = ground.bulletin().places().size() - places.size();
    if (more > 0) {
      html.element("p", ground.wording().text(Phrase.MORE_PLACES, more), "class", "note");
    }
    html.close();
  }

  /** Those with most expected, in that order. */
  private List<PlaceReport> shown() {
    var bulletin = ground.bulletin();
    if (bulletin.measures().isEmpty()) {
      return List.of();
    }
    return Row.of(bulletin, bulletin.measures().getFirst()).stream()
        .map(Row::place)
        .limit(ground.addresses().places().isEmpty() ? Long.MAX_VALUE : most)
        .toList();
  }

  private void scales() {
    var html = ground.html();
    html.open("p", "class", "scales").text(ground.wording().text(Phrase.SCALE) + ": ");
    html.element("label", ground.wording().text(Phrase.SCALE_LINEAR), "for", "linear");
    html.element("label", ground.wording().text(Phrase.SCALE_LOGARITHMIC), "for", "logarithmic");
    html.close();
  }

  private void key() {
    var html = ground.html();
    html.open("p", "class", "key");
    key(Style.COUNTED, Phrase.KEY_COUNTED);
    key(Style.TAKEN_BACK, Phrase.KEY_RAW);
    key(Style.PARTLY_COUNTED, Phrase.KEY_PARTLY);
    key(Style.MEAN, Phrase.KEY_MEAN);
    key(Style.MEDIAN, Phrase.KEY_MEDIAN);
    key(Style.BAND_50, Phrase.KEY_50);
    key(Style.BAND_95, Phrase.KEY_95);
    html.close();
  }

  private void key(Style style, Phrase words) {
    ground.html().open("span");
    ground.html().open("i", "class", "swatch " + style.word()).close();
    ground.html().text(ground.wording().text(words)).close();
  }

  private void place(PlaceReport place) {
    var html = ground.html();
    html.open("article", "class", "place");
    if (ground.bulletin().scope().isAll()) {
      html.open("h3");
      ground.place(place.name());
      html.close();
    }
    for (var series : shown(place)) {
      html.element("h4", ground.wording().measure(series.measure()));
      html.open("div", "class", "side-by-side");
      chart(
          ground.wording().text(Phrase.CHART_WEEKS),
          FanChart.of(series, Scale.Kind.LINEAR, ground.wording()),
          FanChart.of(series, Scale.Kind.LOGARITHMIC, ground.wording()));
      if (DayChart.isFor(series)) {
        chart(
            ground.wording().text(Phrase.CHART_DAYS),
            DayChart.of(series, Scale.Kind.LINEAR, ground.wording()),
            DayChart.of(series, Scale.Kind.LOGARITHMIC, ground.wording()));
      }
      html.close();
      remarks(series);
      forecasts(place, series);
    }
    html.close();
  }

  /** On a page of many places a series of a few persons is in the table alone. */
  private List<SeriesReport> shown(PlaceReport place) {
    return ground.bulletin().scope().isAll()
        ? place.series().stream().filter(series -> Row.of(place, series).isWorthAChart()).toList()
        : place.series();
  }

  private void chart(String caption, Picture linear, Picture logarithmic) {
    var html = ground.html();
    html.open("figure").element("figcaption", caption);
    html.open("div", "class", "linear").picture(linear).close();
    html.open("div", "class", "logarithmic").picture(logarithmic).close();
    html.close();
  }

  private void remarks(SeriesReport series) {
    var html = ground.html();
    if (series.remarks().isEmpty()) {
      html.element("p", ground.wording().text(Phrase.REMARKS_NONE), "class", "note");
      return;
    }
    html.open("ul", "class", "remarks");
    for (var remark : series.remarks()) {
      html.open("li");
      html.element("code", remark.reason().code()).text(" " + ground.wording().remarkHere(remark));
      html.close();
    }
    html.close();
  }

  private void forecasts(PlaceReport place, SeriesReport series) {
    if (series.forecasts().isEmpty()) {
      html()
          .element(
              "p",
              ground.wording().text(Phrase.SAY_NO_FORECAST, ground.names().of(place.name())),
              "class",
              "note");
      return;
    }
    boolean isOpen = !ground.bulletin().scope().isAll();
    html().open("details", "open", isOpen ? "open" : "");
    html().element("summary", ground.wording().text(Phrase.TABLE_FORECASTS));
    html().open("div", "class", "wide").open("table").open("thead").open("tr");
    column(Phrase.COLUMN_TARGET);
    column(Phrase.COLUMN_MEDIAN);
    if (place.population().isPresent()) {
      column(Phrase.COLUMN_PER_100K);
    }
    column(Phrase.COLUMN_NEXT_50);
    column(Phrase.COLUMN_NEXT_95);
    html().close().close().open("tbody");
    series.forecasts().forEach(forecast -> row(place, forecast));
    html().close().close().close();
    ExplanationWords.of(series, ground.wording())
        .ifPresent(words -> html().element("p", words, "class", "note"));
    html().close();
  }

  private void row(PlaceReport place, Forecast forecast) {
    html().open("tr");
    html().element("th", Target.of(forecast, ground.wording()), "scope", "row");
    html().element("td", Numbers.forecast(forecast.median()), "class", "strong");
    place.per100k(forecast.median()).ifPresent(rate -> html().element("td", Numbers.rate(rate)));
    html().element("td", Numbers.interval(Quantiles.low50(forecast), Quantiles.high50(forecast)));
    html().element("td", Numbers.interval(Quantiles.low95(forecast), Quantiles.high95(forecast)));
    html().close();
  }

  private void column(Phrase phrase) {
    html().element("th", ground.wording().text(phrase), "scope", "col");
  }

  private Html html() {
    return ground.html();
  }
}
