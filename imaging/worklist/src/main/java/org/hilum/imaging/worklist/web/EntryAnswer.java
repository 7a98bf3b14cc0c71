package org.hilum.imaging.worklist.web;

import java.time.Instant;
import java.util.List;
import org.hilum.imaging.worklist.CaseReason;
import org.hilum.imaging.worklist.CaseState;
import org.hilum.imaging.worklist.ReportMark;
import org.hilum.imaging.worklist.UrgencyLevel;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is told over HTTP; what was measured is absent for whoever may not see results.
 *
 * @param site what its institution is called
 * @param ageSeconds since its last image came
 * @param progress of the work on it; absent when nothing waits or runs
 * @param hasComparison whether it was compared with a prior
 * @param comparison the verdict
 * @param report how far the radiologist's report is
 */
public record EntryAnswer(
    String institution,
    String site,
    String studyInstanceUid,
    String patientId,
    String patientName,
    String studyDate,
    String studyTime,
    String accessionNumber,
    String description,
    List<String> modalities,
    int instanceCount,
    CaseState state,
    Instant stateSince,
    UrgencyAnswer urgency,
    Instant arrivedAt,
    Instant lastImageAt,
    long ageSeconds,
    int version,
    List<CaseReason> reasons,
    @Nullable String assignedTo,
    @Nullable Instant readAt,
    @Nullable ProgressAnswer progress,
    @Nullable SummaryAnswer summary,
    boolean hasComparison,
    @Nullable String comparison,
    ReportAnswer report) {

  /** How urgent, and why. */
  public record UrgencyAnswer(UrgencyLevel level, String reason, String by) {}

  /**
   * How far the report is.
   *
   * @param by who changed it last; absent where nobody has begun
   * @param hasNewer whether images or a reading came that the signature knew nothing of
   */
  public record ReportAnswer(
      ReportMark.State state,
      @Nullable String by,
      @Nullable Instant at,
      boolean isCritical,
      boolean hasNewer) {}

  /**
   * How far the work is.
   *
   * @param fraction 0 to 1
   */
  public record ProgressAnswer(String step, double fraction, int attempts) {}

  /** What was measured. */
  public record SummaryAnswer(
      @Nullable Double opacityPercent,
      @Nullable List<@Nullable Double> opacityPercentInterval,
      @Nullable Integer lesionCount,
      @Nullable String category,
      boolean isWithinValidated) {}
}
