package org.hilum.imaging.evaluation;

import java.util.Map;
import java.util.Optional;
import org.hilum.imaging.evaluation.agreement.Reliability;
import org.hilum.imaging.evaluation.statistics.Estimate;

/**
 * A group of cases summed up.
 *
 * @param name of the group; {@value #ALL} for every case
 * @param cases in the manifest
 * @param measured of them that could be compared
 * @param estimates mean over patients of each figure that any case has
 * @param reliability of the probability of opacity, all voxels together
 */
public record GroupSummary(
    String name,
    int cases,
    int measured,
    Map<Figure, Estimate> estimates,
    Optional<Reliability> reliability) {

  /** Name of the group of every case. */
  public static final String ALL = "all cases";

  public GroupSummary {
    estimates = Map.copyOf(estimates);
  }

  /** The estimate of a figure; empty when no case has it. */
  public Optional<Estimate> of(Figure figure) {
    return Optional.ofNullable(estimates.get(figure));
  }
}
