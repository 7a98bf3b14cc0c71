package org.hilum.imaging.reporting.sr;

import static org.hilum.imaging.reporting.sr.Relationship.CONTAINS;
import static org.hilum.imaging.reporting.sr.Relationship.HAS_CONCEPT_MOD;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.ResultKind;
import org.hilum.imaging.reporting.composite.ResultObject;
import org.hilum.imaging.reporting.composite.StructureCode;
import org.hilum.imaging.reporting.content.ComparisonWords;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.Reason;

/**
 * A comparison of dates as a Comprehensive 3D SR after TID 1500 (PS3.3 A.35.13): a group for each
 * lesion and date, with its time point (TID 1502).
 */
public final class ComparisonReport {

  private ComparisonReport() {}

  /** The object. */
  public static DataSet of(ComparedSeries compared) {
    var object = ResultObject.begin(ResultKind.COMPARISON, compared.filed());
    boolean partial = LesionCourseGroups.leftOut(compared.findings()).isPresent();
    MeasurementReport.putDocument(partial, object);
    ComparisonEvidence.put(compared, object);
    object.items(Tag.CODING_SCHEME_IDENTIFICATION_SEQUENCE, MeasurementReport.privateScheme());
    content(compared).dataSet().elements().forEach(object::put);
    return object.build();
  }

  private static ContentItem content(ComparedSeries compared) {
    var software = compared.filed().findings().software();
    return ContentItem.root(Code.IMAGING_MEASUREMENT_REPORT.concept(), "1500")
        .with(
            ContentItem.code(
                HAS_CONCEPT_MOD, Code.LANGUAGE.concept(), StructureCode.ENGLISH.concept()))
        .with(ObserverContext.of(software))
        .with(
            ContentItem.code(
                HAS_CONCEPT_MOD,
                Code.PROCEDURE_REPORTED.concept(),
                StructureCode.CT_UNSPECIFIED_REGION.concept()))
        .with(ImageLibrary.of(compared.series()), measurements(compared), evaluations(compared));
  }

  private static ContentItem measurements(ComparedSeries compared) {
    return ContentItem.container(Code.IMAGING_MEASUREMENTS.concept())
        .with(AlgorithmIdentification.of(compared.filed().findings()))
        .with(RegionChangeGroups.of(compared))
        .with(LesionCourseGroups.of(compared));
  }

  private static ContentItem evaluations(ComparedSeries compared) {
    var language = compared.filed().language();
    var container =
        ContentItem.container(StructureCode.QUALITATIVE_EVALUATIONS.concept())
            .with(
                ContentItem.code(
                    CONTAINS,
                    ChangeCode.COURSE.concept(),
                    ChangeCode.of(compared.findings().comparison().course().verdict()).concept()))
            .with(comments(compared).stream().map(QualitativeEvaluations::comment).toList());
    if (language != Language.ENGLISH) {
      said(compared, language)
          .forEach(
              words ->
                  container.with(
                      QualitativeEvaluations.comment(words)
                          .with(QualitativeEvaluations.language())));
    }
    return container;
  }

  private static List<String> said(ComparedSeries compared, Language language) {
    return new ComparisonWords(compared.findings(), Wording.in(language)).said();
  }

  private static List<String> comments(ComparedSeries compared) {
    var comments = new ArrayList<>(said(compared, Language.ENGLISH));
    LesionCourseGroups.leftOut(compared.findings()).map(Reason::toString).ifPresent(comments::add);
    Arrays.stream(ChangeCode.values())
        .map(code -> "Definition of " + code.concept().meaning() + ": " + code.definition())
        .forEach(comments::add);
    return comments;
  }
}
