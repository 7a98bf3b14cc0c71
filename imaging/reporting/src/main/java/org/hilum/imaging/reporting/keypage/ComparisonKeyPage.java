package org.hilum.imaging.reporting.keypage;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.hilum.imaging.comparison.Change;
import org.hilum.imaging.comparison.ComparedQuantity;
import org.hilum.imaging.reporting.ComparedFindings;
import org.hilum.imaging.reporting.content.ComparisonWords;
import org.hilum.imaging.reporting.content.CourseWords;
import org.hilum.imaging.reporting.content.LesionLife;
import org.hilum.imaging.reporting.content.SourceWords;
import org.hilum.imaging.reporting.keypage.Sheet.Style;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.lettering.Lettering.Weight;
import org.hilum.imaging.reporting.overlay.ComparisonPictures;
import org.hilum.imaging.reporting.overlay.CourseChart;
import org.hilum.imaging.reporting.overlay.Palette;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;

/**
 * What a comparison found, on one picture: sentences above, matched slices on the left, regions,
 * lesions and the course on the right.
 *
 * <p>Out: {@value KeyPagePicture#WIDTH} x {@value KeyPagePicture#HEIGHT} pixels, RGB.
 */
public final class ComparisonKeyPage {

  private static final int EDGE = 28;
  private static final int MIDDLE = 980;
  private static final int BOTTOM = 1150;
  private static final int GAP = 6;
  private static final int CHART_HEIGHT = 270;
  private static final int ROW = 27;
  private static final int MOST_LESIONS = 9;

  private final ComparedFindings findings;
  private final Wording wording;
  private final Lettering lettering;
  private final ComparisonPictures pictures;
  private final Sheet sheet;

  private ComparisonKeyPage(
      ComparedFindings findings,
      Wording wording,
      Lettering lettering,
      ComparisonPictures pictures) {
    this.findings = findings;
    this.wording = wording;
    this.lettering = lettering;
    this.pictures = pictures;
    sheet = new Sheet(KeyPagePicture.WIDTH, KeyPagePicture.HEIGHT, lettering);
  }

  /** The picture. */
  public static BufferedImage of(
      ComparedFindings findings,
      Wording wording,
      Lettering lettering,
      ComparisonPictures pictures) {
    var page = new ComparisonKeyPage(findings, wording, lettering, pictures);
    double y = page.head();
    page.images(y);
    page.numbers(y);
    page.foot();
    return page.sheet.finished();
  }

  private double head() {
    double right = KeyPagePicture.WIDTH - EDGE;
    sheet.left(wording.text(Phrase.COMPARISON_TITLE), EDGE, 56, KeyStyles.TITLE);
    sheet.right(wording.text(Phrase.NOTICE), right, 52, KeyStyles.BOLD);
    sheet.rule(EDGE, 68, right - EDGE, Sheet.ACCENT, 2);
    var source = new SourceWords(findings.current(), wording);
    var who =
        source.isDicom()
            ? source.patientName() + "   \u00b7   "
            : findings.current().studyName() + "   \u00b7   ";
    sheet.fitted(
        who + new ComparisonWords(findings, wording).dates(),
        EDGE,
        93,
        right - EDGE,
        KeyStyles.TEXT);
    double y = 106;
    var sentences = new CourseWords(findings, wording).sentences();
    for (int n = 0; n < sentences.size(); n++) {
      var style = n == 0 ? KeyStyles.CATEGORY : KeyStyles.TEXT;
      y = sheet.paragraph(sentences.get(n), EDGE, y, right - EDGE, 2, style) + 2;
    }
    return y + 10;
  }

  /** A row a level: earlier, later, extent. */
  private void images(double top) {
    var levels = pictures.levels();
    int width = (MIDDLE - EDGE - 2 * GAP) / 3;
    double y = top;
    for (int k : levels) {
      var extent = pictures.extent(k, width);
      if (y + extent.getHeight() > BOTTOM) {
        return;
      }
      sheet.picture(pictures.earlier(k, width), EDGE, y);
      sheet.picture(pictures.later(k, width), EDGE + width + GAP, y);
      sheet.picture(extent, EDGE + 2.0 * (width + GAP), y);
      y += extent.getHeight() + GAP;
    }
  }

  private void numbers(double top) {
    double left = MIDDLE + 28.0;
    double right = KeyPagePicture.WIDTH - EDGE;
    double y = regions(left, right, top + KeyStyles.HEADING.size());
    y = lesions(left, right, y + 34);
    double height = Math.min(CHART_HEIGHT, BOTTOM - y - 20);
    if (height > 120) {
      new CourseChart(findings, wording, lettering)
          .draw(
              sheet.graphics(),
              new Rectangle2D.Double(left, y + 14, right - left, height),
              Sheet.INK);
    }
  }

  private double regions(double left, double right, double top) {
    double y = top;
    sheet.left(wording.text(Phrase.CHANGES_BY_REGION) + ", mL", left, y, KeyStyles.HEADING);
    double[] ends = {right - 280, right - 200, right - 110, right - 20};
    y += 22;
    sheet.right(wording.text(Phrase.COLUMN_EARLIER), ends[0], y, KeyStyles.TINY);
    sheet.right(wording.text(Phrase.COLUMN_LATER), ends[1], y, KeyStyles.TINY);
    sheet.right(wording.text(Phrase.COLUMN_CHANGE), ends[2], y, KeyStyles.TINY);
    sheet.right(wording.text(Phrase.COLUMN_LIMIT), ends[3], y, KeyStyles.TINY);
    for (var region : CourseWords.regions(findings)) {
      y += ROW;
      sheet.fitted(wording.region(region), left, y, ends[0] - left - 70, KeyStyles.TEXT);
      if (findings.lastPair().of(region).of(ComparedQuantity.OPACITY_VOLUME)
          instanceof Change.Compared said) {
        sheet.right(Numbers.of(said.prior(), 1), ends[0], y, KeyStyles.TEXT);
        sheet.right(Numbers.of(said.current(), 1), ends[1], y, KeyStyles.TEXT);
        sheet.right(CourseWords.signed(said.difference(), 1), ends[2], y, style(said));
        sheet.right(Numbers.of(said.limit(), 1), ends[3], y, KeyStyles.SMALL);
      } else {
        sheet.right(Numbers.NOT_MEASURED, ends[2], y, KeyStyles.SMALL);
      }
      sheet.rule(left, y + 7, right - left, Sheet.RULE, 1);
    }
    return y;
  }

  private static Style style(Change.Compared change) {
    return switch (change.verdict()) {
      case WITHIN_ERROR -> KeyStyles.SMALL;
      case INCREASED, DECREASED -> KeyStyles.BOLD;
    };
  }

  private double lesions(double left, double right, double top) {
    double y = top;
    sheet.left(wording.text(Phrase.FOLLOWED_LESIONS) + ", mL", left, y, KeyStyles.HEADING);
    var lives = LesionLife.recent(findings);
    for (var life : lives.stream().limit(MOST_LESIONS).toList()) {
      y += ROW - 2;
      int identity = life.lesion().identity();
      sheet.left(
          Integer.toString(identity),
          left,
          y,
          new Style(18, Weight.BOLD, Palette.ofIdentity(identity)));
      sheet.fitted(life.fate(wording), left + 40, y, 200, KeyStyles.TEXT);
      var change = life.change();
      if (change.isPresent()) {
        var said = change.get();
        sheet.right(
            Numbers.of(said.prior(), 1) + " \u2192 " + Numbers.of(said.current(), 1),
            right - 120,
            y,
            KeyStyles.TEXT);
        sheet.right("\u00b1 " + Numbers.of(said.limit(), 1), right - 20, y, KeyStyles.SMALL);
      }
    }
    if (lives.size() > MOST_LESIONS) {
      y += ROW - 2;
      sheet.left(
          wording.text(Phrase.FOLLOWED_MORE, lives.size() - MOST_LESIONS),
          left,
          y,
          KeyStyles.SMALL);
    }
    return y;
  }

  private void foot() {
    sheet.rule(EDGE, BOTTOM + 8.0, KeyPagePicture.WIDTH - 2.0 * EDGE, Sheet.RULE, 1);
    sheet.fitted(
        wording.text(Phrase.CHANGES_NOTE),
        EDGE,
        BOTTOM + 34.0,
        KeyPagePicture.WIDTH - 2.0 * EDGE,
        KeyStyles.SMALL);
  }
}
