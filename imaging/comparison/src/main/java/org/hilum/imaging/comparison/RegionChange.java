package org.hilum.imaging.comparison;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.hilum.imaging.vocabulary.Region;

/**
 * How one region changed between two dates.
 *
 * @param changes every {@link ComparedQuantity}, compared or with the reason why not
 * @param course of the region, by the rule of {@link Course}
 */
public record RegionChange(
    Region region, Map<ComparedQuantity, Change> changes, CourseVerdict course) {

  public RegionChange {
    changes = Map.copyOf(new EnumMap<>(changes));
    if (changes.size() != ComparedQuantity.values().length) {
      throw new IllegalArgumentException("every quantity is compared or says why not");
    }
  }

  /** The change of one quantity. */
  public Change of(ComparedQuantity quantity) {
    return Objects.requireNonNull(changes.get(quantity));
  }

  /**
   * The quantity that {@link #course} was decided by: opacity at the current depth of breath, or
   * where millilitres are not known its percent.
   */
  public ComparedQuantity deciding() {
    return of(ComparedQuantity.OPACITY_VOLUME_AT_CURRENT_BREATH) instanceof Change.Compared
        ? ComparedQuantity.OPACITY_VOLUME_AT_CURRENT_BREATH
        : ComparedQuantity.OPACITY_PERCENT;
  }
}
