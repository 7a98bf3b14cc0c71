package org.hilum.imaging.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.hilum.imaging.reporting.DicomResultWriter;
import org.hilum.imaging.reporting.KeyPage;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.ReadingJson;
import org.hilum.imaging.reporting.ReadingPages;
import org.hilum.imaging.reporting.WrittenPages;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Writes all that a reading leaves: pages, masks, DICOM objects and, last, {@code reading.json}.
 *
 * @param nifti the file whose grid the masks must have; empty for DICOM
 */
record ReadingWriting(Language language, Optional<Path> nifti) {

  private static final String DICOM = "dicom";
  private static final double SHARE_OF_PAGES = 0.6;

  /**
   * Writes into a folder.
   *
   * @return remarks about the DICOM objects
   */
  List<Reason> write(
      ReadingFindings findings, StepClock clock, DoubleConsumer progress, Path folder)
      throws IOException {
    progress.accept(0);
    var pages = pages(findings, folder);
    clock.lap("pages");
    progress.accept(SHARE_OF_PAGES);
    var objects =
        new DicomResultWriter()
            .write(
                findings,
                language,
                new KeyPage(pages.pdf(), pages.keyPage()),
                folder.resolve(DICOM));
    clock.lap("dicom");
    var files = new ArrayList<>(pages.files());
    objects.objects().forEach(each -> files.add(DICOM + "/" + each.file().getFileName()));
    ReadingJson.write(findings, clock.times(), files, folder);
    progress.accept(1);
    return objects.remarks();
  }

  private WrittenPages pages(ReadingFindings findings, Path folder) throws IOException {
    var pages = new ReadingPages();
    return nifti.isPresent()
        ? pages.write(findings, language, folder, nifti.get())
        : pages.write(findings, language, folder);
  }
}
