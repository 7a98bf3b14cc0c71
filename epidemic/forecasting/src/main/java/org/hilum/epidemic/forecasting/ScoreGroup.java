package org.hilum.epidemic.forecasting;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import org.hilum.epidemic.surveillance.Measure;

/**
 * Which forecasts a line of scores is about.
 *
 * @param horizon empty for all horizons together
 * @param location empty for all places together
 */
public record ScoreGroup(Measure measure, Span span, OptionalInt horizon, Optional<String> location)
    implements Comparable<ScoreGroup> {

  private static final Comparator<ScoreGroup> ORDER =
      Comparator.comparing(ScoreGroup::measure)
          .thenComparing(ScoreGroup::span)
          .thenComparing(group -> group.location.orElse(""))
          .thenComparingInt(group -> group.horizon.orElse(Integer.MIN_VALUE));

  /** The hubs' word for what is forecast. */
  public String target() {
    return HubFile.targetName(measure, span);
  }

  @Override
  public int compareTo(ScoreGroup other) {
    return ORDER.compare(this, other);
  }
}
