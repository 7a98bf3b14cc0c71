package org.hilum.imaging.reporting.composite;

import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.reporting.ResultKind;

/** How every result object begins: what it is, whose it is, which series holds it, who made it. */
public final class ResultObject {

  private ResultObject() {}

  /**
   * A builder with the modules SOP Common (PS3.3 C.12.1), Patient, Study, General Series (C.7.3.1)
   * and General Equipment; content date and time are those of the reading.
   */
  public static DataSetBuilder begin(ResultKind kind, ResultContext context) {
    var object = DataSet.builder().text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192");
    SourceModules.copy(context.header(), object);
    putInstance(kind, context, object);
    putSeries(kind, context, object);
    EquipmentModule.put(context.findings(), object);
    return object;
  }

  private static void putInstance(ResultKind kind, ResultContext context, DataSetBuilder object) {
    var date = DicomText.date(context.createdAt());
    var time = DicomText.time(context.createdAt());
    object
        .uid(Tag.SOP_CLASS_UID, kind.sopClassUid())
        .uid(Tag.SOP_INSTANCE_UID, kind.sopInstanceUid(context.identity()))
        .text(Tag.INSTANCE_CREATION_DATE, Vr.DA, date)
        .text(Tag.INSTANCE_CREATION_TIME, Vr.TM, time)
        .text(Tag.CONTENT_DATE, Vr.DA, date)
        .text(Tag.CONTENT_TIME, Vr.TM, time)
        .integerString(Tag.INSTANCE_NUMBER, 1);
  }

  private static void putSeries(ResultKind kind, ResultContext context, DataSetBuilder object) {
    object
        .text(Tag.MODALITY, Vr.CS, kind.modality())
        .uid(Tag.SERIES_INSTANCE_UID, kind.seriesInstanceUid(context.identity()))
        .integerString(Tag.SERIES_NUMBER, kind.seriesNumber())
        .text(Tag.SERIES_DESCRIPTION, Vr.LO, kind.seriesDescription())
        .text(Tag.SERIES_DATE, Vr.DA, DicomText.date(context.createdAt()))
        .text(Tag.SERIES_TIME, Vr.TM, DicomText.time(context.createdAt()));
  }
}
