package org.hilum.imaging.reporting;

import java.util.Optional;
import org.hilum.imaging.comparison.TrackedLesion;
import org.hilum.imaging.dicom.Uid;

/**
 * By which unique identifier a lesion is known through all dates: the one that the reading of the
 * date at which it was first seen gave it, in its SR and its {@code reading.json}.
 *
 * <p>Source: Tracking Unique Identifier, DCM 112040 (PS3.16 TID 1501).
 */
public final class ComparisonTracking {

  private ComparisonTracking() {}

  /** Tracking UID of a followed lesion. */
  public static Uid uid(ComparedFindings findings, TrackedLesion lesion) {
    int date = lesion.firstSeen();
    int number = lesion.states().get(date).orElseThrow().numbers().getFirst();
    var reading = findings.readings().get(date);
    return reading.measurements().lesions().stream()
        .filter(found -> found.number() == number)
        .findFirst()
        .map(found -> LesionTracking.uid(reading, found))
        .orElseThrow(() -> new IllegalArgumentException("no lesion " + number + " at that date"));
  }

  /** Tracking UID of the lesion of an identity; empty when there is none. */
  public static Optional<Uid> uid(ComparedFindings findings, int identity) {
    return findings.comparison().lesions().stream()
        .filter(lesion -> lesion.identity() == identity)
        .findFirst()
        .map(lesion -> uid(findings, lesion));
  }
}
