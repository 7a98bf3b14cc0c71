package org.hilum.imaging.comparison.course;

import java.util.Map;
import org.hilum.imaging.comparison.Change;
import org.hilum.imaging.comparison.Change.Compared;
import org.hilum.imaging.comparison.ComparedQuantity;
import org.hilum.imaging.comparison.CourseVerdict;

/**
 * Which way one region goes: by its volume of opacity at the current breath, or where millilitres
 * are not known by its percent of opacity, against the limit of detectable change.
 */
public final class RegionCourse {

  private RegionCourse() {}

  /** The verdict on a region's changes. */
  public static CourseVerdict of(Map<ComparedQuantity, Change> changes) {
    return deciding(changes) instanceof Compared compared
        ? of(compared)
        : CourseVerdict.NOT_ESTIMATED;
  }

  /** The verdict on one amount of opacity. */
  static CourseVerdict of(Compared amount) {
    return switch (amount.verdict()) {
      case INCREASED -> CourseVerdict.WORSE;
      case DECREASED -> CourseVerdict.BETTER;
      case WITHIN_ERROR -> CourseVerdict.STABLE;
    };
  }

  /** The change that decides. */
  static Change deciding(Map<ComparedQuantity, Change> changes) {
    var volume =
        java.util.Objects.requireNonNull(
            changes.get(ComparedQuantity.OPACITY_VOLUME_AT_CURRENT_BREATH));
    return volume instanceof Compared
        ? volume
        : java.util.Objects.requireNonNull(changes.get(ComparedQuantity.OPACITY_PERCENT));
  }
}
