package org.hilum.imaging.signing;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A sentence of a report.
 *
 * @param id the same for the same matter in every language and version
 * @param prefilled what the program proposed; empty where a person wrote it from the beginning
 * @param numbers where the numbers of the proposal come from
 */
public record ReportSentence(
    String id, ReportSection section, String text, String prefilled, List<NumberLink> numbers) {

  public ReportSentence {
    requireNonNull(id, "id");
    requireNonNull(section, "section");
    requireNonNull(text, "text");
    requireNonNull(prefilled, "prefilled");
    numbers = List.copyOf(numbers);
  }

  /** Whether it says something other than the program proposed. */
  public boolean isEdited() {
    return !text.equals(prefilled);
  }

  /** The same with another text. */
  public ReportSentence saying(String words) {
    return new ReportSentence(id, section, words, prefilled, numbers);
  }
}
