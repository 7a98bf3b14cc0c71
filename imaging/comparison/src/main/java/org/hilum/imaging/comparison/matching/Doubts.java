package org.hilum.imaging.comparison.matching;

import java.util.List;
import java.util.Optional;
import org.hilum.imaging.comparison.ComparisonReason;
import org.hilum.imaging.comparison.carrying.Carried;
import org.hilum.imaging.comparison.change.DatePair.VolumeChange;
import org.hilum.imaging.vocabulary.Reason;

/** Why a lesion that is seen at one date only may have been there at both. */
final class Doubts {

  /** When more of a lesion lies outside the other scan, its place was not seen. */
  private static final double MOSTLY = 0.5;

  /**
   * When the other reading holds opacity possible in so much of its place, it may have been there
   * under the network's threshold; chosen on repeat scans without change.
   */
  private static final double SUSPECTED = 0.3;

  private Doubts() {}

  /**
   * The doubt, if there is one.
   *
   * @param carried the date of the lesions carried to the other
   */
  static Optional<Reason> of(Carried carried, VolumeChange change, List<Integer> lesions) {
    if (carried.outsideFraction(lesions) > MOSTLY) {
      return reason(ComparisonReason.OTHER_COVERAGE);
    }
    boolean seen = change.isDetectable() && carried.suspectedFraction(lesions) < SUSPECTED;
    return seen ? Optional.empty() : reason(ComparisonReason.BELOW_DETECTION);
  }

  private static Optional<Reason> reason(ComparisonReason code) {
    return Optional.of(Reason.of(code, code.meaning()));
  }
}
