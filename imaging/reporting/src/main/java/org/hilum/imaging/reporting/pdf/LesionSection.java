package org.hilum.imaging.reporting.pdf;

import java.util.List;
import org.hilum.imaging.quantification.Lesion;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.w3c.dom.Element;

/** The table of the largest lesions. */
final class LesionSection {

  /** More than a reader looks at; all are in {@code reading.json}. */
  private static final int MOST = 8;

  private static final List<Phrase> HEADINGS =
      List.of(
          Phrase.COLUMN_NUMBER,
          Phrase.COLUMN_REGION,
          Phrase.COLUMN_KIND,
          Phrase.COLUMN_PLACE,
          Phrase.COLUMN_VOLUME,
          Phrase.COLUMN_MASS,
          Phrase.COLUMN_MEAN,
          Phrase.COLUMN_EXTENT,
          Phrase.COLUMN_CENTRE,
          Phrase.COLUMN_SLICE);

  private static final List<String> UNITS =
      List.of("", "", "", "", "mL", "g", "HU", "mm", "mm", "");

  /** Columns of words, set to the left; the rest are numbers. */
  private static final int WORDS = 4;

  private final Markup markup;
  private final Wording wording;
  private final ReadingFindings findings;

  LesionSection(Markup markup, Wording wording, ReadingFindings findings) {
    this.markup = markup;
    this.wording = wording;
    this.findings = findings;
  }

  void addTo(Element body) {
    var lesions = findings.measurements().lesions();
    var section = markup.add(body, "div", "together");
    var heading = markup.add(section, "h2", "", wording.text(Phrase.LESIONS));
    if (lesions.isEmpty()) {
      markup.add(section, "p", "", wording.text(Phrase.LESIONS_NONE));
      return;
    }
    if (lesions.size() > MOST) {
      markup.add(
          heading,
          "span",
          "aside",
          "   " + wording.text(Phrase.LESIONS_LARGEST, MOST, lesions.size()));
    }
    var table = markup.add(section, "table", "numbers lesions");
    var head = markup.add(table, "thead", "");
    var names = markup.add(head, "tr", "");
    var units = markup.add(head, "tr", "units");
    for (int n = 0; n < HEADINGS.size(); n++) {
      markup.add(names, "th", style(n), wording.text(HEADINGS.get(n)));
      markup.add(units, "th", style(n), UNITS.get(n));
    }
    var rows = markup.add(table, "tbody", "");
    lesions.stream().limit(MOST).forEach(lesion -> row(rows, lesion));
  }

  private static String style(int column) {
    return column < WORDS ? "first" : "";
  }

  private void row(Element rows, Lesion lesion) {
    var row = markup.add(rows, "tr", "");
    var extent = lesion.extentMm();
    var centre = lesion.centre();
    boolean inMm = findings.volume().spacingKnown();
    var cells =
        List.of(
            Integer.toString(lesion.number()),
            wording.region(lesion.region()),
            wording.kind(lesion.kind()),
            wording.text(lesion.subpleural() ? Phrase.SUBPLEURAL : Phrase.CENTRAL),
            Numbers.of(lesion.volumeMl(), 1),
            Numbers.of(lesion.massG(), 1),
            Numbers.of(lesion.meanHu(), 0),
            inMm ? joined(" \u00d7 ", extent.x(), extent.y(), extent.z()) : Numbers.NOT_MEASURED,
            inMm ? joined(", ", centre.x(), centre.y(), centre.z()) : Numbers.NOT_MEASURED,
            Integer.toString(lesion.keySlice()));
    for (int n = 0; n < cells.size(); n++) {
      markup.add(row, "td", style(n), cells.get(n));
    }
  }

  private static String joined(String between, double x, double y, double z) {
    return Numbers.of(x, 0) + between + Numbers.of(y, 0) + between + Numbers.of(z, 0);
  }
}
