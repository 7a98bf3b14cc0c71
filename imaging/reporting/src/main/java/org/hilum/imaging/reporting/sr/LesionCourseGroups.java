package org.hilum.imaging.reporting.sr;

import static org.hilum.imaging.reporting.sr.Relationship.CONTAINS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.comparison.LesionState;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.reporting.ComparedFindings;
import org.hilum.imaging.reporting.ComparisonTracking;
import org.hilum.imaging.reporting.ReportingReason;
import org.hilum.imaging.reporting.composite.SourceReferences;
import org.hilum.imaging.reporting.composite.StructureCode;
import org.hilum.imaging.reporting.content.LesionLife;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.CodedSite;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Each followed lesion at each date: groups of one Tracking UID, each with its time point; that of
 * the last date also says what became of it. A lesion that went has a group at the last date
 * without a volume, at the place where it was.
 */
final class LesionCourseGroups {

  /** How many lesions are listed one by one, those with the largest change. */
  static final int MOST = 20;

  private final ComparedSeries compared;

  private LesionCourseGroups(ComparedSeries compared) {
    this.compared = compared;
  }

  static List<ContentItem> of(ComparedSeries compared) {
    var groups = new LesionCourseGroups(compared);
    return LesionLife.recent(compared.findings()).stream()
        .limit(MOST)
        .flatMap(life -> groups.of(life).stream())
        .toList();
  }

  /** That there are more lesions than are listed. */
  static Optional<Reason> leftOut(ComparedFindings findings) {
    int more = LesionLife.recent(findings).size() - MOST;
    return more <= 0
        ? Optional.empty()
        : Optional.of(
            Reason.of(
                ReportingReason.LESIONS_LEFT_OUT,
                "The "
                    + MOST
                    + " lesions with the largest change are listed one by one; "
                    + more
                    + " more are in comparison.json."));
  }

  private List<ContentItem> of(LesionLife life) {
    var groups = new ArrayList<ContentItem>();
    var states = life.lesion().states();
    var uid = ComparisonTracking.uid(compared.findings(), life.lesion());
    for (int date = 0; date < compared.last(); date++) {
      if (states.get(date).isPresent()) {
        groups.add(measured(life, uid, states.get(date).get(), date));
      }
    }
    var last =
        states.getLast().isPresent()
            ? measured(life, uid, states.getLast().get(), compared.last())
            : gone(life, uid);
    groups.add(last.with(became(life)));
    return groups;
  }

  private MeasurementGroup named(LesionLife life, Uid uid, LesionState state) {
    return new MeasurementGroup(
        "Lesion " + life.lesion().identity(), uid, Code.of(state.kind()).concept());
  }

  private ContentItem measured(LesionLife life, Uid uid, LesionState state, int date) {
    var context = compared.series().get(date);
    var group =
        named(life, uid, state)
            .of(Roi.place(state.centre(), context), context)
            .with(compared.timePoint(date))
            .with(
                ContentItem.image(
                    StructureCode.ILLUSTRATION_OF_ROI.concept(),
                    SourceReferences.image(context.source().slices().get(state.keySlice()))
                        .build()),
                MeasurementGroup.site(CodedSite.of(state.region())));
    if (context.findings().volume().spacingKnown()) {
      group.with(
          ContentItem.number(
              CONTAINS, Code.VOLUME.concept(), state.volumeMl(), Code.MILLILITRE.concept()),
          ContentItem.number(CONTAINS, Code.MASS.concept(), state.massG(), Code.GRAM.concept()));
    }
    return group.with(
        ContentItem.number(
            CONTAINS,
            Code.MEAN_ATTENUATION.concept(),
            state.meanHu(),
            Code.HOUNSFIELD_UNIT.concept()));
  }

  private ContentItem gone(LesionLife life, Uid uid) {
    var before = life.prior().orElseThrow();
    var context = compared.series().get(compared.last());
    return named(life, uid, before)
        .of(Roi.place(life.place(), context), context)
        .with(compared.timePoint(compared.last()))
        .with(MeasurementGroup.site(CodedSite.of(before.region())));
  }

  private static List<ContentItem> became(LesionLife life) {
    var items = new ArrayList<ContentItem>();
    life.change()
        .ifPresent(
            change ->
                items.addAll(
                    RegionChangeGroups.numbers(
                        change,
                        ChangeCode.VOLUME_CHANGE,
                        ChangeCode.VOLUME_CHANGE_LIMIT,
                        Code.MILLILITRE.concept())));
    life.lastStep()
        .ifPresent(
            step ->
                items.add(
                    ContentItem.code(
                        CONTAINS,
                        ChangeCode.LESION_FATE.concept(),
                        ChangeCode.of(step.fate()).concept())));
    return items;
  }
}
