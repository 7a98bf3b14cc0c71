package org.hilum.imaging.signing;

import static java.util.Objects.requireNonNull;

/**
 * Where a number of a sentence comes from.
 *
 * @param name what it is, in the language of the sentence
 * @param path file and JSON pointer: {@code reading.json#/regions/0/opacityPercent}
 */
public record NumberLink(String name, String path) {
  public NumberLink {
    requireNonNull(name, "name");
    requireNonNull(path, "path");
  }
}
