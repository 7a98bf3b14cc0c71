package org.hilum.imaging.intake;

import java.util.List;
import org.hilum.imaging.dicom.Uid;

/**
 * A study of a patient as it arrived.
 *
 * @param patientId Patient ID (0010,0020); empty when there is none
 * @param studyDate Study Date (0008,0020) as written; empty when there is none
 * @param series CT and others, in the order of their UIDs
 */
public record ArrivedStudy(
    String patientId, Uid studyInstanceUid, String studyDate, List<ArrivedSeries> series) {

  public ArrivedStudy {
    series = List.copyOf(series);
  }

  /** The series of CT images whose identifiers agree. */
  public List<ArrivedSeries> readableCt() {
    return series.stream().filter(each -> each.isCt() && each.refusals().isEmpty()).toList();
  }
}
