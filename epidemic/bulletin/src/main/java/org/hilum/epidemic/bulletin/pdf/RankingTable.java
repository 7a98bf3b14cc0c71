package org.hilum.epidemic.bulletin.pdf;

import java.util.List;
import org.hilum.epidemic.bulletin.Bulletin;
import org.hilum.epidemic.bulletin.chart.Quantiles;
import org.hilum.epidemic.bulletin.content.Row;
import org.hilum.epidemic.bulletin.wording.Numbers;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.bulletin.wording.PlaceNames;
import org.hilum.epidemic.bulletin.wording.Wording;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.surveillance.Measure;
import org.w3c.dom.Element;

/** All places in a table for each measure, most expected first. */
record RankingTable(Bulletin bulletin, Wording wording, PlaceNames names, Markup markup) {

  void addTo(Element body) {
    markup.add(body, "h2", "new-page", wording.text(Phrase.RANKING));
    bulletin.measures().forEach(measure -> table(body, measure));
  }

  private void table(Element body, Measure measure) {
    var rows = Row.of(bulletin, measure);
    boolean hasRates = rows.stream().anyMatch(row -> row.place().population().isPresent());
    markup.add(body, "h3", "", wording.measure(measure));
    var table = markup.add(body, "table", "");
    var head = markup.add(markup.add(table, "thead", ""), "tr", "");
    markup.add(head, "th", "first", wording.text(Phrase.COLUMN_PLACE));
    column(head, Phrase.COLUMN_LAST);
    if (hasRates) {
      column(head, Phrase.COLUMN_LAST_PER_100K);
    }
    List.of(
            Phrase.COLUMN_PAST_CHANGE,
            Phrase.COLUMN_NEXT,
            Phrase.COLUMN_NEXT_50,
            Phrase.COLUMN_NEXT_95,
            Phrase.COLUMN_CHANGE,
            Phrase.COLUMN_DIRECTION)
        .forEach(phrase -> column(head, phrase));
    var lines = markup.add(table, "tbody", "");
    var told = rows.stream().filter(RankingTable::isTold).toList();
    told.forEach(row -> line(markup.add(lines, "tr", ""), row, hasRates));
    if (told.size() < rows.size()) {
      var words = wording.text(Phrase.RANKING_REST, rows.size() - told.size());
      markup.add(body, "p", "note", words);
    }
  }

  /** Paper is not spent on places where nobody is counted or expected. */
  private static boolean isTold(Row row) {
    return row.last() > 0 || row.next().map(Forecast::median).orElse(0.0) >= 1;
  }

  private void column(Element head, Phrase phrase) {
    markup.add(head, "th", "", wording.text(phrase));
  }

  private void line(Element line, Row row, boolean hasRates) {
    markup.add(line, "th", "first", names.of(row.place().name()));
    cell(line, Numbers.count(row.last()));
    if (hasRates) {
      cell(line, row.place().per100k(row.last()).map(Numbers::rate).orElse(Numbers.UNKNOWN));
    }
    cell(line, row.pastRatio().map(Numbers::change).orElse(Numbers.UNKNOWN));
    var next = row.next();
    markup.add(
        line,
        "td",
        "strong",
        next.map(forecast -> Numbers.forecast(forecast.median())).orElse(Numbers.UNKNOWN));
    cell(
        line,
        next.map(
                forecast -> Numbers.interval(Quantiles.low50(forecast), Quantiles.high50(forecast)))
            .orElse(Numbers.UNKNOWN));
    cell(
        line,
        next.map(
                forecast -> Numbers.interval(Quantiles.low95(forecast), Quantiles.high95(forecast)))
            .orElse(Numbers.UNKNOWN));
    cell(line, row.expectedRatio().map(Numbers::change).orElse(Numbers.UNKNOWN));
    cell(
        line,
        row.direction()
            .map(each -> wording.text(Phrase.valueOf("DIRECTION_" + each.name())))
            .orElse(Numbers.UNKNOWN));
  }

  private void cell(Element line, String text) {
    markup.add(line, "td", "", text);
  }
}
