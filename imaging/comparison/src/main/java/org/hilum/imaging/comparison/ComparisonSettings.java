package org.hilum.imaging.comparison;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a user can say about a comparison.
 *
 * @param onset date of the first symptoms; without it no stage is given
 * @param samePatient the user confirmed that all images are of one patient although their
 *     identities differ
 */
public record ComparisonSettings(Optional<LocalDate> onset, boolean samePatient) {

  /** Nothing said. */
  public static final ComparisonSettings DEFAULT = new ComparisonSettings(Optional.empty(), false);
}
