package org.hilum.imaging.intake;

import java.time.Instant;
import org.hilum.imaging.dicom.Uid;

/**
 * A series is complete, as far as can be known.
 *
 * @param revision of the series in the archive
 * @param isLate whether it was complete before and something came since: results so far are of an
 *     earlier version. One that comes again after its deletion is not late
 * @param isLastOfStudy whether no other series of the study is coming in
 * @param why how that was known
 */
public record SeriesCompleted(
    String institution,
    Uid studyInstanceUid,
    Uid seriesInstanceUid,
    String modality,
    long revision,
    boolean isLate,
    boolean isLastOfStudy,
    Why why,
    Instant at) {

  /** The ways to know. */
  public enum Why {
    /** As many images are here as the images say there are. */
    COUNT,
    /** Nothing more comes by the transfers that brought it, and no number is missing. */
    TRANSFER_ENDED,
    /** Nothing has come for a while. */
    QUIET
  }

  /** Who acts on it; told again after a stop when it may not have been told. */
  @FunctionalInterface
  public interface Listener {
    /** Makes sure that what follows will be done: it is safe on disk on return. */
    void completed(SeriesCompleted event);
  }
}
