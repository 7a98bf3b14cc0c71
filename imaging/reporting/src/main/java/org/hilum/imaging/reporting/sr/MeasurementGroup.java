package org.hilum.imaging.reporting.sr;

import static org.hilum.imaging.reporting.sr.Relationship.CONTAINS;
import static org.hilum.imaging.reporting.sr.Relationship.HAS_CONCEPT_MOD;
import static org.hilum.imaging.reporting.sr.Relationship.HAS_OBS_CONTEXT;

import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.CodedConcept;
import org.hilum.imaging.vocabulary.CodedSite;

/**
 * Measurements of one thing: its names, what it is and where it was measured (TID 1411, 1501).
 *
 * <p>All groups of one report follow the same template wherever possible, because a validator that
 * meets one referenced segment expects a region in every group.
 *
 * @param trackingIdentifier name for people
 * @param trackingUid name for machines
 * @param finding what it is
 */
record MeasurementGroup(String trackingIdentifier, Uid trackingUid, CodedConcept finding) {

  /** The group, to be completed with sites and numbers. */
  ContentItem of(Roi roi, ResultContext context) {
    return ContentItem.container(Code.MEASUREMENT_GROUP.concept())
        .after(roi.template())
        .with(
            ContentItem.text(
                HAS_OBS_CONTEXT, Code.TRACKING_IDENTIFIER.concept(), trackingIdentifier),
            ContentItem.uid(
                HAS_OBS_CONTEXT, Code.TRACKING_UNIQUE_IDENTIFIER.concept(), trackingUid),
            ContentItem.code(CONTAINS, Code.FINDING.concept(), finding))
        .with(roi.items(context));
  }

  /** Where a finding is, with the patient's side. */
  static ContentItem site(CodedSite site) {
    return ContentItem.code(HAS_CONCEPT_MOD, Code.FINDING_SITE.concept(), site.structure())
        .with(
            site.laterality().stream()
                .map(side -> ContentItem.code(HAS_CONCEPT_MOD, Code.LATERALITY.concept(), side))
                .toList());
  }
}
