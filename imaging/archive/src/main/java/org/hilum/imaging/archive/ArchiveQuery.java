package org.hilum.imaging.archive;

import java.util.List;

/**
 * What is looked for, as QIDO-RS and C-FIND both put it.
 *
 * @param level of what is wanted
 * @param keys all of which must match; keys of a higher level are allowed
 * @param isFuzzy whether part of a person name's component, in any of its spellings, is enough
 * @param most how many results at most
 */
public record ArchiveQuery(
    QueryLevel level,
    List<MatchingKey> keys,
    boolean isFuzzy,
    int offset,
    int most,
    Visibility visibility) {

  public ArchiveQuery {
    keys = List.copyOf(keys);
    if (offset < 0 || most < 1) {
      throw new IllegalArgumentException("an offset of 0 or more and at least one result");
    }
  }

  /**
   * One condition (PS3.4 C.2.2.2).
   *
   * @param tag {@code 0xGGGGEEEE}
   * @param value as it was asked for: single value, {@code \}-separated list of UIDs, wild cards
   *     {@code *} and {@code ?}, range {@code from-to}; empty matches everything
   */
  public record MatchingKey(int tag, String value) {}
}
