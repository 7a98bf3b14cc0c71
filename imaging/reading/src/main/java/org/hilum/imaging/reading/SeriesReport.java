package org.hilum.imaging.reading;

import java.util.List;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.vocabulary.Reason;

/**
 * What is known of a series without reading it.
 *
 * @param verdict what a reading would do with it
 * @param reasons why it would not be read, or what would be stated as odd
 */
public record SeriesReport(
    Uid seriesInstanceUid,
    String modality,
    String description,
    String seriesNumber,
    int instanceCount,
    Verdict verdict,
    List<Reason> reasons) {

  /** What a reading would do with a series. */
  public enum Verdict {
    /** It is the series of its study that would be read. */
    WOULD_BE_READ,
    /** It could be read, but another of its study would be. */
    COULD_BE_READ,
    /** It is CT that cannot be read. */
    REFUSED,
    /** It is not CT. */
    LEFT_ALONE
  }

  public SeriesReport {
    reasons = List.copyOf(reasons);
  }
}
