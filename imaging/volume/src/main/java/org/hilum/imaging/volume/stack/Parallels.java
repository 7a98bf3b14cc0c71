package org.hilum.imaging.volume.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeReason;

/**
 * Which slices share one plane, and what to do with those in another.
 *
 * @param main the largest group of slices with one orientation
 * @param strays slices in other planes
 */
record Parallels(List<Slice> main, List<Slice> strays) {

  /** A tenth of a degree moves the far edge of a 400 mm field by 0.7 mm, one pixel. */
  private static final double PARALLEL_DEGREES = 0.1;

  /** So many images in another plane are taken for scouts; more are a second reconstruction. */
  private static final int MOST_STRAYS = 3;

  static Parallels of(List<Slice> slices) {
    var groups = new ArrayList<List<Slice>>();
    for (var slice : slices) {
      groups.stream()
          .filter(group -> areParallel(group.getFirst(), slice))
          .findFirst()
          .orElseGet(
              () -> {
                groups.add(new ArrayList<>());
                return groups.getLast();
              })
          .add(slice);
    }
    int largest = 0;
    for (int n = 1; n < groups.size(); n++) {
      largest = groups.get(n).size() > groups.get(largest).size() ? n : largest;
    }
    var main = groups.remove(largest);
    return new Parallels(main, groups.stream().flatMap(List::stream).toList());
  }

  private static boolean areParallel(Slice one, Slice other) {
    return degrees(one.iDirection(), other.iDirection()) < PARALLEL_DEGREES
        && degrees(one.jDirection(), other.jDirection()) < PARALLEL_DEGREES;
  }

  private static double degrees(Vector3 one, Vector3 other) {
    return Math.toDegrees(Math.atan2(one.cross(other).length(), one.dot(other)));
  }

  Optional<Reason> refusal() {
    if (strays.size() <= MOST_STRAYS) {
      return Optional.empty();
    }
    return Optional.of(
        new Reason(
            VolumeReason.MIXED_ORIENTATION,
            strays.size()
                + " of "
                + (main.size() + strays.size())
                + " slices are not parallel to the others: send each orientation as a series of its"
                + " own",
            strays.getFirst().label()));
  }

  Optional<Reason> deviation() {
    if (strays.isEmpty() || strays.size() > MOST_STRAYS) {
      return Optional.empty();
    }
    return Optional.of(
        new Reason(
            VolumeReason.OTHER_PLANE_DROPPED,
            strays.size() + " images in another plane were left out",
            strays.getFirst().label()));
  }
}
