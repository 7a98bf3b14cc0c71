package org.hilum.epidemic.bulletin.html;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hilum.epidemic.bulletin.chart.Quantiles;
import org.hilum.epidemic.bulletin.chart.Sparkline;
import org.hilum.epidemic.bulletin.content.Direction;
import org.hilum.epidemic.bulletin.content.Row;
import org.hilum.epidemic.bulletin.wording.Numbers;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.surveillance.Measure;

/** A table of all places for each measure, which a heading sorts. */
final class RankingSection {

  private final Ground ground;
  private final Measure measure;
  private final List<Row> rows;
  private final boolean hasRates;

  private RankingSection(Ground ground, Measure measure) {
    this.ground = ground;
    this.measure = measure;
    this.rows = Row.of(ground.bulletin(), measure);
    this.hasRates = rows.stream().anyMatch(row -> row.place().population().isPresent());
  }

  static void put(Ground ground) {
    var html = ground.html();
    html.open("section", "aria-labelledby", "places");
    ground.heading("places", ground.wording().text(Phrase.RANKING));
    html.element("p", ground.wording().text(Phrase.RANKING_NOTE), "class", "note");
    ground.bulletin().measures().forEach(measure -> new RankingSection(ground, measure).table());
    html.close();
  }

  private void table() {
    var html = ground.html();
    html.open(
        "div",
        "class",
        "wide",
        "tabindex",
        "0",
        "role",
        "region",
        "aria-label",
        ground.wording().measure(measure));
    html.open("table", "class", "sortable");
    html.element("caption", ground.wording().measure(measure));
    html.open("thead").open("tr");
    column(Phrase.COLUMN_PLACE, "text");
    column(Phrase.COLUMN_LAST, "number");
    if (hasRates) {
      column(Phrase.COLUMN_LAST_PER_100K, "number");
    }
    column(Phrase.COLUMN_PAST_CHANGE, "number");
    html.element("th", ground.wording().text(Phrase.COLUMN_COURSE), "scope", "col");
    column(Phrase.COLUMN_NEXT, "number");
    column(Phrase.COLUMN_NEXT_50, "number");
    column(Phrase.COLUMN_NEXT_95, "number");
    column(Phrase.COLUMN_CHANGE, "number");
    column(Phrase.COLUMN_DIRECTION, "text");
    html.close().close().open("tbody");
    rows.forEach(this::row);
    html.close().close().close();
  }

  private void column(Phrase phrase, String kind) {
    ground
        .html()
        .open("th", "scope", "col", "data-kind", kind)
        .text(ground.wording().text(phrase))
        .close();
  }

  private void row(Row row) {
    var html = ground.html();
    html.open("tr").open("th", "scope", "row");
    ground.place(row.place().name());
    html.close();
    cell(Numbers.count(row.last()), row.last());
    if (hasRates) {
      var rate = row.place().per100k(row.last());
      cell(rate.map(Numbers::rate).orElse(Numbers.UNKNOWN), rate.orElse(Double.NaN));
    }
    change(row.pastRatio());
    html.open("td", "class", "course").picture(Sparkline.of(row.series())).close();
    next(row.next());
    change(row.expectedRatio());
    direction(row.direction());
    html.close();
  }

  private void next(Optional<Forecast> next) {
    if (next.isEmpty()) {
      for (int n = 0; n < 3; n++) {
        cell(Numbers.UNKNOWN, Double.NaN);
      }
      return;
    }
    var forecast = next.get();
    cell(Numbers.forecast(forecast.median()), forecast.median(), "strong");
    cell(
        Numbers.interval(Quantiles.low50(forecast), Quantiles.high50(forecast)),
        Quantiles.high50(forecast));
    cell(
        Numbers.interval(Quantiles.low95(forecast), Quantiles.high95(forecast)),
        Quantiles.high95(forecast));
  }

  private void change(Optional<Double> ratio) {
    cell(ratio.map(Numbers::change).orElse(Numbers.UNKNOWN), ratio.orElse(Double.NaN));
  }

  private void direction(Optional<Direction> direction) {
    var words =
        direction
            .map(each -> ground.wording().text(Phrase.valueOf("DIRECTION_" + each.name())))
            .orElse(Numbers.UNKNOWN);
    ground
        .html()
        .element(
            "td",
            words,
            "class",
            direction.map(each -> each.name().toLowerCase(Locale.ROOT)).orElse("quiet"));
  }

  private void cell(String text, double value, String... styleClass) {
    ground
        .html()
        .element(
            "td",
            text,
            "data-value",
            Double.isFinite(value) ? String.valueOf(value) : "",
            "class",
            styleClass.length == 0 ? "" : styleClass[0]);
  }
}
