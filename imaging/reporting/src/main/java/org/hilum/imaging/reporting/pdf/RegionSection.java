package org.hilum.imaging.reporting.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.quantification.RegionMeasurements;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.content.ReportRegions;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.segmentation.NetworkCard;
import org.hilum.imaging.vocabulary.Region;
import org.w3c.dom.Element;

/** The table of measurements, a row for each region. */
final class RegionSection {

  /** A column: its heading, its unit, and what it says of a region. */
  private record Column(
      String heading, String unit, Function<RegionMeasurements, String> cell, boolean isMain) {}

  private final Markup markup;
  private final Wording wording;
  private final ReadingFindings findings;
  private final List<Column> columns = new ArrayList<>();

  RegionSection(Markup markup, Wording wording, ReadingFindings findings) {
    this.markup = markup;
    this.wording = wording;
    this.findings = findings;
    add(Phrase.COLUMN_VOLUME, "mL", Quantity.VOLUME);
    add(Phrase.COLUMN_OPACITY, "mL", Quantity.OPACITY_VOLUME);
    add(Phrase.COLUMN_OPACITY, "%", Quantity.OPACITY_PERCENT);
    findings.segmentation().uncertainty().ifPresent(said -> addInterval(said.interval()));
    add(Phrase.COLUMN_GROUND_GLASS, "mL", Quantity.GROUND_GLASS_VOLUME);
    add(Phrase.COLUMN_GROUND_GLASS, "%", Quantity.GROUND_GLASS_PERCENT);
    add(Phrase.COLUMN_CONSOLIDATION, "mL", Quantity.CONSOLIDATION_VOLUME);
    add(Phrase.COLUMN_CONSOLIDATION, "%", Quantity.CONSOLIDATION_PERCENT);
    add(Phrase.COLUMN_HIGH_OPACITY, "%", Quantity.HIGH_OPACITY_PERCENT);
    add(Phrase.COLUMN_MASS, "g", Quantity.OPACITY_MASS);
    add(Phrase.COLUMN_LESIONS, "n", Quantity.LESION_COUNT);
    columns.add(
        new Column(
            wording.text(Phrase.COLUMN_MEAN_HU), "HU", RegionSection::meanAndDeviation, false));
  }

  private void add(Phrase heading, String unit, Quantity quantity) {
    columns.add(
        new Column(
            wording.text(heading),
            unit,
            region -> Numbers.of(region.of(quantity), quantity),
            quantity == Quantity.OPACITY_PERCENT));
  }

  private void addInterval(NetworkCard.Interval stated) {
    columns.add(
        new Column(
            wording.text(Phrase.COLUMN_INTERVAL, percent(stated.level())),
            "%",
            region ->
                Numbers.of(region.interval(Quantity.OPACITY_PERCENT), Quantity.OPACITY_PERCENT),
            false));
  }

  private static String percent(double fraction) {
    return Numbers.of(100 * fraction, 0);
  }

  private static String meanAndDeviation(RegionMeasurements region) {
    var mean = region.of(Quantity.MEAN_HU);
    var deviation = region.of(Quantity.SD_HU);
    boolean both = mean.number().isPresent() && deviation.number().isPresent();
    return Numbers.of(mean, Quantity.MEAN_HU)
        + (both ? " \u00b1 " + Numbers.of(deviation, Quantity.SD_HU) : "");
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
    findings
        .segmentation()
        .uncertainty()
        .ifPresent(said -> markup.add(section, "p", "note", note(said.interval())));
  }

  private String note(NetworkCard.Interval stated) {
    return wording.text(
        Phrase.INTERVAL_NOTE,
        percent(stated.level()),
        stated.patients(),
        Numbers.shortest(stated.lungPercent(), 1));
  }

  private void heading(Element head) {
    var names = markup.add(head, "tr", "");
    markup.add(names, "th", "first", wording.text(Phrase.COLUMN_REGION));
    for (int n = 0; n < columns.size(); n++) {
      var heading = columns.get(n).heading();
      boolean pair = n + 1 < columns.size() && columns.get(n + 1).heading().equals(heading);
      var cell = markup.add(names, "th", pair ? "pair" : "", heading);
      if (pair) {
        cell.setAttribute("colspan", "2");
        n++;
      }
    }
    var units = markup.add(head, "tr", "units");
    markup.add(units, "th", "first", "");
    columns.forEach(column -> markup.add(units, "th", "", column.unit()));
  }

  private void row(Element rows, RegionMeasurements region) {
    var level = region.region().level();
    var row =
        markup.add(
            rows,
            "tr",
            level == Region.Level.BOTH ? "both" : level == Region.Level.LUNG ? "lung-row" : "part");
    markup.add(row, "td", "first", wording.region(region.region()));
    for (var column : columns) {
      markup.add(row, "td", column.isMain() ? "main" : "", column.cell().apply(region));
    }
  }
}
