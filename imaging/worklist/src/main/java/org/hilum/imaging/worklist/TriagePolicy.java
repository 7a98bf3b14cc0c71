package org.hilum.imaging.worklist;

import java.util.Locale;

/**
 * When a case is flagged by what was found: a sign to look sooner, never a finding, and never a
 * reason to leave another case out.
 *
 * <p>In: percent of both lungs that is opaque; the verdict of the comparison. <br>
 * Out: a level and the reason with its number. <br>
 * Limits: a convention of this program, to be set by each hospital; not a validated rule of triage.
 *
 * @param urgentPercent opacity of the lungs from which a case is urgent, 0 to 100
 */
public record TriagePolicy(double urgentPercent) {

  /** The verdict of a comparison that asks for eyes. */
  static final String WORSE = "WORSE";

  /** By a reading. */
  public Urgency of(ReadingSummary summary) {
    var percent = summary.opacityPercent();
    return percent.isPresent() && percent.getAsDouble() >= urgentPercent
        ? new Urgency(
            UrgencyLevel.URGENT,
            String.format(
                Locale.ROOT,
                "opacity in %.0f %% of the lungs (flagged from %.0f %%)",
                percent.getAsDouble(),
                urgentPercent),
            "hilum")
        : Urgency.ROUTINE;
  }

  /** By a comparison's verdict. */
  public Urgency of(String verdict) {
    return verdict.equals(WORSE)
        ? new Urgency(
            UrgencyLevel.URGENT, "more opacity than at the prior, beyond its error", "hilum")
        : Urgency.ROUTINE;
  }
}
