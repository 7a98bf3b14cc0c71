package org.hilum.imaging.reporting.composite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.reporting.RadiologistReport;
import org.hilum.imaging.reporting.ReportObjects.Reference;

/** How every object of a signed report begins: what it is, whose it is, who made it, when. */
public final class SignedObject {

  private SignedObject() {}

  /**
   * What an object is, and where it is filed.
   *
   * @param number of its series, behind those of the reading
   */
  public record Place(
      Uid sopClass, Uid instance, Uid series, String modality, int number, String description) {}

  /** A builder with SOP Common, Patient, Study, Series and General Equipment. */
  public static DataSetBuilder begin(RadiologistReport report, Place place) {
    var object = DataSet.builder().text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192");
    SourceModules.copy(report.header(), object);
    var date = DicomText.date(report.at());
    var time = DicomText.time(report.at());
    var version = report.software().version();
    return object
        .uid(Tag.SOP_CLASS_UID, place.sopClass())
        .uid(Tag.SOP_INSTANCE_UID, place.instance())
        .text(Tag.INSTANCE_CREATION_DATE, Vr.DA, date)
        .text(Tag.INSTANCE_CREATION_TIME, Vr.TM, time)
        .text(Tag.CONTENT_DATE, Vr.DA, date)
        .text(Tag.CONTENT_TIME, Vr.TM, time)
        .integerString(Tag.INSTANCE_NUMBER, 1)
        .text(Tag.MODALITY, Vr.CS, place.modality())
        .uid(Tag.SERIES_INSTANCE_UID, place.series())
        .integerString(Tag.SERIES_NUMBER, place.number())
        .text(Tag.SERIES_DESCRIPTION, Vr.LO, place.description())
        .text(Tag.SERIES_DATE, Vr.DA, date)
        .text(Tag.SERIES_TIME, Vr.TM, time)
        .text(Tag.MANUFACTURER, Vr.LO, EquipmentModule.MANUFACTURER)
        .text(Tag.MANUFACTURER_MODEL_NAME, Vr.LO, EquipmentModule.MODEL_NAME)
        .text(Tag.DEVICE_SERIAL_NUMBER, Vr.LO, DicomText.fitted(version, DicomText.LONG_STRING))
        .text(
            Tag.SOFTWARE_VERSIONS,
            Vr.LO,
            DicomText.fitted(report.software().name() + " " + version, DicomText.LONG_STRING));
  }

  /** Objects of the study of the report, series by series (PS3.3 table C.17-3). */
  public static DataSet ofStudy(RadiologistReport report, List<Reference> references) {
    var series = new LinkedHashMap<Uid, List<DataSet>>();
    for (var reference : references) {
      series.computeIfAbsent(reference.series(), _ -> new ArrayList<>()).add(instance(reference));
    }
    return DataSet.builder()
        .copy(Tag.STUDY_INSTANCE_UID, report.header())
        .items(
            Tag.REFERENCED_SERIES_SEQUENCE,
            series.entrySet().stream()
                .map(
                    each ->
                        DataSet.builder()
                            .uid(Tag.SERIES_INSTANCE_UID, each.getKey())
                            .items(Tag.REFERENCED_SOP_SEQUENCE, each.getValue())
                            .build())
                .toList())
        .build();
  }

  /** Class and instance of an object. */
  public static DataSet instance(Reference reference) {
    return SourceReferences.instance(reference.sopClass(), reference.instance()).build();
  }
}
