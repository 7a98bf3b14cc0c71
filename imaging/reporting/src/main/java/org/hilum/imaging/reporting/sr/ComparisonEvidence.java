package org.hilum.imaging.reporting.sr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.reporting.composite.SourceReferences;

/**
 * Which images a comparison rests on: those of the last date as evidence of the procedure, those of
 * other studies as other evidence (PS3.3 table C.17-2).
 */
final class ComparisonEvidence {

  private ComparisonEvidence() {}

  static void put(ComparedSeries compared, DataSetBuilder object) {
    var byStudy = new LinkedHashMap<String, List<DataSet>>();
    for (var context : compared.series()) {
      byStudy.computeIfAbsent(study(context), _ -> new ArrayList<>()).add(series(context));
    }
    var here = study(compared.filed());
    object.items(
        Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE,
        byStudy.entrySet().stream()
            .filter(entry -> entry.getKey().equals(here))
            .map(ComparisonEvidence::study)
            .toList());
    var others =
        byStudy.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(here))
            .map(ComparisonEvidence::study)
            .toList();
    if (!others.isEmpty()) {
      object.items(Tag.PERTINENT_OTHER_EVIDENCE_SEQUENCE, others);
    }
  }

  private static String study(ResultContext context) {
    return context.header().text(Tag.STUDY_INSTANCE_UID).orElseThrow();
  }

  private static DataSet series(ResultContext context) {
    return DataSet.builder()
        .uid(Tag.SERIES_INSTANCE_UID, SourceReferences.seriesInstanceUid(context))
        .items(Tag.REFERENCED_SOP_SEQUENCE, SourceReferences.instances(context.source()))
        .build();
  }

  private static DataSet study(Map.Entry<String, List<DataSet>> study) {
    return DataSet.builder()
        .text(Tag.STUDY_INSTANCE_UID, Vr.UI, study.getKey())
        .items(Tag.REFERENCED_SERIES_SEQUENCE, study.getValue())
        .build();
  }
}
