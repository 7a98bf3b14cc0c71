package org.hilum.imaging.reporting.keypage;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.content.PatternWords;
import org.hilum.imaging.reporting.content.ReportRegions;
import org.hilum.imaging.reporting.content.ScopeWords;
import org.hilum.imaging.reporting.content.ScoreWords;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.vocabulary.Region;

/**
 * The right part of the key page: the numbers, the scores, the pattern and the limits.
 *
 * @param area room for them, in pixels of the sheet
 */
record KeyNumbers(Sheet sheet, Wording wording, ReadingFindings findings, Rectangle2D area) {

  void draw() {
    var lungs = findings.measurements().of(Region.LUNGS);
    var percent = Numbers.of(lungs.of(Quantity.OPACITY_PERCENT), Quantity.OPACITY_PERCENT) + " %";
    sheet.left(percent, area.getX(), area.getY() + 48.0, KeyStyles.LARGE);
    double after = area.getX() + sheet.width(percent, KeyStyles.LARGE) + 16;
    sheet.fitted(
        wording.text(Phrase.SHORT_OPACITY),
        after,
        area.getY() + 48.0,
        area.getMaxX() - after,
        KeyStyles.TEXT);
    double top = area.getY() + 80.0;
    if (!findings.isWithinValidated()) {
      top =
          sheet.paragraph(
              new ScopeWords(findings, wording).banner(),
              area.getX(),
              area.getY() + 62,
              area.getWidth(),
              4,
              KeyStyles.WARNING);
    }
    double y = table(top);
    y = scores(y + 16);
    y = pattern(y + 14);
    limits(y + 14);
  }

  private double table(double top) {
    var headings =
        List.of(
            wording.text(Phrase.COLUMN_VOLUME),
            wording.text(Phrase.COLUMN_OPACITY),
            wording.text(Phrase.COLUMN_GROUND_GLASS),
            wording.text(Phrase.COLUMN_CONSOLIDATION));
    var units = List.of("mL", "%", "mL", "mL");
    var quantities =
        List.of(
            Quantity.VOLUME,
            Quantity.OPACITY_PERCENT,
            Quantity.GROUND_GLASS_VOLUME,
            Quantity.CONSOLIDATION_VOLUME);
    double[] ends = {
      area.getX() + 200.0, area.getX() + 266.0, area.getX() + 364.0, area.getX() + area.getWidth()
    };
    double y = top + 16;
    for (int n = 0; n < quantities.size(); n++) {
      sheet.right(headings.get(n), ends[n], y, KeyStyles.TINY);
      sheet.right(units.get(n), ends[n], y + 20, KeyStyles.TINY);
    }
    sheet.rule(area.getX(), y + 27, area.getWidth(), Sheet.ACCENT, 1.5);
    y += 50;
    for (var region : ReportRegions.of(findings.measurements())) {
      boolean part =
          region.region().level() != Region.Level.BOTH
              && region.region().level() != Region.Level.LUNG;
      var style = part ? KeyStyles.TEXT : KeyStyles.BOLD;
      sheet.fitted(wording.region(region.region()), area.getX() + (part ? 14 : 0), y, 146, style);
      for (int n = 0; n < quantities.size(); n++) {
        sheet.right(
            Numbers.of(region.of(quantities.get(n)), quantities.get(n)),
            ends[n],
            y,
            quantities.get(n) == Quantity.OPACITY_PERCENT ? KeyStyles.BOLD : style);
      }
      sheet.rule(area.getX(), y + 8, area.getWidth(), Sheet.RULE, 1);
      y += 29;
    }
    return y - 16;
  }

  private double scores(double top) {
    double y = top + KeyStyles.HEADING.size();
    sheet.left(wording.text(Phrase.SCORES), area.getX(), y, KeyStyles.HEADING);
    for (var score : findings.measurements().scores()) {
      y += 26;
      var value = new ScoreWords(score, wording).value();
      boolean measured = score.value().number().isPresent();
      var style = measured ? KeyStyles.BOLD : KeyStyles.SMALL;
      sheet.right(value, area.getMaxX(), y, style);
      sheet.fitted(
          score.name(),
          area.getX(),
          y,
          area.getWidth() - sheet.width(value, style) - 12,
          KeyStyles.TEXT);
    }
    return y + 8;
  }

  private double pattern(double top) {
    double y = top + KeyStyles.HEADING.size();
    sheet.left(wording.text(Phrase.PATTERN), area.getX(), y, KeyStyles.HEADING);
    var said = new PatternWords(findings.measurements().covid19(), wording);
    y += 30;
    sheet.fitted(said.name(), area.getX(), y, area.getWidth(), KeyStyles.CATEGORY);
    y = sheet.paragraph(said.meaning(), area.getX(), y + 8, area.getWidth(), 5, KeyStyles.TEXT);
    return sheet.paragraph(
        wording.text(Phrase.PATTERN_NOTE), area.getX(), y + 4, area.getWidth(), 3, KeyStyles.SMALL);
  }

  private void limits(double top) {
    double y = top + KeyStyles.HEADING.size();
    sheet.left(wording.text(Phrase.LIMITS), area.getX(), y, KeyStyles.HEADING);
    y =
        sheet.paragraph(
            wording.text(findings.isWithinValidated() ? Phrase.SCOPE_WITHIN : Phrase.SCOPE_OUTSIDE),
            area.getX(),
            y + 8,
            area.getWidth(),
            2,
            findings.isWithinValidated() ? KeyStyles.SMALL : KeyStyles.BOLD);
    for (var remark : findings.limits()) {
      if (y < area.getMaxY() - 60) {
        y =
            sheet.paragraph(
                remark.code().code() + "  " + wording.reason(remark),
                area.getX(),
                y + 2,
                area.getWidth(),
                3,
                KeyStyles.SMALL);
      }
    }
  }
}
