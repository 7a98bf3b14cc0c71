package org.hilum.imaging.reporting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.reporting.capture.SecondaryCapture;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.reporting.composite.SourceModules;
import org.hilum.imaging.reporting.document.EncapsulatedPdf;
import org.hilum.imaging.reporting.seg.SegmentPlan;
import org.hilum.imaging.reporting.seg.SegmentationObject;
import org.hilum.imaging.reporting.sr.MeasurementReport;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Writes a reading as DICOM objects of the study it belongs to: segmentation, measurements, key
 * page and report.
 *
 * <p>Refuses: everything for an input that was not DICOM or lacks its UIDs; the segmentation alone
 * where the source has no frame of reference or nothing was outlined. <br>
 * Limits: a file appears whole or not at all; an older one of the same name is replaced.
 */
public final class DicomResultWriter {

  /** Writes what can be written, in English, into a folder, which is made if need be. */
  public DicomResults write(ReadingFindings findings, KeyPage page, Path folder)
      throws IOException {
    return write(findings, Language.ENGLISH, page, folder);
  }

  /**
   * Writes what can be written into a folder, which is made if need be.
   *
   * @param language comments of the SR are given in it too; codes and names stay English
   */
  public DicomResults write(ReadingFindings findings, Language language, KeyPage page, Path folder)
      throws IOException {
    var refusal = refusal(findings);
    if (refusal.isPresent()) {
      return new DicomResults(List.of(), List.of(refusal.get()));
    }
    var remarks = new ArrayList<Reason>();
    var objects = objects(ResultContext.of(findings, language), page, remarks);
    Files.createDirectories(folder);
    var written = new ArrayList<WrittenObject>();
    for (var object : objects.entrySet()) {
      written.add(write(object.getKey(), object.getValue(), folder));
    }
    return new DicomResults(written, remarks);
  }

  static Optional<Reason> refusal(ReadingFindings findings) {
    if (findings.source().isEmpty()) {
      return Optional.of(reason(ReportingReason.NO_DICOM_SOURCE));
    }
    var header = findings.source().get().header();
    return isUid(header, Tag.STUDY_INSTANCE_UID) && isUid(header, Tag.SERIES_INSTANCE_UID)
        ? Optional.empty()
        : Optional.of(reason(ReportingReason.NO_SOURCE_IDENTIFIERS));
  }

  private static boolean isUid(DataSet header, int tag) {
    return header.text(tag).filter(Uid::isWellFormed).isPresent();
  }

  private static Map<ResultKind, DataSet> objects(
      ResultContext context, KeyPage page, List<Reason> remarks) {
    var plan = plan(context, remarks);
    var objects = new EnumMap<ResultKind, DataSet>(ResultKind.class);
    plan.ifPresent(
        segments -> objects.put(ResultKind.SEGMENTATION, SegmentationObject.of(context, segments)));
    objects.put(ResultKind.MEASUREMENTS, MeasurementReport.of(context, plan));
    objects.put(ResultKind.KEY_PAGE, SecondaryCapture.of(context, page.picture()));
    objects.put(ResultKind.REPORT, EncapsulatedPdf.of(context, page.pdf()));
    remarks.addAll(SourceModules.added(context.header()));
    return objects;
  }

  private static Optional<SegmentPlan> plan(ResultContext context, List<Reason> remarks) {
    if (context.frameOfReferenceUid().isEmpty()) {
      remarks.add(reason(ReportingReason.NO_FRAME_OF_REFERENCE));
      return Optional.empty();
    }
    var plan = SegmentPlan.of(context.findings().segmentation());
    if (plan.segments().isEmpty()) {
      remarks.add(reason(ReportingReason.NOTHING_TO_OUTLINE));
      return Optional.empty();
    }
    return Optional.of(plan);
  }

  private static Reason reason(ReportingReason code) {
    return Reason.of(code, code.meaning());
  }

  private static WrittenObject write(ResultKind kind, DataSet object, Path folder)
      throws IOException {
    var file = folder.resolve(kind.fileName());
    DicomWriter.write(object, file);
    return new WrittenObject(kind, file, object.uid(Tag.SOP_INSTANCE_UID).orElseThrow());
  }
}
