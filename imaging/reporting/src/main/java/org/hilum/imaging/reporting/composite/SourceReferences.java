package org.hilum.imaging.reporting.composite;

import java.util.LinkedHashMap;
import java.util.List;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.volume.SourceSeries;
import org.hilum.imaging.volume.SourceSlice;

/** Which instances an object was made from: each source instance once, in slice order. */
public final class SourceReferences {

  private SourceReferences() {}

  /** Class and instance of every source image (PS3.3 table 10-11). */
  public static List<DataSet> instances(SourceSeries source) {
    var byInstance = new LinkedHashMap<Uid, DataSet>();
    for (var slice : source.slices()) {
      byInstance.computeIfAbsent(slice.sopInstanceUid(), _ -> instance(slice).build());
    }
    return List.copyOf(byInstance.values());
  }

  /** Class and instance of a slice's image, to be completed by the caller. */
  public static DataSetBuilder instance(SourceSlice slice) {
    return instance(slice.sopClassUid(), slice.sopInstanceUid());
  }

  /** Class and instance, to be completed by the caller. */
  public static DataSetBuilder instance(Uid sopClassUid, Uid sopInstanceUid) {
    return DataSet.builder()
        .uid(Tag.REFERENCED_SOP_CLASS_UID, sopClassUid)
        .uid(Tag.REFERENCED_SOP_INSTANCE_UID, sopInstanceUid);
  }

  /** The image of a slice, with its frame where it has several, to be completed by the caller. */
  public static DataSetBuilder image(SourceSlice slice) {
    var image = instance(slice);
    if (slice.frameNumber() > 0) {
      image.integerString(Tag.REFERENCED_FRAME_NUMBER, slice.frameNumber());
    }
    return image;
  }

  /** Series Instance UID of the series that was read. */
  public static Uid seriesInstanceUid(ResultContext context) {
    return context.header().uid(Tag.SERIES_INSTANCE_UID).orElseThrow();
  }
}
