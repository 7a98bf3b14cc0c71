package org.hilum.imaging.archive;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long studies are kept after the last of their images came; by default for ever.
 *
 * @param days by institution
 * @param daysOtherwise of all other institutions, {@value #FOR_EVER} for ever
 */
public record RetentionPolicy(Map<String, Integer> days, int daysOtherwise) {

  /** Stands for a time without end. */
  public static final int FOR_EVER = 0;

  public RetentionPolicy {
    days = Map.copyOf(days);
    if (daysOtherwise < 0 || days.values().stream().anyMatch(each -> each < 0)) {
      throw new IllegalArgumentException("studies are kept for at least a day, or for ever (0)");
    }
  }

  /** Nothing is let go. */
  public static RetentionPolicy keepingAll() {
    return new RetentionPolicy(Map.of(), FOR_EVER);
  }

  /** How long studies of an institution are kept; empty for ever. */
  public Optional<Duration> keptFor(String institution) {
    return time(days.getOrDefault(institution, daysOtherwise));
  }

  /** Shortest of all; empty where nothing is let go. */
  public Optional<Duration> shortest() {
    return Stream.concat(days.values().stream(), Stream.of(daysOtherwise))
        .flatMap(each -> time(each).stream())
        .min(Comparator.naturalOrder());
  }

  private static Optional<Duration> time(int days) {
    return days == FOR_EVER ? Optional.empty() : Optional.of(Duration.ofDays(days));
  }
}
