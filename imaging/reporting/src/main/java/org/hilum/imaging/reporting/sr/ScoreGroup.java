package org.hilum.imaging.reporting.sr;

import static org.hilum.imaging.reporting.sr.Relationship.CONTAINS;
import static org.hilum.imaging.reporting.sr.Relationship.HAS_CONCEPT_MOD;
import static org.hilum.imaging.reporting.sr.Relationship.INFERRED_FROM;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hilum.imaging.quantification.SeverityScore;
import org.hilum.imaging.reporting.composite.DicomText;
import org.hilum.imaging.reporting.composite.StructureCode;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.CodedConcept;
import org.hilum.imaging.vocabulary.CodedSite;
import org.hilum.imaging.vocabulary.CodingScheme;
import org.hilum.imaging.vocabulary.Region;

/** Published severity scores as numbers, each with its definition and source (TID 1419). */
final class ScoreGroup {

  private static final Set<Code> PERCENTAGES =
      EnumSet.of(Code.PERCENTAGE_OF_OPACITY, Code.PERCENTAGE_OF_HIGH_OPACITY);

  private ScoreGroup() {}

  /** The group; none when no score could be given. */
  static Optional<ContentItem> of(ReportScope scope) {
    var context = scope.context();
    var scores =
        context.findings().measurements().scores().stream()
            .flatMap(score -> number(score).stream())
            .toList();
    return scores.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MeasurementGroup(
                    "Severity scores",
                    context.identity().uid("severity scores"),
                    Code.OPACITY.concept())
                .of(scope.bothLungs(), context)
                .with(MeasurementGroup.site(CodedSite.of(Region.LUNGS)))
                .with(scores));
  }

  private static Optional<ContentItem> number(SeverityScore score) {
    var value = score.value().number();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    var code = codeOf(score);
    var item = ContentItem.number(CONTAINS, conceptOf(score), value.getAsDouble(), unit(score));
    code.flatMap(Code::definition)
        .ifPresent(
            definition ->
                item.with(
                    ContentItem.text(
                        HAS_CONCEPT_MOD, StructureCode.EQUIVALENT_MEANING.concept(), definition)));
    return Optional.of(
        item.with(
            ContentItem.text(
                INFERRED_FROM, StructureCode.METHOD_CITATION.concept(), citation(score))));
  }

  private static String citation(SeverityScore score) {
    return score.name()
        + ", range "
        + plain(score.lowest())
        + " to "
        + plain(score.highest())
        + ". "
        + score.source();
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }

  private static CodedConcept unit(SeverityScore score) {
    boolean percent = codeOf(score).filter(PERCENTAGES::contains).isPresent();
    return percent ? Code.PERCENT.concept() : StructureCode.SCORE.concept();
  }

  /** The code of the table, for its definition. */
  private static Optional<Code> codeOf(SeverityScore score) {
    return Arrays.stream(Code.values())
        .filter(code -> score.concept().filter(code.concept()::equals).isPresent())
        .findFirst();
  }

  /** A score that is not in the table of codes has a code made of its name. */
  private static CodedConcept conceptOf(SeverityScore score) {
    return score
        .concept()
        .orElseGet(
            () ->
                new CodedConcept(
                    "SCORE-" + Integer.toHexString(score.name().hashCode()),
                    CodingScheme.HILUM.designator(),
                    DicomText.fitted(score.name(), DicomText.LONG_STRING)));
  }
}
