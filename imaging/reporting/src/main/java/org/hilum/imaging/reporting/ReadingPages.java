package org.hilum.imaging.reporting;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hilum.imaging.reporting.keypage.KeyPagePicture;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.masks.MaskFile;
import org.hilum.imaging.reporting.overlay.ChestPictures;
import org.hilum.imaging.reporting.overlay.Palette;
import org.hilum.imaging.reporting.overlay.Png;
import org.hilum.imaging.reporting.pdf.ReportPdf;
import org.hilum.imaging.reporting.pdf.ReportPictures;
import org.hilum.imaging.reporting.wording.Wording;

/**
 * How a reading is shown to people: {@code report.pdf}, {@code overlay/*.png} and the masks.
 *
 * <p>Each file is there whole or not at all. One instance may be used again and by many threads.
 *
 * <p>Cost: everything runs on as many threads as there are processors; pictures need a few
 * megabytes, nothing of the volume is copied.
 */
public final class ReadingPages {

  /** Name of the report. */
  public static final String REPORT = "report.pdf";

  private static final String OVERLAYS = "overlay/";

  /** Pixels; enough to see a single voxel of a 512 matrix cropped to the lungs. */
  private static final int OVERLAY_WIDTH = 900;

  /** Pixels; 200 a inch where the report shows three in a row. */
  private static final int REPORT_WIDTH = 480;

  /** The chart is this much narrower than the coronal picture beside it in the report. */
  private static final double PROFILE_SHARE = 39.0 / 50;

  private final Lettering lettering = new Lettering();

  /**
   * Path of the key picture for a report that is signed in another language than the reading's: the
   * middle key slice with a legend in that language.
   */
  public static String keyPicture(Language language) {
    return OVERLAYS + "key-" + language.tag() + ".png";
  }

  /** Writes the pages and masks of a reading of DICOM images. */
  public WrittenPages write(ReadingFindings findings, Language language, Path folder)
      throws IOException {
    return write(findings, language, folder, Optional.empty());
  }

  /**
   * Writes the pages and masks of a reading of a NIfTI file.
   *
   * @param source that file; the masks get exactly its grid
   */
  public WrittenPages write(ReadingFindings findings, Language language, Path folder, Path source)
      throws IOException {
    return write(findings, language, folder, Optional.of(source));
  }

  private WrittenPages write(
      ReadingFindings findings, Language language, Path folder, Optional<Path> source)
      throws IOException {
    var wording = Wording.in(language);
    var pictures = ChestPictures.of(findings, wording, lettering);
    try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      var pdf =
          threads.submit(
              () -> {
                var bytes = pdf(findings, wording, pictures);
                WholeFile.write(folder.resolve(REPORT), bytes);
                return bytes;
              });
      var keyPage = threads.submit(() -> KeyPagePicture.of(findings, wording, lettering, pictures));
      var others = new ArrayList<Future<String>>();
      for (var overlay : overlays(pictures, language, folder)) {
        others.add(threads.submit(overlay));
      }
      for (var mask : MaskFile.of(findings)) {
        others.add(
            threads.submit(
                () -> {
                  WholeFile.place(folder.resolve(mask.name()), file -> mask.write(file, source));
                  return mask.name();
                }));
      }
      var files = new ArrayList<String>();
      files.add(REPORT);
      for (var other : others) {
        files.add(finished(other));
      }
      return new WrittenPages(finished(pdf), finished(keyPage), files);
    }
  }

  private List<Callable<String>> overlays(ChestPictures pictures, Language language, Path folder) {
    var tasks = new ArrayList<Callable<String>>();
    for (int k : pictures.keySlices()) {
      tasks.add(
          () ->
              overlay(
                  OVERLAYS + String.format(Locale.ROOT, "axial-k%03d.png", k),
                  pictures.withLegend(pictures.axial(k, OVERLAY_WIDTH)),
                  folder));
    }
    tasks.add(
        () ->
            overlay(
                OVERLAYS + "coronal.png",
                pictures.withLegend(pictures.coronal(OVERLAY_WIDTH)),
                folder));
    for (var side : pictures.sides()) {
      tasks.add(
          () ->
              overlay(
                  OVERLAYS + "sagittal-" + side.name().toLowerCase(Locale.ROOT) + ".png",
                  pictures.withLegend(pictures.sagittal(side, OVERLAY_WIDTH)),
                  folder));
    }
    var keys = pictures.keySlices();
    for (var other : Language.values()) {
      if (other != language && !keys.isEmpty()) {
        var said = pictures.in(Wording.in(other));
        var middle = keys.get(keys.size() / 2);
        tasks.add(
            () ->
                overlay(
                    keyPicture(other), said.withLegend(said.axial(middle, OVERLAY_WIDTH)), folder));
      }
    }
    return tasks;
  }

  private static String overlay(String name, BufferedImage image, Path folder) throws IOException {
    WholeFile.write(folder.resolve(name), Png.of(image));
    return name;
  }

  private static <T> T finished(Future<T> task) throws IOException {
    try {
      return task.get();
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case IOException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(failed);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the pages were written", interrupted);
    }
  }

  /** The report alone, as PDF. */
  public byte[] pdf(ReadingFindings findings, Language language) {
    var wording = Wording.in(language);
    return pdf(findings, wording, ChestPictures.of(findings, wording, lettering));
  }

  /** The key page alone: RGB, for a Secondary Capture. */
  public BufferedImage keyPage(ReadingFindings findings, Language language) {
    var wording = Wording.in(language);
    return KeyPagePicture.of(
        findings, wording, lettering, ChestPictures.of(findings, wording, lettering));
  }

  private byte[] pdf(ReadingFindings findings, Wording wording, ChestPictures pictures) {
    var coronal = pictures.coronal(REPORT_WIDTH);
    var axial = pictures.keySlices().stream().map(k -> pictures.axial(k, REPORT_WIDTH)).toList();
    return ReportPdf.of(
        findings,
        wording,
        lettering,
        new ReportPictures(
            axial,
            coronal,
            profile(pictures, coronal.getHeight()),
            pictures.kinds(),
            pictures.hasLobes()));
  }

  private static BufferedImage profile(ChestPictures pictures, int height) {
    int width = (int) Math.round(REPORT_WIDTH * PROFILE_SHARE);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(java.awt.Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    pictures.profile().draw(graphics, new Rectangle2D.Double(0, 0, width, height), Palette.INK);
    graphics.dispose();
    return image;
  }
}
