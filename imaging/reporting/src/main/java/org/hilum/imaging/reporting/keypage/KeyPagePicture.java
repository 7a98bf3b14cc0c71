package org.hilum.imaging.reporting.keypage;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.content.SourceWords;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.overlay.ChestPictures;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;

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
  private static final int TOP = 104;
  private static final int BOTTOM = 1150;

  /** Where the left part ends. */
  private static final int MIDDLE = 1076;

  private static final int BETWEEN = 32;

  private final ReadingFindings findings;
  private final Wording wording;
  private final SourceWords source;
  private final Sheet sheet;

  private KeyPagePicture(ReadingFindings findings, Wording wording, Lettering lettering) {
    this.findings = findings;
    this.wording = wording;
    source = new SourceWords(findings, wording);
    sheet = new Sheet(WIDTH, HEIGHT, lettering);
  }

  /** The picture. */
  public static BufferedImage of(
      ReadingFindings findings, Wording wording, Lettering lettering, ChestPictures pictures) {
    var page = new KeyPagePicture(findings, wording, lettering);
    page.head();
    new KeyImages(page.sheet, wording, pictures, area(EDGE, MIDDLE)).draw();
    new KeyNumbers(page.sheet, wording, findings, area(MIDDLE + BETWEEN, WIDTH - EDGE)).draw();
    page.foot();
    return page.sheet.finished();
  }

  private static Rectangle2D area(int left, int right) {
    return new Rectangle2D.Double(left, TOP, right - left, BOTTOM - TOP);
  }

  private void head() {
    sheet.left(wording.text(Phrase.TITLE), EDGE, 56, KeyStyles.TITLE);
    sheet.right(wording.text(Phrase.NOTICE), WIDTH - EDGE, 52, KeyStyles.BOLD);
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
    sheet.fitted(who, EDGE, 93, WIDTH - 2.0 * EDGE, KeyStyles.TEXT);
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
            + wording.signNote(findings),
        EDGE,
        BOTTOM + 34.0,
        WIDTH - 2.0 * EDGE,
        KeyStyles.SMALL);
  }
}
