package org.hilum.imaging.reporting.pdf;

import java.util.List;
import org.hilum.imaging.comparison.Change;
import org.hilum.imaging.comparison.ComparedQuantity;
import org.hilum.imaging.reporting.ComparedFindings;
import org.hilum.imaging.reporting.content.CourseWords;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.vocabulary.Region;
import org.w3c.dom.Element;

/** The tables of change: opacity by region, and every quantity of both lungs. */
final class ChangeSection {

  private static final List<Phrase> CELLS =
      List.of(
          Phrase.COLUMN_EARLIER, Phrase.COLUMN_LATER, Phrase.COLUMN_CHANGE, Phrase.COLUMN_LIMIT);

  private static final List<ComparedQuantity> BY_REGION =
      List.of(ComparedQuantity.OPACITY_VOLUME, ComparedQuantity.OPACITY_PERCENT);

  private final Markup markup;
  private final Wording wording;
  private final ComparedFindings findings;

  ChangeSection(Markup markup, Wording wording, ComparedFindings findings) {
    this.markup = markup;
    this.wording = wording;
    this.findings = findings;
  }

  void addTo(Element body) {
    byRegion(markup.add(body, "div", "together"));
    ofLungs(markup.add(body, "div", "together"));
  }

  private void byRegion(Element section) {
    markup.add(section, "h2", "", wording.text(Phrase.CHANGES_BY_REGION));
    var table = markup.add(section, "table", "numbers changes");
    var head = markup.add(table, "thead", "");
    var names = markup.add(head, "tr", "");
    var cells = markup.add(head, "tr", "units");
    markup.add(names, "th", "first", wording.text(Phrase.COLUMN_REGION));
    markup.add(cells, "th", "first", "");
    for (var quantity : BY_REGION) {
      var name = wording.quantity(quantity) + ", " + quantity.unit();
      markup.add(names, "th", "pair", name).setAttribute("colspan", "4");
      CELLS.forEach(cell -> markup.add(cells, "th", "", wording.text(cell)));
      markup.add(names, "th", "", "");
      markup.add(cells, "th", "", wording.text(Phrase.COLUMN_VERDICT));
    }
    var rows = markup.add(table, "tbody", "");
    CourseWords.regions(findings).forEach(region -> row(rows, region));
    markup.add(section, "p", "note", wording.text(Phrase.CHANGES_NOTE));
  }

  private void row(Element rows, Region region) {
    var style =
        switch (region.level()) {
          case BOTH -> "both";
          case LUNG -> "lung-row";
          case LOBE, ZONE -> "part";
        };
    var row = markup.add(rows, "tr", style);
    markup.add(row, "td", "first", wording.region(region));
    for (var quantity : BY_REGION) {
      cells(row, findings.lastPair().of(region).of(quantity), 1);
    }
  }

  private void ofLungs(Element section) {
    markup.add(section, "h2", "", wording.text(Phrase.CHANGES_OF_LUNGS));
    var table = markup.add(section, "table", "numbers changes");
    var head = markup.add(markup.add(table, "thead", ""), "tr", "units");
    markup.add(head, "th", "first", wording.text(Phrase.COLUMN_QUANTITY));
    CELLS.forEach(cell -> markup.add(head, "th", "", wording.text(cell)));
    markup.add(head, "th", "", wording.text(Phrase.COLUMN_VERDICT));
    var rows = markup.add(table, "tbody", "");
    for (var quantity : ComparedQuantity.values()) {
      if (!BY_REGION.contains(quantity)) {
        var row = markup.add(rows, "tr", "");
        markup.add(row, "td", "first", wording.quantity(quantity) + ", " + quantity.unit());
        boolean whole = quantity == ComparedQuantity.VOLUME || quantity == ComparedQuantity.MEAN_HU;
        cells(row, findings.lastPair().of(Region.LUNGS).of(quantity), whole ? 0 : 1);
      }
    }
  }

  private void cells(Element row, Change change, int decimals) {
    switch (change) {
      case Change.Compared said -> {
        markup.add(row, "td", "", Numbers.of(said.prior(), decimals));
        markup.add(row, "td", "", Numbers.of(said.current(), decimals));
        markup.add(row, "td", "main", CourseWords.signed(said.difference(), decimals));
        markup.add(row, "td", "", Numbers.of(said.limit(), decimals));
        markup.add(row, "td", verdictStyle(said), wording.verdict(said.verdict()));
      }
      case Change.NotCompared _ -> {
        for (int n = 0; n <= CELLS.size(); n++) {
          markup.add(row, "td", "", Numbers.NOT_MEASURED);
        }
      }
    }
  }

  static String verdictStyle(Change.Compared change) {
    return switch (change.verdict()) {
      case INCREASED, DECREASED -> "verdict main";
      case WITHIN_ERROR -> "verdict quiet";
    };
  }
}
