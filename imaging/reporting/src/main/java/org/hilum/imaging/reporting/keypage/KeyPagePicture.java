package org.hilum.imaging.reporting.keypage;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.content.ReportRegions;
import org.hilum.imaging.reporting.content.ScoreWords;
import org.hilum.imaging.reporting.content.SourceWords;
import org.hilum.imaging.reporting.keypage.Sheet.Style;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.lettering.Lettering.Weight;
import org.hilum.imaging.reporting.overlay.ChestPictures;
import org.hilum.imaging.reporting.overlay.Palette;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.vocabulary.Region;

/**
 * What a reading found, on one picture: key images on the left, the numbers on the right. For the
 * Secondary Capture that any viewer shows; dark, as reading rooms are.
 *
 * <p>Out: {@value #WIDTH} x {@value #HEIGHT} pixels, RGB.
 */
public final class KeyPagePicture {

  /** Pixels. */
  public static final int WIDTH = 1600;

  /** Pixels. */
  public static final int HEIGHT = 1200;

  private static final int EDGE = 28;
  private static final int GAP = 8;
  private static final int IN_A_ROW = 3;
  private static final int TILE = 344;

  /** As wide as the coronal picture may be, so that the chart has its place beside it. */
  private static final int CORONAL = 620;

  /** Room for the legend of four colours. */
  private static final int LEGEND = 520;

  private static final int TOP = 104;
  private static final int BOTTOM = 1150;
  private static final int COLUMN = EDGE + IN_A_ROW * TILE + (IN_A_ROW - 1) * GAP + 32;
  private static final int ROOM = WIDTH - EDGE - COLUMN;

  private static final Style TITLE = new Style(34, Weight.BOLD, Sheet.INK);
  private static final Style HEADING = new Style(19, Weight.BOLD, Sheet.ACCENT);
  private static final Style TEXT = new Style(18, Weight.REGULAR, Sheet.INK);
  private static final Style BOLD = new Style(18, Weight.BOLD, Sheet.INK);
  private static final Style SMALL = new Style(16, Weight.REGULAR, Sheet.QUIET);
  private static final Style TINY = new Style(14.5, Weight.REGULAR, Sheet.QUIET);
  private static final Style LARGE = new Style(54, Weight.BOLD, Sheet.ACCENT);

  private final ReadingFindings findings;
  private final Wording wording;
  private final ChestPictures pictures;
  private final SourceWords source;
  private final Sheet sheet;

  private KeyPagePicture(
      ReadingFindings findings, Wording wording, Lettering lettering, ChestPictures pictures) {
    this.findings = findings;
    this.wording = wording;
    this.pictures = pictures;
    source = new SourceWords(findings, wording);
    sheet = new Sheet(WIDTH, HEIGHT, lettering);
  }

  /** The picture. */
  public static BufferedImage of(
      ReadingFindings findings, Wording wording, Lettering lettering, ChestPictures pictures) {
    var page = new KeyPagePicture(findings, wording, lettering, pictures);
    page.head();
    page.images();
    page.numbers();
    page.foot();
    return page.sheet.finished();
  }

  private void head() {
    sheet.left(wording.text(Phrase.TITLE), EDGE, 56, TITLE);
    sheet.right(wording.text(Phrase.NOTICE), WIDTH - EDGE, 52, BOLD);
    sheet.rule(EDGE, 68, WIDTH - 2.0 * EDGE, Sheet.ACCENT, 2);
    var who =
        source.isDicom()
            ? source.patientName()
                + "   \u00b7   "
                + source.textOrNotGiven(Tag.PATIENT_ID)
                + "   \u00b7   "
                + source.date(Tag.PATIENT_BIRTH_DATE)
                + "   \u00b7   "
                + source.textOrNotGiven(Tag.PATIENT_SEX)
                + "   \u00b7   "
                + wording.text(Phrase.STUDY_DATE)
                + " "
                + source.date(Tag.STUDY_DATE)
            : wording.text(Phrase.NO_DICOM_SOURCE, findings.studyName());
    sheet.fitted(who, EDGE, 93, WIDTH - 2.0 * EDGE, TEXT);
  }

  private void images() {
    var keys = pictures.keySlices();
    double y = TOP;
    int tile = tileWidth(keys.size());
    int height = (int) Math.round(tile * pictures.axialAspect());
    for (int n = 0; n < keys.size(); n++) {
      int column = n % IN_A_ROW;
      if (column == 0 && n > 0) {
        y += height + GAP;
      }
      sheet.picture(pictures.axial(keys.get(n), tile), EDGE + column * (double) (TILE + GAP), y);
    }
    y += keys.isEmpty() ? 0 : height + GAP;
    below(y);
  }

  /** Tiles shrink, when a chest is deep, so that the coronal picture keeps its room. */
  private int tileWidth(int count) {
    int rows = (count + IN_A_ROW - 1) / IN_A_ROW;
    double room = (BOTTOM - TOP) * 0.66 / Math.max(1, rows) - GAP;
    return (int) Math.min(TILE, room / pictures.axialAspect());
  }

  /** The coronal picture, the chart beside it, and what their colours mean. */
  private void below(double y) {
    double room = BOTTOM - 40 - y;
    int width = (int) Math.min(CORONAL, room / pictures.coronalAspect());
    var coronal = pictures.coronal(width);
    sheet.picture(coronal, EDGE, y);
    double x = EDGE + width + 24.0;
    double chart = Math.min(COLUMN - 32.0 - x, 460);
    pictures
        .profile()
        .draw(
            sheet.graphics(), new Rectangle2D.Double(x, y, chart, coronal.getHeight()), Sheet.INK);
    double baseline = y + coronal.getHeight() + 26;
    legend(baseline);
    sheet.fitted(
        wording.text(Phrase.PROFILE_NOTE),
        Math.max(x, EDGE + LEGEND),
        baseline,
        COLUMN - 32.0 - Math.max(x, EDGE + LEGEND),
        SMALL);
  }

  private void legend(double baseline) {
    double x = EDGE;
    x = legend(x, baseline, Palette.LUNG, wording.text(Phrase.LEGEND_LUNG));
    for (var kind : pictures.kinds()) {
      x = legend(x, baseline, Palette.of(kind), wording.kind(kind));
    }
  }

  private double legend(double x, double baseline, java.awt.Color colour, String words) {
    sheet.rule(x, baseline - 7, 26, colour, 3);
    sheet.left(words, x + 34, baseline, SMALL);
    return x + 34 + sheet.width(words, SMALL) + 26;
  }

  private void numbers() {
    var lungs = findings.measurements().of(Region.LUNGS);
    var percent = Numbers.of(lungs.of(Quantity.OPACITY_PERCENT), Quantity.OPACITY_PERCENT) + " %";
    sheet.left(percent, COLUMN, TOP + 48.0, LARGE);
    double after = COLUMN + sheet.width(percent, LARGE) + 16;
    sheet.fitted(wording.text(Phrase.SHORT_OPACITY), after, TOP + 48.0, WIDTH - EDGE - after, TEXT);
    double y = table(TOP + 80.0);
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
    double[] ends = {COLUMN + 200.0, COLUMN + 266.0, COLUMN + 364.0, COLUMN + (double) ROOM};
    double y = top + 16;
    for (int n = 0; n < quantities.size(); n++) {
      sheet.right(headings.get(n), ends[n], y, TINY);
      sheet.right(units.get(n), ends[n], y + 20, TINY);
    }
    sheet.rule(COLUMN, y + 27, ROOM, Sheet.ACCENT, 1.5);
    y += 50;
    for (var region : ReportRegions.of(findings.measurements())) {
      boolean part =
          region.region().level() != Region.Level.BOTH
              && region.region().level() != Region.Level.LUNG;
      var style = part ? TEXT : BOLD;
      sheet.fitted(wording.region(region.region()), COLUMN + (part ? 14 : 0), y, 146, style);
      for (int n = 0; n < quantities.size(); n++) {
        sheet.right(
            Numbers.of(region.of(quantities.get(n)), quantities.get(n)),
            ends[n],
            y,
            quantities.get(n) == Quantity.OPACITY_PERCENT ? BOLD : style);
      }
      sheet.rule(COLUMN, y + 8, ROOM, Sheet.RULE, 1);
      y += 29;
    }
    return y - 16;
  }

  private double scores(double top) {
    double y = top + HEADING.size();
    sheet.left(wording.text(Phrase.SCORES), COLUMN, y, HEADING);
    for (var score : findings.measurements().scores()) {
      y += 26;
      var value = new ScoreWords(score, wording).value();
      boolean measured = score.value().number().isPresent();
      var style = measured ? BOLD : SMALL;
      sheet.right(value, WIDTH - (double) EDGE, y, style);
      sheet.fitted(score.name(), COLUMN, y, ROOM - sheet.width(value, style) - 12, TEXT);
    }
    return y + 8;
  }

  private double pattern(double top) {
    double y = top + HEADING.size();
    sheet.left(wording.text(Phrase.PATTERN), COLUMN, y, HEADING);
    y += 30;
    sheet.fitted(
        wording.category(findings.measurements().covid19().category()),
        COLUMN,
        y,
        ROOM,
        new Style(22, Weight.BOLD, Sheet.INK));
    y =
        sheet.paragraph(
            wording.meaning(findings.measurements().covid19().category()),
            COLUMN,
            y + 8,
            ROOM,
            5,
            TEXT);
    return sheet.paragraph(wording.text(Phrase.PATTERN_NOTE), COLUMN, y + 4, ROOM, 3, SMALL);
  }

  private void limits(double top) {
    double y = top + HEADING.size();
    var remarks = findings.segmentation().remarks();
    sheet.left(wording.text(Phrase.LIMITS), COLUMN, y, HEADING);
    y =
        sheet.paragraph(
            wording.text(findings.isWithinValidated() ? Phrase.SCOPE_WITHIN : Phrase.SCOPE_OUTSIDE),
            COLUMN,
            y + 8,
            ROOM,
            2,
            SMALL);
    for (var remark : remarks) {
      if (y < BOTTOM - 60) {
        y =
            sheet.paragraph(
                remark.code().code() + "  " + wording.reason(remark),
                COLUMN,
                y + 2,
                ROOM,
                3,
                SMALL);
      }
    }
  }

  private void foot() {
    sheet.rule(EDGE, BOTTOM + 8.0, WIDTH - 2.0 * EDGE, Sheet.RULE, 1);
    var networks =
        String.join(
            ", ",
            findings.segmentation().networks().stream()
                .map(network -> network.name() + " " + network.version())
                .toList());
    sheet.fitted(
        wording.text(Phrase.MADE_BY)
            + " "
            + findings.software().name()
            + " "
            + findings.software().version()
            + (networks.isEmpty() ? "" : "   \u00b7   " + networks)
            + "   \u00b7   "
            + wording.text(Phrase.SIGN_NOTE),
        EDGE,
        BOTTOM + 34.0,
        WIDTH - 2.0 * EDGE,
        SMALL);
  }
}
