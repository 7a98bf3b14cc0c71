package org.hilum.epidemic.forecasting.hub;

import java.util.Optional;
import org.hilum.epidemic.forecasting.Span;
import org.hilum.epidemic.surveillance.Measure;

/** What a target of a hub file means. */
public record HubTarget(Measure measure, Span span) {

  private static final String DISEASE = "covid ";

  /** The name for a measure and span; admissions carry the disease, as at the US hub. */
  public static String name(Measure measure, Span span) {
    String disease = measure == Measure.ADMISSIONS ? DISEASE : "";
    return span.hubPrefix() + disease + measure.hubWord();
  }

  /** What a name means; a bare {@code case} or {@code death} is a week's. Empty when not ours. */
  public static Optional<HubTarget> of(String name) {
    for (Span span : Span.values()) {
      if (name.startsWith(span.hubPrefix())) {
        return word(name.substring(span.hubPrefix().length()), span);
      }
    }
    String bare = name.startsWith("inc ") ? name.substring("inc ".length()) : name;
    return word(bare, Span.WEEK);
  }

  private static Optional<HubTarget> word(String word, Span span) {
    String bare = word.startsWith(DISEASE) ? word.substring(DISEASE.length()) : word;
    for (Measure measure : Measure.values()) {
      if (bare.equals(measure.hubWord())) {
        return Optional.of(new HubTarget(measure, span));
      }
    }
    return Optional.empty();
  }
}
