package org.hilum.imaging.reporting.seg;

import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.reporting.composite.ResultContext;

/** In which order frames are to be shown: by segment, then by place (PS3.3 C.7.6.17). */
final class DimensionModule {

  private DimensionModule() {}

  static void put(ResultContext context, DataSetBuilder object) {
    var organization = context.identity().uid("dimensions");
    object
        .items(
            Tag.DIMENSION_ORGANIZATION_SEQUENCE,
            DataSet.builder().uid(Tag.DIMENSION_ORGANIZATION_UID, organization).build())
        .items(
            Tag.DIMENSION_INDEX_SEQUENCE,
            index(
                organization,
                Tag.REFERENCED_SEGMENT_NUMBER,
                Tag.SEGMENT_IDENTIFICATION_SEQUENCE,
                "Segment number"),
            index(
                organization,
                Tag.IMAGE_POSITION_PATIENT,
                Tag.PLANE_POSITION_SEQUENCE,
                "Position in the patient"));
  }

  private static DataSet index(Uid organization, int attribute, int group, String label) {
    return DataSet.builder()
        .uid(Tag.DIMENSION_ORGANIZATION_UID, organization)
        .tags(Tag.DIMENSION_INDEX_POINTER, attribute)
        .tags(Tag.FUNCTIONAL_GROUP_POINTER, group)
        .text(Tag.DIMENSION_DESCRIPTION_LABEL, Vr.LO, label)
        .build();
  }
}
