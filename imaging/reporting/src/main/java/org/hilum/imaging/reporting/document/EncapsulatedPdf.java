package org.hilum.imaging.reporting.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.ResultKind;
import org.hilum.imaging.reporting.composite.CaptureEquipment;
import org.hilum.imaging.reporting.composite.CodeItem;
import org.hilum.imaging.reporting.composite.DicomText;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.reporting.composite.ResultObject;
import org.hilum.imaging.reporting.composite.SourceReferences;
import org.hilum.imaging.reporting.composite.StructureCode;

/** The report as PDF inside a DICOM object (PS3.3 A.45.1, C.24.2). */
public final class EncapsulatedPdf {

  /** ISO 32000-1 7.5.2: how every PDF file begins. */
  private static final byte[] PDF_HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private EncapsulatedPdf() {}

  /** The object of a PDF file. */
  public static DataSet of(ResultContext context, byte[] pdf) {
    return of(
        ResultKind.REPORT,
        context,
        "Chest CT reading",
        SourceReferences.instances(context.source()),
        pdf);
  }

  /**
   * The object of a PDF file of any kind.
   *
   * @param sources class and instance of the images it was made from
   */
  public static DataSet of(
      ResultKind kind, ResultContext context, String title, List<DataSet> sources, byte[] pdf) {
    if (!Arrays.equals(PDF_HEADER, Arrays.copyOf(pdf, PDF_HEADER.length))) {
      throw new IllegalArgumentException("a PDF file begins with %PDF-");
    }
    var object = ResultObject.begin(kind, context);
    CaptureEquipment.put(context, object);
    object
        .remove(Tag.DATE_OF_SECONDARY_CAPTURE)
        .remove(Tag.TIME_OF_SECONDARY_CAPTURE)
        .text(Tag.BURNED_IN_ANNOTATION, Vr.CS, "YES")
        .text(Tag.RECOGNIZABLE_VISUAL_FEATURES, Vr.CS, "NO")
        .text(Tag.DOCUMENT_TITLE, Vr.ST, title(title))
        .items(Tag.CONCEPT_NAME_CODE_SEQUENCE, CodeItem.of(StructureCode.CT_CHEST_REPORT.concept()))
        .text(Tag.VERIFICATION_FLAG, Vr.CS, "UNVERIFIED")
        .items(Tag.SOURCE_INSTANCE_SEQUENCE, sources)
        .text(Tag.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT, Vr.LO, "application/pdf")
        .unsignedLong(Tag.ENCAPSULATED_DOCUMENT_LENGTH, pdf.length)
        .bytes(Tag.ENCAPSULATED_DOCUMENT, Vr.OB, Arrays.copyOf(pdf, pdf.length + (pdf.length & 1)));
    putAcquisition(context.header(), object);
    return object.build();
  }

  private static String title(String title) {
    return DicomText.fitted(
        title + " by Hilum. " + ReadingFindings.NOT_A_MEDICAL_DEVICE, DicomText.SHORT_TEXT);
  }

  /** When the images were taken: from the source or without value, never now. */
  private static void putAcquisition(DataSet header, DataSetBuilder object) {
    object.empty(Tag.ACQUISITION_DATE_TIME, Vr.DT);
    var date = header.text(Tag.ACQUISITION_DATE).filter(DicomText::isDate);
    var time = header.text(Tag.ACQUISITION_TIME).filter(DicomText::isTime);
    if (header.text(Tag.ACQUISITION_DATE_TIME).isPresent()) {
      object.copy(Tag.ACQUISITION_DATE_TIME, header);
    } else if (date.isPresent()) {
      object.text(Tag.ACQUISITION_DATE_TIME, Vr.DT, date.get() + time.orElse(""));
    }
  }
}
