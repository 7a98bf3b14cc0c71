package org.hilum.imaging.reporting;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.vocabulary.Reason;

/**
 * All that is said of a study that could not be read.
 *
 * @param studyName folder name of the outputs
 * @param header attributes of one image of the series that was tried; empty when there was none
 * @param refusals all reasons at once
 * @param notChosen series of the same study that were not read, by series UID, and why
 * @param readAt when the reading was tried
 */
public record RefusedReading(
    String studyName,
    Optional<DataSet> header,
    List<Reason> refusals,
    Map<String, Reason> notChosen,
    ZonedDateTime readAt,
    SoftwareIdentity software) {

  public RefusedReading {
    refusals = List.copyOf(refusals);
    notChosen = Map.copyOf(notChosen);
    if (refusals.isEmpty()) {
      throw new IllegalArgumentException("a refusal says why");
    }
  }
}
