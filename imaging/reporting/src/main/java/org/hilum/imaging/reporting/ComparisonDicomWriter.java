package org.hilum.imaging.reporting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hilum.imaging.comparison.PairComparison;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.reporting.capture.SecondaryCapture;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.reporting.composite.SourceModules;
import org.hilum.imaging.reporting.composite.SourceReferences;
import org.hilum.imaging.reporting.document.EncapsulatedPdf;
import org.hilum.imaging.reporting.registration.AffineRegistration;
import org.hilum.imaging.reporting.registration.AlignedSeries;
import org.hilum.imaging.reporting.registration.DeformableRegistration;
import org.hilum.imaging.reporting.sr.ComparedSeries;
import org.hilum.imaging.reporting.sr.ComparisonReport;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Writes a comparison as DICOM objects of the last date's study: for each pair of neighbours the
 * alignment, affine and point by point in both directions, then what changed, the key page and the
 * report.
 *
 * <p>Refuses: everything where a date was not DICOM or lacks its UIDs; the alignment alone where a
 * series has no frame of reference. <br>
 * Limits: a file appears whole or not at all; an older one of the same name is replaced. The same
 * readings give the same UIDs.
 */
public final class ComparisonDicomWriter {

  /**
   * Writes what can be written into a folder, which is made if need be.
   *
   * @param language comments of the SR are given in it too; codes and names stay English
   */
  public DicomResults write(ComparedFindings findings, Language language, KeyPage page, Path folder)
      throws IOException {
    var refusal = refusal(findings);
    if (refusal.isPresent()) {
      return new DicomResults(List.of(), List.of(refusal.get()));
    }
    var series = findings.readings().stream().map(f -> ResultContext.of(f, language)).toList();
    var filed = series.getLast().withIdentity(findings.identity());
    var remarks = new ArrayList<Reason>();
    var files = new ArrayList<Unwritten>();
    for (var pair : findings.comparison().pairs()) {
      files.addAll(alignments(pair, series, filed, remarks));
    }
    files.addAll(results(new ComparedSeries(findings, filed, series), page));
    remarks.addAll(SourceModules.added(filed.header()));
    Files.createDirectories(folder);
    var written = new ArrayList<WrittenObject>();
    for (var file : files) {
      written.add(file.write(folder));
    }
    return new DicomResults(written, remarks);
  }

  /** An object and the name of its file. */
  private record Unwritten(ResultKind kind, String name, DataSet object) {
    WrittenObject write(Path folder) throws IOException {
      var file = folder.resolve(name);
      DicomWriter.write(object, file);
      return new WrittenObject(kind, file, object.uid(Tag.SOP_INSTANCE_UID).orElseThrow());
    }
  }

  private static Optional<Reason> refusal(ComparedFindings findings) {
    return findings.readings().stream()
        .flatMap(reading -> DicomResultWriter.refusal(reading).stream())
        .findFirst();
  }

  private static List<Unwritten> alignments(
      PairComparison pair, List<ResultContext> series, ResultContext filed, List<Reason> remarks) {
    var identity = filed.identity();
    var words = new ArrayList<>(identity.words());
    words.add("pair " + pair.prior());
    var aligned =
        new AlignedSeries(
            filed.withIdentity(new ReadingIdentity(words)),
            series.get(pair.prior()),
            series.get(pair.current()),
            pair.alignment());
    if (!aligned.isPlaced()) {
      var code = ReportingReason.NO_FRAME_FOR_ALIGNMENT;
      remarks.add(Reason.of(code, code.meaning()));
      return List.of();
    }
    return List.of(
        unwritten(ResultKind.REGISTRATION, pair, AffineRegistration.of(aligned)),
        unwritten(ResultKind.DEFORMATION, pair, DeformableRegistration.priorOnCurrent(aligned)),
        unwritten(
            ResultKind.DEFORMATION_BACK, pair, DeformableRegistration.currentOnPrior(aligned)));
  }

  /** Dates count from 1 in names of files. */
  private static Unwritten unwritten(ResultKind kind, PairComparison pair, DataSet object) {
    var name =
        kind.fileName()
            .replace(
                ".dcm",
                String.format(Locale.ROOT, "-%d-%d.dcm", pair.prior() + 1, pair.current() + 1));
    return new Unwritten(kind, name, object);
  }

  private static List<Unwritten> results(ComparedSeries compared, KeyPage page) {
    var filed = compared.filed();
    var sources =
        compared.series().stream()
            .flatMap(context -> SourceReferences.instances(context.source()).stream())
            .toList();
    return List.of(
        unwritten(ResultKind.COMPARISON, ComparisonReport.of(compared)),
        unwritten(
            ResultKind.COMPARISON_KEY_PAGE,
            SecondaryCapture.of(ResultKind.COMPARISON_KEY_PAGE, filed, sources, page.picture())),
        unwritten(
            ResultKind.COMPARISON_REPORT,
            EncapsulatedPdf.of(
                ResultKind.COMPARISON_REPORT,
                filed,
                "Comparison of chest CTs",
                sources,
                page.pdf())));
  }

  private static Unwritten unwritten(ResultKind kind, DataSet object) {
    return new Unwritten(kind, kind.fileName(), object);
  }
}
