package org.hilum.epidemic.bulletin;

import java.util.Map;
import java.util.Optional;

/**
 * Where the links of a page lead, relative or from the root of a server.
 *
 * @param home the program's first page; empty in a folder of files
 * @param all the page of all places; empty on that page
 * @param otherLanguage the same page in the other language
 * @param downloads address by what a person reads on the link, in order
 * @param places address of the page of each place that has one
 * @param sources address of the page of each source, where there are several
 */
public record Addresses(
    Optional<String> home,
    Optional<String> all,
    Optional<String> otherLanguage,
    Map<String, String> downloads,
    Map<String, String> places,
    Map<String, String> sources) {

  /** A page without links. */
  public static final Addresses NONE =
      new Addresses(
          Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Map.of(), Map.of());
}
