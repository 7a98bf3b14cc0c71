package org.hilum.imaging.reporting.sr;

import static org.hilum.imaging.reporting.sr.Relationship.HAS_CONCEPT_MOD;

import java.util.ArrayList;
import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.reporting.ResultKind;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.reporting.composite.ResultObject;
import org.hilum.imaging.reporting.composite.StructureCode;
import org.hilum.imaging.reporting.seg.SegmentPlan;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.CodingScheme;

/** A reading's measurements as a Comprehensive 3D SR after TID 1500 (PS3.3 A.35.13). */
public final class MeasurementReport {

  private MeasurementReport() {}

  /**
   * The object.
   *
   * @param plan the segments it may refer to; empty when no segmentation object is written
   */
  public static DataSet of(ResultContext context, Optional<SegmentPlan> plan) {
    var object = ResultObject.begin(ResultKind.MEASUREMENTS, context);
    putDocument(LesionGroups.leftOut(context.findings().measurements()).isPresent(), object);
    object
        .items(
            Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE,
            Evidence.of(context, plan.isPresent()))
        .items(Tag.CODING_SCHEME_IDENTIFICATION_SEQUENCE, privateScheme());
    content(context, plan).dataSet().elements().forEach(object::put);
    return object.build();
  }

  static void putDocument(boolean partial, DataSetBuilder object) {
    object
        .items(Tag.REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE)
        .items(Tag.PERFORMED_PROCEDURE_CODE_SEQUENCE)
        .text(Tag.COMPLETION_FLAG, Vr.CS, partial ? "PARTIAL" : "COMPLETE")
        .text(Tag.VERIFICATION_FLAG, Vr.CS, "UNVERIFIED")
        .text(Tag.PRELIMINARY_FLAG, Vr.CS, "PRELIMINARY");
  }

  static DataSet privateScheme() {
    return DataSet.builder()
        .text(Tag.CODING_SCHEME_DESIGNATOR, Vr.SH, CodingScheme.HILUM.designator())
        .text(Tag.CODING_SCHEME_NAME, Vr.ST, CodingScheme.HILUM.title())
        .text(Tag.CODING_SCHEME_RESPONSIBLE_ORGANIZATION, Vr.ST, "Hilum")
        .build();
  }

  private static ContentItem content(ResultContext context, Optional<SegmentPlan> plan) {
    return ContentItem.root(Code.IMAGING_MEASUREMENT_REPORT.concept(), "1500")
        .with(
            ContentItem.code(
                HAS_CONCEPT_MOD, Code.LANGUAGE.concept(), StructureCode.ENGLISH.concept()))
        .with(ObserverContext.of(context.findings().software()))
        .with(
            ContentItem.code(
                HAS_CONCEPT_MOD,
                Code.PROCEDURE_REPORTED.concept(),
                StructureCode.CT_UNSPECIFIED_REGION.concept()))
        .with(
            ImageLibrary.of(context),
            measurements(context, plan),
            QualitativeEvaluations.of(context));
  }

  private static ContentItem measurements(ResultContext context, Optional<SegmentPlan> plan) {
    var groups = new ArrayList<ContentItem>();
    var scope = ReportScope.of(context, plan);
    groups.addAll(RegionGroups.of(scope));
    groups.addAll(OpacityGroups.of(scope));
    ScoreGroup.of(scope).ifPresent(groups::add);
    groups.addAll(LesionGroups.of(context));
    return ContentItem.container(Code.IMAGING_MEASUREMENTS.concept())
        .with(AlgorithmIdentification.of(context.findings()))
        .with(groups);
  }
}
