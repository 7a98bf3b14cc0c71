package org.hilum.epidemic.bulletin;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.surveillance.Measure;

/**
 * What changed since the newest earlier day whose forecasts were kept.
 *
 * @param since that day
 * @param targets what was forecast then and is forecast again today, in order of target
 * @param revised counts of then that are others today; none where the counts of then were not kept
 */
public record Changes(LocalDate since, List<TargetChange> targets, List<Revised> revised) {

  public Changes {
    targets =
        targets.stream()
            .sorted(
                Comparator.comparing((TargetChange one) -> one.now().span())
                    .thenComparing(one -> one.now().targetEnd()))
            .toList();
    revised = List.copyOf(revised);
  }

  /**
   * One target on both days.
   *
   * @param then as it was written on the earlier day
   * @param fromRevised persons by which the median changes when the counts known then are as they
   *     stand today, and nothing newer is known; empty where that cannot be told
   */
  public record TargetChange(Forecast then, Forecast now, Optional<Double> fromRevised) {

    /** Persons by which the median changed. */
    public double difference() {
      return now.median() - then.median();
    }

    /** What is left of the change beside revised counts: counts that were not known then. */
    public Optional<Double> fromNew() {
      return fromRevised.map(part -> difference() - part);
    }
  }

  /**
   * Counts of a series that were taken back or raised.
   *
   * @param dates days or weeks whose count is another
   * @param persons by which those together grew, below zero when they shrank
   */
  public record Revised(String location, Measure measure, int dates, double persons) {}

  /** The targets of a measure. */
  public List<TargetChange> of(Measure measure) {
    return targets.stream().filter(one -> one.now().measure() == measure).toList();
  }

  /** What was revised in a series. */
  public Optional<Revised> revised(String location, Measure measure) {
    return revised.stream()
        .filter(one -> one.location().equals(location) && one.measure() == measure)
        .findFirst();
  }

  /** Those of one place; empty when nothing of it was forecast on both days. */
  public Optional<Changes> of(String location) {
    var own =
        new Changes(
            since,
            targets.stream().filter(one -> one.now().location().equals(location)).toList(),
            revised.stream().filter(one -> one.location().equals(location)).toList());
    return own.targets().isEmpty() ? Optional.empty() : Optional.of(own);
  }
}
