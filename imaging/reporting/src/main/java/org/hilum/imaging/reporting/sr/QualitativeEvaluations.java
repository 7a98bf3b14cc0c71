package org.hilum.imaging.reporting.sr;

import static org.hilum.imaging.reporting.sr.Relationship.CONTAINS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hilum.imaging.quantification.Covid19Pattern;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.reporting.composite.StructureCode;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.Reason;

/** What is said in words: the fit to published categories, limits, what is missing and why. */
final class QualitativeEvaluations {

  private QualitativeEvaluations() {}

  static ContentItem of(ResultContext context) {
    var findings = context.findings();
    var container = ContentItem.container(StructureCode.QUALITATIVE_EVALUATIONS.concept());
    category(findings.measurements().covid19()).ifPresent(container::with);
    return container.with(
        comments(findings).stream()
            .map(words -> ContentItem.text(CONTAINS, Code.COMMENT.concept(), words))
            .toList());
  }

  private static Optional<ContentItem> category(Covid19Pattern pattern) {
    return pattern
        .concept()
        .map(concept -> ContentItem.code(CONTAINS, Code.RSNA_CATEGORY.concept(), concept));
  }

  private static List<String> comments(ReadingFindings findings) {
    var comments = new ArrayList<String>();
    comments.add(ReadingFindings.NOT_A_MEDICAL_DEVICE);
    var pattern = findings.measurements().covid19();
    comments.add(
        "COVID-19 pattern: "
            + pattern.category()
            + ". "
            + pattern.rule()
            + " ("
            + pattern.source()
            + ")");
    comments.addAll(UnmeasuredNotes.of(findings.measurements()));
    LesionGroups.leftOut(findings.measurements()).map(Reason::toString).ifPresent(comments::add);
    Stream.concat(findings.segmentation().remarks().stream(), findings.deviations().stream())
        .map(Reason::toString)
        .forEach(comments::add);
    comments.addAll(definitions());
    return comments;
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
