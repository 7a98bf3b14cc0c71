package org.hilum.imaging.signing;

import java.time.Instant;
import java.util.List;
import org.hilum.imaging.worklist.CaseKey;

/**
 * The report of a case as it is.
 *
 * @param revision counts its changes, from 1; 0 where nobody has begun
 * @param by who changed it last; empty where nobody has
 * @param history what was signed, earliest first
 */
public record CaseReport(
    CaseKey key,
    ReportState state,
    int revision,
    ReportText text,
    String by,
    Instant at,
    List<ReportEvent> history) {

  public CaseReport {
    history = List.copyOf(history);
  }

  /** That of a case nobody has begun to report. */
  public static CaseReport none(CaseKey key) {
    return new CaseReport(
        key, ReportState.NONE, 0, ReportText.NOTHING, "", Instant.EPOCH, List.of());
  }
}
