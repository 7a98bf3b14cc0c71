package org.hilum.imaging.volume;

import java.util.List;
import org.hilum.imaging.dicom.Instance;
import org.hilum.imaging.dicom.Uid;

/** A series of CT images that may be the one to read. */
public record CtSeries(Uid seriesInstanceUid, List<Instance> instances) {
  public CtSeries {
    instances = List.copyOf(instances);
  }
}
