package org.hilum.imaging.signing.prefill;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hilum.imaging.signing.ReportSection;
import org.hilum.imaging.signing.ReportSentence;
import org.hilum.imaging.signing.prefill.ResultNumbers.Linked;
import org.hilum.imaging.signing.wording.SigningWords;

/** What a comparison with an earlier date gives to say: the change with its limit, the course. */
final class ComparisonSentences {

  private static final String BREATH = "opacityMlAtCurrentBreath";

  private final ResultNumbers comparison;
  private final SigningWords words;

  ComparisonSentences(ResultNumbers comparison, SigningWords words) {
    this.comparison = comparison;
    this.words = words;
  }

  ReportSentence finding() {
    var prior = priorDate();
    if (!isCompared()) {
      var text = words.text("compared.refused", prior, comparison.codes("/refusals"));
      return sentence(ReportSection.FINDINGS, text, List.of());
    }
    return change("compared", BREATH, prior)
        .or(() -> change("compared", "opacityMl", prior))
        .or(() -> change("compared.percent", "opacityPercent", prior))
        .orElseGet(
            () ->
                sentence(
                    ReportSection.FINDINGS,
                    words.text(
                        "compared.not", prior, comparison.whyNot("LUNGS", "notCompared", BREATH)),
                    List.of()));
  }

  private Optional<ReportSentence> change(String key, String quantity, String prior) {
    var at = comparison.pointer("LUNGS") + "/" + quantity;
    var numbers =
        List.of(
                number("prior", at + "/values/0"),
                number("current", at + "/values/1"),
                number("change", at + "/change"),
                number("limit", at + "/limitOfDetectableChange"))
            .stream()
            .flatMap(Optional::stream)
            .toList();
    if (numbers.size() < 4) {
      return Optional.empty();
    }
    var text =
        words.text(
            key,
            prior,
            Digits.one(numbers.get(0).value()),
            Digits.one(numbers.get(1).value()),
            Digits.change(numbers.get(2).value()),
            Digits.one(numbers.get(3).value()));
    return Optional.of(sentence(ReportSection.FINDINGS, text, numbers));
  }

  private Optional<Linked> number(String name, String pointer) {
    return comparison.number(words.text("name.compared." + name), pointer);
  }

  Optional<ReportSentence> impression() {
    var verdict = comparison.at("/course/verdict").asString("").toLowerCase(Locale.ROOT);
    if (!isCompared() || !words.has("course." + verdict)) {
      return Optional.empty();
    }
    var text = words.text("course." + verdict, priorDate());
    var link = comparison.link(words.text("name.course"), "/course/verdict");
    return Optional.of(
        new ReportSentence("course", ReportSection.IMPRESSION, text, text, List.of(link)));
  }

  private boolean isCompared() {
    return comparison.at("/status").asString("").equals("compared");
  }

  /** The date before the last, as the comparison says which two it laid on each other. */
  private String priorDate() {
    var dates = comparison.root().path("dates");
    var said = comparison.at("/registration/prior");
    int index = said.isInt() ? said.asInt() : dates.size() - 2;
    return dates.path(Math.max(index, 0)).path("date").asString(words.text("undated"));
  }

  private static ReportSentence sentence(ReportSection section, String text, List<Linked> numbers) {
    return new ReportSentence("compared", section, text, text, ResultNumbers.links(numbers));
  }
}
