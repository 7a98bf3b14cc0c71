package org.hilum.imaging.correction;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A step somebody asks for.
 *
 * @param revision the revision it was drawn on
 * @param label class of opacity: 1 ground-glass, 2 consolidation, 3 of undetermined kind
 * @param runs pairs of first voxel and count, in the order of the opacity mask; not to be changed
 * @param lesions numbers at that revision, or Tracking UIDs
 * @param bounds how far GROW goes
 */
public record StepRequest(
    int revision,
    StepKind kind,
    OptionalInt label,
    long[] runs,
    List<String> lesions,
    Bounds bounds) {

  public StepRequest {
    lesions = List.copyOf(lesions);
  }

  /**
   * How far GROW goes; what is not said is taken from the mark.
   *
   * @param fromHu least HU
   * @param toHu most HU
   * @param reachMm from the mark
   */
  public record Bounds(OptionalDouble fromHu, OptionalDouble toHu, OptionalDouble reachMm) {
    /** All taken from the mark. */
    public static final Bounds OF_MARK =
        new Bounds(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }
}
