package org.hilum.imaging.worklist;

import java.util.Optional;
import java.util.Set;

/**
 * Which cases are wanted, in which order.
 *
 * @param seenBy code of the institution that looks; empty for the program itself
 * @param states empty for all
 * @param text words, each part of a name in any spelling (one or two letters: where a word begins);
 *     or the start of a Patient ID or accession number; empty for all
 * @param fromDate Study Date from, {@code yyyyMMdd}; empty for any
 * @param toDate Study Date to
 * @param sites institutions whose cases are wanted; empty for all that are seen
 * @param assignedTo an account
 * @param report how far the report is; empty for any
 */
public record WorklistQuery(
    Optional<String> seenBy,
    Set<CaseState> states,
    String text,
    String fromDate,
    String toDate,
    Set<String> sites,
    Optional<String> assignedTo,
    Optional<Report> report,
    Order order,
    int offset,
    int most) {

  /** How far reports of the cases wanted are. */
  public enum Report {
    /** All that is not signed: nobody has begun, a draft, or withdrawn. */
    UNSIGNED,
    DRAFT,
    SIGNED
  }

  /** The orders a list can be in. */
  public enum Order {
    /**
     * What is signed last; else most urgent first; within each level what is not over, the one that
     * has waited longest first, then what was read or called off, newest first.
     */
    URGENCY,
    /** Last come first. */
    ARRIVED,
    STUDY_DATE,
    PATIENT_NAME,
    /** Largest part of the lungs first; not measured last. */
    OPACITY
  }

  public WorklistQuery {
    states = Set.copyOf(states);
    sites = Set.copyOf(sites);
    if (offset < 0 || most < 1) {
      throw new IllegalArgumentException("an offset of 0 or more and at least one case");
    }
  }

  /** All that an institution sees, most urgent first. */
  public static WorklistQuery seenBy(String institution, int most) {
    return new WorklistQuery(
        Optional.of(institution),
        Set.of(),
        "",
        "",
        "",
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Order.URGENCY,
        0,
        most);
  }
}
