package org.hilum.imaging.reporting.sr;

import static org.hilum.imaging.reporting.sr.Relationship.HAS_ACQ_CONTEXT;

import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.reporting.composite.DicomText;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.reporting.composite.SourceReferences;
import org.hilum.imaging.reporting.composite.StructureCode;
import org.hilum.imaging.vocabulary.Code;

/** Which images were measured, described once for all of them (PS3.16 TID 1600, 1602, 1604). */
final class ImageLibrary {

  private ImageLibrary() {}

  static ContentItem of(ResultContext context) {
    return of(List.of(context));
  }

  /** One group a series. */
  static ContentItem of(List<ResultContext> series) {
    return ContentItem.container(StructureCode.IMAGE_LIBRARY.concept())
        .with(series.stream().map(ImageLibrary::group).toList());
  }

  private static ContentItem group(ResultContext context) {
    return ContentItem.container(StructureCode.IMAGE_LIBRARY_GROUP.concept())
        .with(descriptors(context))
        .with(grid(context))
        .with(
            SourceReferences.instances(context.source()).stream().map(ContentItem::image).toList());
  }

  private static List<ContentItem> descriptors(ResultContext context) {
    var header = context.header();
    var items = new ArrayList<ContentItem>();
    items.add(
        ContentItem.code(
            HAS_ACQ_CONTEXT,
            StructureCode.MODALITY.concept(),
            StructureCode.COMPUTED_TOMOGRAPHY.concept()));
    items.add(
        ContentItem.code(
            HAS_ACQ_CONTEXT, StructureCode.TARGET_REGION.concept(), Code.CHEST.concept()));
    header
        .text(Tag.STUDY_DATE)
        .filter(DicomText::isDate)
        .ifPresent(date -> items.add(ContentItem.date(StructureCode.STUDY_DATE.concept(), date)));
    header
        .text(Tag.STUDY_TIME)
        .filter(DicomText::isTime)
        .ifPresent(time -> items.add(ContentItem.time(StructureCode.STUDY_TIME.concept(), time)));
    context
        .frameOfReferenceUid()
        .ifPresent(
            uid ->
                items.add(
                    ContentItem.uid(
                        HAS_ACQ_CONTEXT, StructureCode.FRAME_OF_REFERENCE_UID.concept(), uid)));
    return items;
  }

  private static List<ContentItem> grid(ResultContext context) {
    var geometry = context.findings().volume().geometry();
    return List.of(
        pixels(StructureCode.PIXEL_DATA_ROWS, geometry.rows()),
        pixels(StructureCode.PIXEL_DATA_COLUMNS, geometry.columns()),
        millimetres(StructureCode.HORIZONTAL_PIXEL_SPACING, geometry.iSpacingMm()),
        millimetres(StructureCode.VERTICAL_PIXEL_SPACING, geometry.jSpacingMm()),
        millimetres(StructureCode.SPACING_BETWEEN_SLICES, geometry.normalSpacingMm()));
  }

  private static ContentItem pixels(StructureCode name, int count) {
    return ContentItem.number(
        HAS_ACQ_CONTEXT, name.concept(), count, StructureCode.PIXELS.concept());
  }

  private static ContentItem millimetres(StructureCode name, double length) {
    return ContentItem.number(HAS_ACQ_CONTEXT, name.concept(), length, Code.MILLIMETRE.concept());
  }
}
