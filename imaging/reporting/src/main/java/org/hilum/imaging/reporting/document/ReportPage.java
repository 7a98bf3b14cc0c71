package org.hilum.imaging.reporting.document;

import java.util.Arrays;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.reporting.RadiologistReport;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.ReportObjects;
import org.hilum.imaging.reporting.composite.CodeItem;
import org.hilum.imaging.reporting.composite.DicomText;
import org.hilum.imaging.reporting.composite.SignedObject;
import org.hilum.imaging.reporting.composite.SignedObject.Place;
import org.hilum.imaging.reporting.composite.StructureCode;

/** The page of a signed report inside a DICOM object (PS3.3 A.45.1, C.24.2). */
public final class ReportPage {

  private static final int SERIES_NUMBER = 9722;

  private ReportPage() {}

  /** The object of a PDF file. */
  public static DataSet of(RadiologistReport report, ReportObjects objects, byte[] pdf) {
    var place =
        new Place(
            ReportObjects.PAGE_CLASS,
            objects.page(),
            objects.pageSeries(),
            "DOC",
            SERIES_NUMBER,
            "Signed report, page");
    var title = "Chest CT report. " + ReadingFindings.NOT_A_MEDICAL_DEVICE;
    var object =
        SignedObject.begin(report, place)
            .text(Tag.CONVERSION_TYPE, Vr.CS, "WSD")
            .text(Tag.BURNED_IN_ANNOTATION, Vr.CS, "YES")
            .text(Tag.RECOGNIZABLE_VISUAL_FEATURES, Vr.CS, "NO")
            .empty(Tag.ACQUISITION_DATE_TIME, Vr.DT)
            .text(Tag.DOCUMENT_TITLE, Vr.ST, DicomText.fitted(title, DicomText.SHORT_TEXT))
            .items(
                Tag.CONCEPT_NAME_CODE_SEQUENCE,
                CodeItem.of(StructureCode.CT_CHEST_REPORT.concept()))
            .text(Tag.VERIFICATION_FLAG, Vr.CS, "VERIFIED")
            .text(Tag.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT, Vr.LO, "application/pdf")
            .unsignedLong(Tag.ENCAPSULATED_DOCUMENT_LENGTH, pdf.length)
            .bytes(
                Tag.ENCAPSULATED_DOCUMENT,
                Vr.OB,
                Arrays.copyOf(pdf, pdf.length + (pdf.length & 1)));
    if (!objects.evidence().isEmpty()) {
      object.items(
          Tag.SOURCE_INSTANCE_SEQUENCE,
          objects.evidence().stream().map(SignedObject::instance).toList());
    }
    return object.build();
  }
}
