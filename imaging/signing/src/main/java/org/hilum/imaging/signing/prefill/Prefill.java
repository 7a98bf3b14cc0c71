package org.hilum.imaging.signing.prefill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.signing.ReportSection;
import org.hilum.imaging.signing.ReportSentence;
import org.hilum.imaging.signing.wording.SigningWords;
import tools.jackson.databind.JsonNode;

/**
 * Proposes the sentences of a report: the program suggests, the radiologist decides.
 *
 * <p>In: {@code reading.json} and, where there is one, {@code comparison.json}. <br>
 * Out: sentences in one language, each with the places of its numbers. <br>
 * Source: RSNA consensus categories (Simpson 2020), CO-RADS (Prokop 2020), in our own words.
 */
public final class Prefill {

  private Prefill() {}

  /** The sentences, findings first. */
  public static List<ReportSentence> of(
      JsonNode reading, Optional<JsonNode> comparison, Language language) {
    var words = SigningWords.in(language);
    var read = new ReadingSentences(new ResultNumbers("reading.json", reading, words), words);
    var compared =
        comparison.map(
            node ->
                new ComparisonSentences(new ResultNumbers("comparison.json", node, words), words));
    var sentences = new ArrayList<>(read.findings());
    sentences.add(
        compared
            .map(ComparisonSentences::finding)
            .orElseGet(
                () -> {
                  var none = words.text("compared.none");
                  return new ReportSentence(
                      "compared", ReportSection.FINDINGS, none, none, List.of());
                }));
    sentences.addAll(read.impression());
    compared.flatMap(ComparisonSentences::impression).ifPresent(sentences::add);
    return sentences;
  }
}
