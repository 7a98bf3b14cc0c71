package org.hilum.imaging.reporting.sr;

import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.reporting.ResultKind;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.reporting.composite.SourceReferences;

/** Which instances the report rests on: source images and segmentation (PS3.3 table C.17-3). */
final class Evidence {

  private Evidence() {}

  static DataSet of(ResultContext context, boolean segmented) {
    var series = new ArrayList<DataSet>();
    series.add(
        series(
            SourceReferences.seriesInstanceUid(context),
            SourceReferences.instances(context.source())));
    if (segmented) {
      series.add(segmentation(context));
    }
    return DataSet.builder()
        .copy(Tag.STUDY_INSTANCE_UID, context.header())
        .items(Tag.REFERENCED_SERIES_SEQUENCE, series)
        .build();
  }

  private static DataSet segmentation(ResultContext context) {
    var kind = ResultKind.SEGMENTATION;
    var instance =
        SourceReferences.instance(kind.sopClassUid(), kind.sopInstanceUid(context.identity()));
    return series(kind.seriesInstanceUid(context.identity()), List.of(instance.build()));
  }

  private static DataSet series(Uid seriesInstanceUid, List<DataSet> instances) {
    return DataSet.builder()
        .uid(Tag.SERIES_INSTANCE_UID, seriesInstanceUid)
        .items(Tag.REFERENCED_SOP_SEQUENCE, instances)
        .build();
  }
}
