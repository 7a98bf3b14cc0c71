package org.hilum.imaging.reporting;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hilum.imaging.comparison.ComparisonResult.FailedAlignment;
import org.hilum.imaging.reporting.keypage.ComparisonKeyPage;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.overlay.ComparisonPictures;
import org.hilum.imaging.reporting.overlay.CourseChart;
import org.hilum.imaging.reporting.overlay.FailedAlignmentPicture;
import org.hilum.imaging.reporting.overlay.Palette;
import org.hilum.imaging.reporting.overlay.Png;
import org.hilum.imaging.reporting.pdf.ComparisonPdf;
import org.hilum.imaging.reporting.wording.Wording;

/**
 * How a comparison is shown to people: {@code comparison.pdf} and {@code overlay/*.png}; of a
 * refused one, the picture of the alignment that failed.
 *
 * <p>Each file is there whole or not at all. One instance may be used again and by many threads.
 */
public final class ComparisonPages {

  /** Name of the report. */
  public static final String REPORT = "comparison.pdf";

  /** Picture of lungs that could not be laid on each other. */
  public static final String FAILED_ALIGNMENT = "overlay/alignment.png";

  /** Pixels a panel; enough to see a single voxel of a 512 matrix cropped to the lungs. */
  private static final int PANEL_WIDTH = 720;

  private static final int CHART_WIDTH = 1440;
  private static final int CHART_HEIGHT = 480;

  private final Lettering lettering = new Lettering();

  /** Writes the report and the pictures. */
  public WrittenPages write(ComparedFindings findings, Language language, Path folder)
      throws IOException {
    var wording = Wording.in(language);
    var pictures = new ComparisonPictures(findings, wording, lettering);
    var pdf = ComparisonPdf.of(findings, wording, lettering, pictures);
    WholeFile.write(folder.resolve(REPORT), pdf);
    var files = new ArrayList<String>();
    files.add(REPORT);
    for (int k : pictures.levels()) {
      files.add(place(folder, name("matched", k), pictures.matched(k, PANEL_WIDTH)));
      files.add(place(folder, name("change", k), pictures.change(k, PANEL_WIDTH)));
    }
    var chart =
        new CourseChart(findings, wording, lettering)
            .picture(CHART_WIDTH, CHART_HEIGHT, Color.WHITE, Palette.INK);
    files.add(place(folder, "overlay/course.png", chart));
    var keyPage = ComparisonKeyPage.of(findings, wording, lettering, pictures);
    return new WrittenPages(pdf, keyPage, files);
  }

  private static String name(String what, int k) {
    return String.format(Locale.ROOT, "overlay/%s-k%03d.png", what, k);
  }

  /**
   * Writes the picture of a failed alignment, where there is one.
   *
   * @return names of the files written
   */
  public List<String> write(RefusedComparison refused, Language language, Path folder)
      throws IOException {
    if (refused.failedAlignment().isEmpty()) {
      return List.of();
    }
    var failed = refused.failedAlignment().get();
    var picture =
        new FailedAlignmentPicture(
                findings(refused, failed, true),
                findings(refused, failed, false),
                failed.alignment(),
                Wording.in(language),
                lettering)
            .draw(PANEL_WIDTH);
    return List.of(place(folder, FAILED_ALIGNMENT, picture));
  }

  private static ReadingFindings findings(
      RefusedComparison refused, FailedAlignment failed, boolean prior) {
    var reading = prior ? failed.prior() : failed.current();
    return refused.readings().stream()
        .filter(findings -> findings.volume().equals(reading.volume()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no findings of " + reading.key()));
  }

  private static String place(Path folder, String name, BufferedImage image) throws IOException {
    WholeFile.write(folder.resolve(name), Png.of(image));
    return name;
  }

  /** The report alone, as PDF. */
  public byte[] pdf(ComparedFindings findings, Language language) {
    var wording = Wording.in(language);
    return ComparisonPdf.of(
        findings, wording, lettering, new ComparisonPictures(findings, wording, lettering));
  }
}
