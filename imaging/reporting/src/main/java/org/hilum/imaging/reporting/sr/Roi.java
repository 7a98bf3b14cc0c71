package org.hilum.imaging.reporting.sr;

import static org.hilum.imaging.reporting.sr.Relationship.CONTAINS;

import java.util.List;
import java.util.Optional;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.reporting.ResultKind;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.reporting.composite.SourceReferences;
import org.hilum.imaging.reporting.composite.StructureCode;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.volume.PatientPoint;

/** What a group of measurements was measured of, and by which template that is said. */
sealed interface Roi {

  /** One segment of the segmentation object (TID 1411 row 7). */
  record Segment(int number) implements Roi {}

  /** A region that no single segment outlines, given by its centre (TID 1411 row 10). */
  record Centre(PatientPoint point, Uid frameOfReference) implements Roi {}

  /** A place in the patient, where a report refers to no segment at all (TID 1501 row 10). */
  record Place(PatientPoint point, Uid frameOfReference) implements Roi {}

  /** A region that only words tell, where the source has no frame of reference (TID 1501). */
  record InWords() implements Roi {}

  /** The centre of a region, where the source lets a place be told. */
  static Roi centred(PatientPoint point, ResultContext context) {
    return context
        .frameOfReferenceUid()
        .<Roi>map(frame -> new Centre(point, frame))
        .orElseGet(InWords::new);
  }

  /** A place, where the source lets one be told. */
  static Roi place(PatientPoint point, ResultContext context) {
    return context
        .frameOfReferenceUid()
        .<Roi>map(frame -> new Place(point, frame))
        .orElseGet(InWords::new);
  }

  /** A segment, or in its place words when there is no segmentation object. */
  static Roi ofSegment(Optional<Integer> number) {
    return number.<Roi>map(Segment::new).orElseGet(InWords::new);
  }

  /** The template a group with this region follows. */
  default String template() {
    return switch (this) {
      case Segment _, Centre _ -> "1411";
      case Place _, InWords _ -> "1501";
    };
  }

  /** The items that say what was measured. */
  default List<ContentItem> items(ResultContext context) {
    return switch (this) {
      case Segment segment -> List.of(reference(segment, context), sourceSeries(context));
      case Centre centre ->
          List.of(
              ContentItem.point(
                  StructureCode.VOLUME_SURFACE.concept(), centre.point, centre.frameOfReference),
              sourceSeries(context));
      case Place place ->
          List.of(
              ContentItem.point(
                  StructureCode.VOLUME_SURFACE.concept(), place.point, place.frameOfReference));
      case InWords _ -> List.of();
    };
  }

  private static ContentItem reference(Segment segment, ResultContext context) {
    var kind = ResultKind.SEGMENTATION;
    return ContentItem.image(
        Code.REFERENCED_SEGMENT.concept(),
        SourceReferences.instance(kind.sopClassUid(), kind.sopInstanceUid(context.identity()))
            .unsignedShort(Tag.REFERENCED_SEGMENT_NUMBER, segment.number)
            .build());
  }

  private static ContentItem sourceSeries(ResultContext context) {
    return ContentItem.uid(
        CONTAINS,
        Code.SOURCE_SERIES_FOR_SEGMENTATION.concept(),
        SourceReferences.seriesInstanceUid(context));
  }
}
