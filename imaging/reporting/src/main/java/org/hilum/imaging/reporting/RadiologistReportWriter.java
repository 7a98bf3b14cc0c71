package org.hilum.imaging.reporting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.reporting.document.ReportPage;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.pdf.RadiologistPdf;
import org.hilum.imaging.reporting.sr.RadiologistDocument;
import org.hilum.imaging.reporting.wording.Wording;

/**
 * Writes a radiologist's report: as PDF, as DICOM SR after TID 2000, and the PDF in a DICOM object.
 *
 * <p>One writer may be shared by threads.
 */
public final class RadiologistReportWriter {

  /** Name of the PDF. */
  public static final String PDF = "report.pdf";

  private final Lettering lettering = new Lettering();

  /** The page alone. */
  public byte[] pdf(RadiologistReport report) {
    return RadiologistPdf.of(report, Wording.in(report.language()), lettering);
  }

  /** Writes all of a signed report into a folder, which is made if need be; gives the PDF. */
  public byte[] write(RadiologistReport report, ReportObjects objects, Path folder)
      throws IOException {
    if (report.signature().isEmpty()) {
      throw new IllegalArgumentException("only what is signed becomes an object");
    }
    var pdf = pdf(report);
    var dicom = folder.resolve("dicom");
    Files.createDirectories(dicom);
    WholeFile.write(folder.resolve(PDF), pdf);
    DicomWriter.write(
        RadiologistDocument.of(report, objects, Wording.in(report.language())),
        dicom.resolve("signed-sr.dcm"));
    DicomWriter.write(ReportPage.of(report, objects, pdf), dicom.resolve("signed-report.dcm"));
    return pdf;
  }
}
