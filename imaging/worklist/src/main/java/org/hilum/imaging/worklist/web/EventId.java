package org.hilum.imaging.worklist.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the events of one run of the program.
 *
 * @param run tells this run from others, whose numbers mean nothing here
 */
record EventId(String run, long number) {

  private static final Pattern TEXT = Pattern.compile("([0-9a-z]{1,16})-([0-9]{1,18})");

  static Optional<EventId> of(@Nullable String text) {
    var match = TEXT.matcher(text == null ? "" : text);
    return match.matches()
        ? Optional.of(new EventId(match.group(1), Long.parseLong(match.group(2))))
        : Optional.empty();
  }

  EventId next() {
    return new EventId(run, number + 1);
  }

  @Override
  public String toString() {
    return run + "-" + number;
  }
}
