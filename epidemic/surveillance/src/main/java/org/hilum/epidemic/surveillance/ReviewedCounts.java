package org.hilum.epidemic.surveillance;

import java.util.List;

/**
 * A series as it came, and as one would have counted: what was taken back, sent late or left out is
 * put where it belongs, each with a remark.
 *
 * @param raw as it came
 * @param corrected the same total unless a remark says otherwise, never below zero; days on which
 *     the source regularly does not report stay zero, days that were not reported are NaN
 * @param spread the corrected counts as if reported every day: what is reported once a week or
 *     after a weekend is shared among the days since the report before; for growth and reproduction
 *     numbers, not for what a source will report
 * @param reportingDays on how many days a week the source reports, 1 to 7; 1 for a weekly series
 * @param remarks what was found, the newest first
 */
public record ReviewedCounts(
    CaseCounts raw,
    CaseCounts corrected,
    CaseCounts spread,
    int reportingDays,
    List<Remark> remarks) {

  public ReviewedCounts {
    remarks = List.copyOf(remarks);
  }

  /** Whether a step was changed or taken for absent. */
  public boolean isTouched(int step) {
    return Double.compare(raw.at(step), corrected.at(step)) != 0;
  }
}
