package org.hilum.imaging.archive;

import java.util.Set;

/**
 * Whose eyes look: an institution sees its own studies and those it was given to read.
 *
 * @param isEverything whether the program itself looks, for its own work and never for a person
 * @param institutions codes of the institutions; ignored where everything is seen
 */
public record Visibility(boolean isEverything, Set<String> institutions) {

  public Visibility {
    institutions = Set.copyOf(institutions);
  }

  /** What one institution sees. */
  public static Visibility of(String institution) {
    return new Visibility(false, Set.of(institution));
  }

  /** Everything, for the program's own work. */
  public static Visibility everything() {
    return new Visibility(true, Set.of());
  }
}
