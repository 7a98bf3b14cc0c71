package org.hilum.imaging.signing;

import java.util.List;
import org.hilum.imaging.reporting.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a person wrote, to be kept as the draft.
 *
 * @param revision that it was written over; 0 for the first
 */
public record ReportDraft(
    int revision,
    Language language,
    boolean isCritical,
    @Nullable Communication communication,
    List<Written> sentences) {

  public ReportDraft {
    sentences = List.copyOf(sentences);
  }

  /** A sentence as a person wrote it. */
  public record Written(String id, ReportSection section, String text) {}
}
