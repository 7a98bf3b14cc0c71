package org.hilum.imaging.intake;

import java.util.List;
import org.hilum.imaging.dicom.Instance;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.vocabulary.Reason;

/**
 * A series as it arrived.
 *
 * @param modality Modality (0008,0060) as written; empty when there is none
 * @param description Series Description (0008,103E), for display only
 * @param seriesNumber Series Number (0020,0011) as written; empty when there is none
 * @param instanceCount how many instances arrived, without repeats
 * @param instances the CT images in the order of their UIDs; empty for any other kind
 * @param deviations what was odd and how it was handled
 * @param refusals why the series cannot be read: it is not CT, or its identifiers contradict
 */
public record ArrivedSeries(
    Uid seriesInstanceUid,
    String modality,
    String description,
    String seriesNumber,
    int instanceCount,
    List<Instance> instances,
    List<Reason> deviations,
    List<Reason> refusals) {

  public ArrivedSeries {
    instances = List.copyOf(instances);
    deviations = List.copyOf(deviations);
    refusals = List.copyOf(refusals);
  }

  /** Whether it holds CT images. */
  public boolean isCt() {
    return !instances.isEmpty();
  }
}
