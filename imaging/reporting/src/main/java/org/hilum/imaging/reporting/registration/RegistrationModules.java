package org.hilum.imaging.reporting.registration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.ResultKind;
import org.hilum.imaging.reporting.composite.CodeItem;
import org.hilum.imaging.reporting.composite.EquipmentModule;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.reporting.composite.ResultObject;
import org.hilum.imaging.reporting.composite.SourceReferences;
import org.hilum.imaging.reporting.composite.StructureCode;

/**
 * What every registration says beside its matrices and vectors: into which frame of reference it
 * leads, by whom, and which images of which studies it speaks of (PS3.3 C.7.4.1, 10.9, C.12.2).
 */
final class RegistrationModules {

  /** A program, in the form of a person's name, which has parts (PS3.5 6.2.1.2). */
  private static final String CREATOR = EquipmentModule.MANUFACTURER + "^Program";

  private RegistrationModules() {}

  /**
   * A registration of two series.
   *
   * @param registered the series whose frame of reference everything is led into
   */
  static DataSetBuilder begin(
      ResultKind kind,
      ResultContext filed,
      ResultContext registered,
      ResultContext source,
      String label) {
    var object = ResultObject.begin(kind, filed);
    object
        .uid(Tag.FRAME_OF_REFERENCE_UID, AlignedSeries.frame(registered))
        .empty(Tag.POSITION_REFERENCE_INDICATOR, Vr.LO)
        .copy(Tag.POSITION_REFERENCE_INDICATOR, registered.header())
        .text(Tag.CONTENT_LABEL, Vr.CS, label)
        .text(Tag.CONTENT_DESCRIPTION, Vr.LO, description(registered, source))
        .text(Tag.CONTENT_CREATOR_NAME, Vr.PN, CREATOR)
        .text(Tag.BODY_PART_EXAMINED, Vr.CS, "CHEST");
    putReferences(filed, List.of(registered, source), object);
    return object;
  }

  private static String description(ResultContext registered, ResultContext source) {
    return "CT of " + day(source) + " laid on CT of " + day(registered);
  }

  private static String day(ResultContext context) {
    return context.header().text(Tag.STUDY_DATE).orElse("unknown date");
  }

  /** The images of the study it is filed in, and those of other studies. */
  private static void putReferences(
      ResultContext filed, List<ResultContext> series, DataSetBuilder object) {
    var byStudy = new LinkedHashMap<String, List<DataSet>>();
    for (var context : series) {
      byStudy.computeIfAbsent(study(context), _ -> new ArrayList<>()).add(references(context));
    }
    var here = byStudy.remove(study(filed));
    if (here != null) {
      object.items(Tag.REFERENCED_SERIES_SEQUENCE, here);
    }
    if (!byStudy.isEmpty()) {
      object.items(
          RegistrationTag.OTHER_STUDIES_SEQUENCE,
          byStudy.entrySet().stream().map(RegistrationModules::otherStudy).toList());
    }
  }

  private static DataSet otherStudy(Map.Entry<String, List<DataSet>> study) {
    return DataSet.builder()
        .text(Tag.STUDY_INSTANCE_UID, Vr.UI, study.getKey())
        .items(Tag.REFERENCED_SERIES_SEQUENCE, study.getValue())
        .build();
  }

  private static String study(ResultContext context) {
    return context.header().text(Tag.STUDY_INSTANCE_UID).orElseThrow();
  }

  private static DataSet references(ResultContext context) {
    return DataSet.builder()
        .uid(Tag.SERIES_INSTANCE_UID, SourceReferences.seriesInstanceUid(context))
        .items(Tag.REFERENCED_INSTANCE_SEQUENCE, images(context))
        .build();
  }

  static List<DataSet> images(ResultContext context) {
    return SourceReferences.instances(context.source());
  }

  /** By what means the matrix was found (CID 7100). */
  static DataSet means(StructureCode means) {
    return CodeItem.of(means.concept());
  }

  /** A homogeneous matrix, row by row. */
  static DataSet matrix(double[] affine) {
    return DataSet.builder()
        .decimal(RegistrationTag.TRANSFORMATION_MATRIX, affine)
        .text(RegistrationTag.MATRIX_TYPE, Vr.CS, "AFFINE")
        .build();
  }

  static double[] identity() {
    return new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
  }

  static String comment() {
    return ReadingFindings.NOT_A_MEDICAL_DEVICE;
  }
}
