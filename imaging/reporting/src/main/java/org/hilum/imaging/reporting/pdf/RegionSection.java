package org.hilum.imaging.reporting.pdf;

import java.util.List;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.quantification.RegionMeasurements;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.content.ReportRegions;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.vocabulary.Region;
import org.w3c.dom.Element;

/** The table of measurements, a row for each region. */
final class RegionSection {

  /** A column: its heading, its unit, and what it holds. */
  private record Column(Phrase heading, String unit, Quantity quantity) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column(Phrase.COLUMN_VOLUME, "mL", Quantity.VOLUME),
          new Column(Phrase.COLUMN_OPACITY, "mL", Quantity.OPACITY_VOLUME),
          new Column(Phrase.COLUMN_OPACITY, "%", Quantity.OPACITY_PERCENT),
          new Column(Phrase.COLUMN_GROUND_GLASS, "mL", Quantity.GROUND_GLASS_VOLUME),
          new Column(Phrase.COLUMN_GROUND_GLASS, "%", Quantity.GROUND_GLASS_PERCENT),
          new Column(Phrase.COLUMN_CONSOLIDATION, "mL", Quantity.CONSOLIDATION_VOLUME),
          new Column(Phrase.COLUMN_CONSOLIDATION, "%", Quantity.CONSOLIDATION_PERCENT),
          new Column(Phrase.COLUMN_HIGH_OPACITY, "%", Quantity.HIGH_OPACITY_PERCENT),
          new Column(Phrase.COLUMN_MASS, "g", Quantity.OPACITY_MASS),
          new Column(Phrase.COLUMN_LESIONS, "n", Quantity.LESION_COUNT));

  private final Markup markup;
  private final Wording wording;
  private final ReadingFindings findings;

  RegionSection(Markup markup, Wording wording, ReadingFindings findings) {
    this.markup = markup;
    this.wording = wording;
    this.findings = findings;
  }

  void addTo(Element body) {
    var section = markup.add(body, "div", "together");
    markup.add(section, "h2", "", wording.text(Phrase.REGIONS));
    var table = markup.add(section, "table", "numbers regions");
    heading(markup.add(table, "thead", ""));
    var rows = markup.add(table, "tbody", "");
    for (var region : ReportRegions.of(findings.measurements())) {
      row(rows, region);
    }
    markup.add(section, "p", "note", wording.text(Phrase.REGIONS_NOTE));
  }

  private void heading(Element head) {
    var names = markup.add(head, "tr", "");
    markup.add(names, "th", "first", wording.text(Phrase.COLUMN_REGION));
    for (int n = 0; n < COLUMNS.size(); n++) {
      var column = COLUMNS.get(n);
      boolean pair = n + 1 < COLUMNS.size() && COLUMNS.get(n + 1).heading() == column.heading();
      var cell = markup.add(names, "th", pair ? "pair" : "", wording.text(column.heading()));
      if (pair) {
        cell.setAttribute("colspan", "2");
        n++;
      }
    }
    markup.add(names, "th", "", wording.text(Phrase.COLUMN_MEAN_HU));
    var units = markup.add(head, "tr", "units");
    markup.add(units, "th", "first", "");
    COLUMNS.forEach(column -> markup.add(units, "th", "", column.unit()));
    markup.add(units, "th", "", "HU");
  }

  private void row(Element rows, RegionMeasurements region) {
    var level = region.region().level();
    var row =
        markup.add(
            rows,
            "tr",
            level == Region.Level.BOTH ? "both" : level == Region.Level.LUNG ? "lung-row" : "part");
    markup.add(row, "td", "first", wording.region(region.region()));
    for (var column : COLUMNS) {
      boolean main = column.quantity() == Quantity.OPACITY_PERCENT;
      markup.add(
          row,
          "td",
          main ? "main" : "",
          Numbers.of(region.of(column.quantity()), column.quantity()));
    }
    var mean = region.of(Quantity.MEAN_HU);
    var deviation = region.of(Quantity.SD_HU);
    boolean both = mean.number().isPresent() && deviation.number().isPresent();
    markup.add(
        row,
        "td",
        "",
        Numbers.of(mean, Quantity.MEAN_HU)
            + (both ? " \u00b1 " + Numbers.of(deviation, Quantity.SD_HU) : ""));
  }
}
