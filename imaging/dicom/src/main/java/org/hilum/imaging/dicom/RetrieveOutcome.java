package org.hilum.imaging.dicom;

import java.util.List;

/** What became of a C-MOVE or C-GET that a peer was asked for. */
public sealed interface RetrieveOutcome {

  /** How many objects are still to be sent, were sent, were not, and were sent with a warning. */
  record Counts(int remaining, int completed, int failed, int warnings) {}

  /**
   * The peer came to an end.
   *
   * @param failedInstances SOP Instance UIDs it names as not sent
   */
  record Ended(DimseStatus status, Counts counts, List<String> failedInstances)
      implements RetrieveOutcome {
    public Ended {
      failedInstances = List.copyOf(failedInstances);
    }
  }

  /** It was not asked: no presentation context for it was agreed on. */
  record NotAgreed(String words) implements RetrieveOutcome {}
}
