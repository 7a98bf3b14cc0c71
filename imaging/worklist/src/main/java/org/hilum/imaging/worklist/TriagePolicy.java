package org.hilum.imaging.worklist;

import java.util.List;
import java.util.Locale;
import org.hilum.imaging.vocabulary.Reason;

/**
 * When a case is flagged by what was found: a sign to look sooner, never a finding, and never a
 * reason to leave another case out.
 *
 * <p>In: percent of both lungs that is opaque; the verdict of the comparison; why a study was
 * refused. <br>
 * Out: a level and the reason with its number. <br>
 * Limits: a convention of this program, to be set by each hospital; not a validated rule of triage
 * ({@code docs/methods/triage.md}).
 *
 * @param urgentPercent opacity of the lungs from which a case is urgent, 0 to 100
 */
public record TriagePolicy(double urgentPercent) {

  private static final double WHOLE = 100;

  public TriagePolicy {
    if (!(urgentPercent >= 0 && urgentPercent <= WHOLE)) {
      throw new IllegalArgumentException("urgent from 0 to 100 % of the lungs: " + urgentPercent);
    }
  }

  /** By a reading. */
  public Urgency of(ReadingSummary summary) {
    var percent = summary.opacityPercent();
    if (percent.isPresent() && percent.getAsDouble() >= urgentPercent) {
      return flagged(
          UrgencyLevel.URGENT,
          String.format(
              Locale.ROOT,
              "opacity in %.1f %% of the lungs (flagged from %.1f %%)",
              percent.getAsDouble(),
              urgentPercent));
    }
    if (percent.isEmpty()) {
      return flagged(UrgencyLevel.RAISED, "opacity of the lungs was not measured");
    }
    return summary.isWithinValidated()
        ? Urgency.ROUTINE
        : flagged(UrgencyLevel.RAISED, "outside what the networks were validated for");
  }

  /** By a comparison's verdict. */
  public Urgency of(String verdict) {
    return switch (verdict) {
      case "WORSE" ->
          flagged(UrgencyLevel.URGENT, "more opacity than at the prior, beyond its error");
      case "MIXED" ->
          flagged(
              UrgencyLevel.RAISED,
              "some opacity more, some less than at the prior, beyond its error");
      default -> Urgency.ROUTINE;
    };
  }

  /** By a refusal: nobody has measured anything, so somebody should look. */
  public Urgency ofRefusal(List<Reason> reasons) {
    var first = reasons.stream().findFirst().map(Reason::message).orElse("no reason was given");
    return flagged(UrgencyLevel.RAISED, "not read: " + first);
  }

  private static Urgency flagged(UrgencyLevel level, String reason) {
    return new Urgency(level, reason, Urgency.PROGRAM);
  }
}
