package org.hilum.imaging.worklist.web;

import java.util.Set;

/**
 * Something that happened to the list, written once for all who follow it.
 *
 * @param id for the browser to say where it was
 * @param name {@code case}, {@code gone}, {@code reload} or {@code ready}
 * @param seers institutions it is for
 * @param withResults its JSON for those who may see what was measured
 * @param withoutResults its JSON for the others
 */
record ListEvent(
    EventId id, String name, Set<String> seers, String withResults, String withoutResults) {

  /** The browser has missed something: it is to ask for the list. */
  static ListEvent reload(EventId id) {
    return new ListEvent(id, "reload", Set.of(), "{}", "{}");
  }

  /** The browser misses nothing from here on. */
  static ListEvent ready(EventId id) {
    return new ListEvent(id, "ready", Set.of(), "{}", "{}");
  }
}
