package org.hilum.imaging.comparison;

import java.util.Optional;

/**
 * Who the images say they are of. Used to ask, never written to logs.
 *
 * @param id patient ID (0010,0020)
 * @param name patient name as written (0010,0010)
 * @param birthDate (0010,0030), as written
 * @param sex (0010,0040)
 */
public record PatientIdentity(
    Optional<String> id, Optional<String> name, Optional<String> birthDate, Optional<String> sex) {

  /** Nothing is known, as for a NIfTI file. */
  public static final PatientIdentity UNKNOWN =
      new PatientIdentity(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
