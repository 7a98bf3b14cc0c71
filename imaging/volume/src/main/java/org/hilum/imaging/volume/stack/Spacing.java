package org.hilum.imaging.volume.stack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeReason;

/**
 * Whether slices follow each other at even distances, and what is missing where not.
 *
 * <p>Limits: a distance may differ from the median by {@value #STEP_TOLERANCE_MM} mm or 1 %,
 * whichever is more (positions are often written with one decimal), and a slice may lie {@value
 * #PLACE_TOLERANCE_MM} mm from its place in the even stack, less than a pixel. Our own rule; a
 * distance of at least one and a half is a gap.
 */
final class Spacing {

  /** Slices nearer than this lie at one position; no chest CT is reconstructed that finely. */
  static final double SAME_POSITION_MM = 0.05;

  private static final double STEP_TOLERANCE_MM = 0.1;
  private static final double STEP_TOLERANCE_FRACTION = 0.01;
  private static final double PLACE_TOLERANCE_MM = 0.5;
  private static final double GAP = 1.5;

  /** How far a gap may be from a whole number of steps to be called missing slices. */
  private static final double WHOLE_STEPS = 0.2;

  private static final int GAPS_NAMED = 5;

  private final List<Slice> slices;
  private final double[] place;
  private final double medianMm;

  /** In: slices in order along the normal, no two at one position, at least two. */
  Spacing(List<Slice> slices, Vector3 normal) {
    this.slices = slices;
    this.place = slices.stream().mapToDouble(slice -> slice.along(normal)).toArray();
    double[] steps = new double[place.length - 1];
    for (int n = 0; n < steps.length; n++) {
      steps[n] = place[n + 1] - place[n];
    }
    Arrays.sort(steps);
    medianMm = steps[steps.length / 2];
  }

  List<Reason> refusals() {
    var reasons = new ArrayList<Reason>();
    var gaps = new ArrayList<String>();
    var uneven = new ArrayList<String>();
    int missing = 0;
    for (int n = 0; n + 1 < place.length; n++) {
      double steps = (place[n + 1] - place[n]) / medianMm;
      int without = (int) Math.rint(steps) - 1;
      if (steps >= GAP && Math.abs(steps - without - 1) <= WHOLE_STEPS) {
        missing += without;
        gaps.add(without + " between " + between(n));
      } else if (!isEven(place[n + 1] - place[n])) {
        uneven.add(format("%.2f mm between ", place[n + 1] - place[n]) + between(n));
      }
    }
    if (missing > 0) {
      reasons.add(
          new Reason(
              VolumeReason.MISSING_SLICES,
              missing
                  + (missing == 1 ? " slice is" : " slices are")
                  + " missing at "
                  + format("%.2f mm", medianMm)
                  + " spacing: send the series again, whole",
              named(gaps)));
    }
    if (!uneven.isEmpty()) {
      reasons.add(uneven(uneven.size() + " distances differ", named(uneven)));
    } else if (missing == 0) {
      drift().ifPresent(reasons::add);
    }
    return reasons;
  }

  private boolean isEven(double stepMm) {
    return Math.abs(stepMm - medianMm)
        <= Math.max(STEP_TOLERANCE_MM, STEP_TOLERANCE_FRACTION * medianMm) + 1e-9;
  }

  private java.util.Optional<Reason> drift() {
    int last = place.length - 1;
    for (int n = 0; n <= last; n++) {
      double even = place[0] + n * (place[last] - place[0]) / last;
      if (Math.abs(place[n] - even) > PLACE_TOLERANCE_MM) {
        return java.util.Optional.of(
            uneven(
                format("the stack drifts by %.2f mm", Math.abs(place[n] - even)),
                slices.get(n).label()));
      }
    }
    return java.util.Optional.empty();
  }

  private Reason uneven(String what, String where) {
    return new Reason(
        VolumeReason.UNEVEN_SPACING,
        what
            + format(
                " from the usual %.2f mm by more than %.1f mm or 1 %%: send one reconstruction with"
                    + " even spacing",
                medianMm, STEP_TOLERANCE_MM),
        where);
  }

  private String between(int n) {
    return mm(slices.get(n))
        + " and "
        + mm(slices.get(n + 1))
        + " ("
        + slices.get(n).label()
        + " and "
        + slices.get(n + 1).label()
        + ")";
  }

  /** Where a slice lies along the patient axis nearest to its normal. */
  private static String mm(Slice slice) {
    var normal = slice.normal();
    if (Math.abs(normal.z()) >= Math.max(Math.abs(normal.x()), Math.abs(normal.y()))) {
      return format("z %.1f mm", slice.position().z());
    }
    return Math.abs(normal.y()) >= Math.abs(normal.x())
        ? format("y %.1f mm", slice.position().y())
        : format("x %.1f mm", slice.position().x());
  }

  private static String named(List<String> all) {
    var some = String.join("; ", all.subList(0, Math.min(GAPS_NAMED, all.size())));
    return all.size() > GAPS_NAMED ? some + "; …" : some;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
