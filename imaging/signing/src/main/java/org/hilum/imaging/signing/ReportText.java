package org.hilum.imaging.signing;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.hilum.imaging.reporting.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a report says, signed or not.
 *
 * @param isCritical whether somebody must be told at once
 * @param communication who was told; null while nobody was
 * @param basis null where it rests on no result
 */
public record ReportText(
    Language language,
    boolean isCritical,
    @Nullable Communication communication,
    List<ReportSentence> sentences,
    @Nullable ReportBasis basis) {

  /** Nothing yet. */
  public static final ReportText NOTHING =
      new ReportText(Language.ENGLISH, false, null, List.of(), null);

  public ReportText {
    requireNonNull(language, "language");
    sentences = List.copyOf(sentences);
  }

  /** The texts of a section, without those that were emptied. */
  public List<String> texts(ReportSection section) {
    return sentences.stream()
        .filter(each -> each.section() == section)
        .map(each -> each.text().strip())
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** A sentence by its id. */
  public Optional<ReportSentence> sentence(String id) {
    return sentences.stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
