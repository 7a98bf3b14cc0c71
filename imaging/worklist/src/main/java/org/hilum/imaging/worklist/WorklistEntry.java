package org.hilum.imaging.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A case as the list shows it.
 *
 * @param patientName as DICOM has it, all spellings
 * @param urgency the more urgent of what was asked for and what was found
 * @param version counts the readings of this study that were finished; 0 before the first
 * @param reasons why it was refused or set aside, or what changed since the last version
 * @param jobId of the work under way or last done
 * @param assignedTo account; empty when nobody has taken it
 * @param comparison verdict of the comparison with the prior; empty when there is none
 * @param report how far the radiologist's report is
 */
public record WorklistEntry(
    CaseKey key,
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
    Urgency urgency,
    Instant arrivedAt,
    Instant lastImageAt,
    int version,
    List<CaseReason> reasons,
    OptionalLong jobId,
    Optional<String> assignedTo,
    Optional<ReadingSummary> summary,
    Optional<Instant> readAt,
    Optional<String> comparison,
    ReportMark report) {

  /** Stands for the verdict where two dates could not be compared. */
  public static final String COMPARISON_REFUSED = "REFUSED";

  /** Stands for the verdict where comparing failed each time it was tried. */
  public static final String COMPARISON_FAILED = "FAILED";

  public WorklistEntry {
    modalities = List.copyOf(modalities);
    reasons = List.copyOf(reasons);
  }
}
