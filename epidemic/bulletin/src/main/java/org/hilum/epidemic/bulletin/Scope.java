package org.hilum.epidemic.bulletin;

import java.util.Optional;

/**
 * What a bulletin is about.
 *
 * @param place a province or a country as its source names it; empty for all places
 */
public record Scope(Optional<String> place) {

  /** All places. */
  public static final Scope ALL = new Scope(Optional.empty());

  /** One place. */
  public static Scope of(String place) {
    return new Scope(Optional.of(place));
  }

  /** Whether it is about all places. */
  public boolean isAll() {
    return place.isEmpty();
  }
}
