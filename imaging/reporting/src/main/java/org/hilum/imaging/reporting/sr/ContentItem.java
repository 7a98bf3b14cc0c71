package org.hilum.imaging.reporting.sr;

import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.reporting.composite.CodeItem;
import org.hilum.imaging.reporting.composite.DicomText;
import org.hilum.imaging.vocabulary.CodedConcept;
import org.hilum.imaging.volume.PatientPoint;

/** One item of a structured report with what hangs below it (PS3.3 C.17.3). */
final class ContentItem {

  private final DataSetBuilder attributes;
  private final List<ContentItem> children = new ArrayList<>();

  private ContentItem(String valueType) {
    attributes = DataSet.builder().text(Tag.VALUE_TYPE, Vr.CS, valueType);
  }

  private ContentItem(Relationship relationship, String valueType) {
    this(valueType);
    attributes.text(Tag.RELATIONSHIP_TYPE, Vr.CS, relationship.term());
  }

  private static ContentItem named(Relationship relationship, String type, CodedConcept name) {
    var item = new ContentItem(relationship, type);
    item.attributes.items(Tag.CONCEPT_NAME_CODE_SEQUENCE, CodeItem.of(name));
    return item;
  }

  /** The document itself: a heading of separate parts after a template. */
  static ContentItem root(CodedConcept title, String template) {
    var root = new ContentItem("CONTAINER");
    root.attributes.items(Tag.CONCEPT_NAME_CODE_SEQUENCE, CodeItem.of(title));
    root.attributes.text(Tag.CONTINUITY_OF_CONTENT, Vr.CS, "SEPARATE");
    return root.after(template);
  }

  /** A heading with parts below it. */
  static ContentItem container(CodedConcept heading) {
    var item = named(Relationship.CONTAINS, "CONTAINER", heading);
    item.attributes.text(Tag.CONTINUITY_OF_CONTENT, Vr.CS, "SEPARATE");
    return item;
  }

  static ContentItem code(Relationship relationship, CodedConcept name, CodedConcept value) {
    var item = named(relationship, "CODE", name);
    item.attributes.items(Tag.CONCEPT_CODE_SEQUENCE, CodeItem.of(value));
    return item;
  }

  static ContentItem text(Relationship relationship, CodedConcept name, String value) {
    var item = named(relationship, "TEXT", name);
    item.attributes.text(Tag.TEXT_VALUE, Vr.UT, value);
    return item;
  }

  static ContentItem uid(Relationship relationship, CodedConcept name, Uid value) {
    var item = named(relationship, "UIDREF", name);
    item.attributes.uid(Tag.UID, value);
    return item;
  }

  static ContentItem personName(Relationship relationship, CodedConcept name, String value) {
    var item = named(relationship, "PNAME", name);
    item.attributes.text(Tag.PERSON_NAME, Vr.PN, value);
    return item;
  }

  /** An object that is no image, without a name. */
  static ContentItem composite(DataSet reference) {
    var item = new ContentItem(Relationship.CONTAINS, "COMPOSITE");
    item.attributes.items(Tag.REFERENCED_SOP_SEQUENCE, reference);
    return item;
  }

  /** A date as the source wrote it (DA). */
  static ContentItem date(CodedConcept name, String value) {
    var item = named(Relationship.HAS_ACQ_CONTEXT, "DATE", name);
    item.attributes.text(Tag.DATE, Vr.DA, value);
    return item;
  }

  /** A time of day as the source wrote it (TM). */
  static ContentItem time(CodedConcept name, String value) {
    var item = named(Relationship.HAS_ACQ_CONTEXT, "TIME", name);
    item.attributes.text(Tag.TIME, Vr.TM, value);
    return item;
  }

  static ContentItem number(
      Relationship relationship, CodedConcept name, double value, CodedConcept unit) {
    var item = named(relationship, "NUM", name);
    item.attributes.items(
        Tag.MEASURED_VALUE_SEQUENCE,
        DataSet.builder()
            .decimal(Tag.NUMERIC_VALUE, DicomText.rounded(value))
            .items(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, CodeItem.of(unit))
            .build());
    return item;
  }

  /** An image without a name, as the image library lists them. */
  static ContentItem image(DataSet reference) {
    var item = new ContentItem(Relationship.CONTAINS, "IMAGE");
    item.attributes.items(Tag.REFERENCED_SOP_SEQUENCE, reference);
    return item;
  }

  static ContentItem image(CodedConcept name, DataSet reference) {
    var item = image(reference);
    item.attributes.items(Tag.CONCEPT_NAME_CODE_SEQUENCE, CodeItem.of(name));
    return item;
  }

  /** A point of the patient, in millimetres of a frame of reference. */
  static ContentItem point(CodedConcept name, PatientPoint point, Uid frameOfReference) {
    var item = named(Relationship.CONTAINS, "SCOORD3D", name);
    item.attributes
        .text(Tag.GRAPHIC_TYPE, Vr.CS, "POINT")
        .floats(Tag.GRAPHIC_DATA, (float) point.x(), (float) point.y(), (float) point.z())
        .uid(Tag.REFERENCED_FRAME_OF_REFERENCE_UID, frameOfReference);
    return item;
  }

  /** Names the template of PS3.16 that the item and what is below it follow. */
  ContentItem after(String template) {
    attributes.items(
        Tag.CONTENT_TEMPLATE_SEQUENCE,
        DataSet.builder()
            .text(Tag.MAPPING_RESOURCE, Vr.CS, "DCMR")
            .text(Tag.TEMPLATE_IDENTIFIER, Vr.CS, template)
            .build());
    return this;
  }

  /** Hangs items below this one. */
  ContentItem with(ContentItem... items) {
    return with(List.of(items));
  }

  /** Hangs items below this one. */
  ContentItem with(List<ContentItem> items) {
    children.addAll(items);
    return this;
  }

  /** The item with all that hangs below it. */
  DataSet dataSet() {
    if (!children.isEmpty()) {
      attributes.items(Tag.CONTENT_SEQUENCE, children.stream().map(ContentItem::dataSet).toList());
    }
    return attributes.build();
  }
}
