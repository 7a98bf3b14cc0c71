package org.hilum.imaging.reporting.sr;

import static org.hilum.imaging.reporting.sr.Relationship.CONTAINS;
import static org.hilum.imaging.reporting.sr.Relationship.HAS_CONCEPT_MOD;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hilum.imaging.quantification.Covid19Pattern;
import org.hilum.imaging.quantification.Interval;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.reporting.composite.StructureCode;
import org.hilum.imaging.reporting.content.PatternWords;
import org.hilum.imaging.reporting.content.ScopeWords;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.segmentation.NetworkCard;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.Reason;

/** What is said in words: the fit to published categories, limits, what is missing and why. */
final class QualitativeEvaluations {

  private QualitativeEvaluations() {}

  static ContentItem of(ResultContext context) {
    var findings = context.findings();
    var container = ContentItem.container(StructureCode.QUALITATIVE_EVALUATIONS.concept());
    category(findings.measurements().covid19()).ifPresent(container::with);
    return container
        .with(comments(findings).stream().map(QualitativeEvaluations::comment).toList())
        .with(
            context.language() == Language.ENGLISH
                ? List.of()
                : said(findings, Wording.in(context.language())).stream()
                    .map(words -> comment(words).with(language()))
                    .toList());
  }

  static ContentItem comment(String words) {
    return ContentItem.text(CONTAINS, Code.COMMENT.concept(), words);
  }

  /** English is declared for the whole document, so another language is declared item by item. */
  static ContentItem language() {
    return ContentItem.code(
        HAS_CONCEPT_MOD, Code.LANGUAGE.concept(), StructureCode.CHINESE.concept());
  }

  /** What a reader must know, in words: the notice, the pattern, the scope, what limits it. */
  private static List<String> said(ReadingFindings findings, Wording wording) {
    var said = new ArrayList<String>();
    said.add(wording.text(Phrase.NOTICE));
    said.add(pattern(findings, wording));
    if (findings.isWithinValidated()) {
      said.add(wording.text(Phrase.SCOPE_WITHIN));
    } else {
      said.add(new ScopeWords(findings, wording).banner());
    }
    Stream.concat(findings.limits().stream(), findings.oddities().stream())
        .map(reason -> reason.code().code() + " " + wording.reason(reason))
        .forEach(said::add);
    return said;
  }

  private static String pattern(ReadingFindings findings, Wording wording) {
    var words = new PatternWords(findings.measurements().covid19(), wording);
    return wording.text(Phrase.PATTERN)
        + ": "
        + String.join(
            " ",
            words.name() + ".",
            words.meaning(),
            words.rule(),
            "(" + words.pattern().source() + ")",
            words.use());
  }

  private static Optional<ContentItem> category(Covid19Pattern pattern) {
    return pattern
        .concept()
        .map(concept -> ContentItem.code(CONTAINS, Code.RSNA_CATEGORY.concept(), concept));
  }

  private static List<String> comments(ReadingFindings findings) {
    var comments = new ArrayList<String>();
    comments.addAll(said(findings, Wording.in(Language.ENGLISH)));
    findings
        .segmentation()
        .uncertainty()
        .ifPresent(said -> comments.add(intervals(findings, said.interval())));
    comments.addAll(UnmeasuredNotes.of(findings.measurements()));
    LesionGroups.leftOut(findings.measurements()).map(Reason::toString).ifPresent(comments::add);
    comments.addAll(definitions());
    return comments;
  }

  /**
   * How far the amounts of the lungs may be off, in words: the template's properties of a number
   * (TID 310) are refused by a validator that hospitals use.
   */
  private static String intervals(ReadingFindings findings, NetworkCard.Interval stated) {
    var said = new ArrayList<String>();
    for (var region : findings.measurements().regions()) {
      for (var quantity : Quantity.values()) {
        if (region.interval(quantity) instanceof Interval.Between between) {
          said.add(
              "%s, %s: %s %s"
                  .formatted(
                      region.region(),
                      quantity.concept().meaning(),
                      Numbers.of(between, quantity),
                      quantity.unit().value()));
        }
      }
    }
    return String.format(
        Locale.ROOT,
        "Intervals in which the true value is expected in %.0f of 100 patients; set on %d patients"
            + " that the network had not seen, on whole lungs. %s",
        100 * stated.level(),
        stated.patients(),
        String.join("; ", said));
  }

  /** What our own codes of quantities mean. */
  private static List<String> definitions() {
    var reported = Arrays.stream(Quantity.values()).map(Quantity::concept).toList();
    return Arrays.stream(Code.values())
        .filter(code -> reported.contains(code.concept()) && code.definition().isPresent())
        .map(
            code ->
                "Definition of "
                    + code.concept().meaning()
                    + ": "
                    + code.definition().orElseThrow())
        .toList();
  }
}
