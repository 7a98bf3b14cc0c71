package org.hilum.imaging.signing.web;

import java.time.Instant;
import java.util.List;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.signing.CaseReport;
import org.hilum.imaging.signing.Communication;
import org.hilum.imaging.signing.NumberLink;
import org.hilum.imaging.signing.ReportBasis;
import org.hilum.imaging.signing.ReportEvent;
import org.hilum.imaging.signing.ReportSection;
import org.hilum.imaging.signing.ReportSentence;
import org.hilum.imaging.signing.ReportState;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is told over HTTP.
 *
 * @param language {@code en} or {@code zh}
 * @param communication who was told of a critical result; absent while nobody was
 * @param by who changed it last; absent where nobody has
 * @param basis absent where it rests on no result
 * @param hasNewer whether results are there that it does not rest on
 */
public record ReportAnswer(
    ReportState state,
    int revision,
    String language,
    boolean isCritical,
    @Nullable Communication communication,
    @Nullable String by,
    @Nullable Instant at,
    List<SentenceAnswer> sentences,
    List<EventAnswer> history,
    @Nullable BasisAnswer basis,
    boolean hasNewer) {

  /** A sentence, with the places its numbers come from. */
  public record SentenceAnswer(
      String id,
      ReportSection section,
      String text,
      String prefilled,
      boolean isEdited,
      List<NumberLink> numbers) {

    static SentenceAnswer of(ReportSentence sentence) {
      return new SentenceAnswer(
          sentence.id(),
          sentence.section(),
          sentence.text(),
          sentence.prefilled(),
          sentence.isEdited(),
          sentence.numbers());
    }
  }

  /**
   * Something that was signed.
   *
   * @param result id of the result that holds its files; absent until they are written
   * @param contentHash SHA-256 of what was frozen
   * @param files to be fetched at {@code …/results/{result}/files/{path}}
   */
  public record EventAnswer(
      ReportEvent.Kind kind,
      String by,
      String byName,
      Instant at,
      String text,
      String contentHash,
      @Nullable String result,
      List<FileAnswer> files) {}

  /** A file of what was signed. */
  public record FileAnswer(String path, String mediaType, long bytes) {}

  /** Which results the report rests on. */
  public record BasisAnswer(String result, int version, @Nullable String comparison) {

    static BasisAnswer of(ReportBasis basis) {
      var comparison = basis.comparison();
      return new BasisAnswer(
          Long.toString(basis.result()),
          basis.version(),
          comparison == null ? null : Long.toString(comparison));
    }
  }

  static ReportAnswer of(
      CaseReport report, List<EventAnswer> history, boolean hasNewer, boolean withDraft) {
    var text = report.text();
    boolean isShown = withDraft || report.state() != ReportState.DRAFT;
    var basis = text.basis();
    return new ReportAnswer(
        report.state(),
        report.revision(),
        text.language() == Language.CHINESE ? "zh" : "en",
        text.isCritical(),
        isShown ? text.communication() : null,
        report.revision() == 0 ? null : report.by(),
        report.revision() == 0 ? null : report.at(),
        isShown ? text.sentences().stream().map(SentenceAnswer::of).toList() : List.of(),
        history,
        basis == null ? null : BasisAnswer.of(basis),
        hasNewer);
  }
}
