package org.hilum.imaging.reporting.pdf;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.hilum.imaging.reporting.ComparedFindings;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.overlay.ComparisonPictures;
import org.hilum.imaging.reporting.overlay.CourseChart;
import org.hilum.imaging.reporting.overlay.LungWindow;
import org.hilum.imaging.reporting.overlay.Palette;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.w3c.dom.Element;

/** The matched slices with their change maps, a row a level, and the chart of the course. */
final class MatchedSection {

  /** Pixels; 220 a inch where four stand in a row. */
  private static final int PANEL_WIDTH = 400;

  /** Width of a panel on the page, mm, as in the style sheet. */
  private static final double PANEL_MM = 44.6;

  /** Height that the panels may take, mm, so that the report ends on its second page. */
  private static final double ROOM_MM = 86;

  private static final int MOST = 3;

  /** Pixels; the whole width of the page. */
  private static final int CHART_WIDTH = 1500;

  private static final int CHART_HEIGHT = 340;

  private final Markup markup;
  private final Wording wording;
  private final Lettering lettering;
  private final ComparedFindings findings;
  private final ComparisonPictures pictures;

  MatchedSection(
      Markup markup,
      Wording wording,
      Lettering lettering,
      ComparedFindings findings,
      ComparisonPictures pictures) {
    this.markup = markup;
    this.wording = wording;
    this.lettering = lettering;
    this.findings = findings;
    this.pictures = pictures;
  }

  void addTo(Element body) {
    double rowMm = PANEL_MM * pictures.aspect();
    var levels = pictures.levels(Math.clamp((int) (ROOM_MM / rowMm), 1, MOST));
    if (!levels.isEmpty()) {
      matched(markup.add(body, "div", ""), levels);
    }
    var section = markup.add(body, "div", "together");
    markup.add(section, "h2", "", wording.text(Phrase.TIME_COURSE));
    var chart =
        new CourseChart(findings, wording, lettering)
            .picture(CHART_WIDTH, CHART_HEIGHT, Color.WHITE, Palette.INK);
    ReportPdf.picture(markup, section, "course", chart);
    markup.add(section, "p", "note", wording.text(Phrase.TIME_COURSE_NOTE));
  }

  private void matched(Element section, List<Integer> levels) {
    markup.add(
        section,
        "h2",
        "",
        wording.text(Phrase.MATCHED_IMAGES) + "  \u00b7  " + wording.text(Phrase.CHANGE_MAP));
    var table = markup.add(section, "table", "matched");
    for (int k : levels) {
      var row = markup.add(table, "tr", "");
      cell(row, pictures.earlier(k, PANEL_WIDTH));
      cell(row, pictures.later(k, PANEL_WIDTH));
      cell(row, pictures.density(k, PANEL_WIDTH));
      cell(row, pictures.extent(k, PANEL_WIDTH));
    }
    var legend = markup.add(section, "p", "legend");
    for (var entry : pictures.changeKey()) {
      markup
          .add(legend, "span", "swatch", "\u25a0")
          .setAttribute("style", "color: " + Palette.hex(onPaper(entry.colour())));
      markup.add(legend, "span", "words", entry.words() + " ");
    }
    markup.add(
        section,
        "p",
        "note",
        wording.text(
                Phrase.MATCHED_NOTE,
                Numbers.of(LungWindow.CENTRE_HU, 0),
                Numbers.of(LungWindow.WIDTH_HU, 0))
            + " "
            + pictures.changeNote());
  }

  private void cell(Element row, BufferedImage picture) {
    ReportPdf.picture(markup, markup.add(row, "td", ""), "panel", picture);
  }

  /** A colour with its transparency, as it looks on the middle grey of a lung picture. */
  private static Color onPaper(Color colour) {
    double share = colour.getAlpha() / 255.0;
    int grey = 90;
    return new Color(
        (int) (share * colour.getRed() + (1 - share) * grey),
        (int) (share * colour.getGreen() + (1 - share) * grey),
        (int) (share * colour.getBlue() + (1 - share) * grey));
  }
}
