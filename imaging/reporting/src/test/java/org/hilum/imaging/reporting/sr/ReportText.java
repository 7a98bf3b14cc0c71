package org.hilum.imaging.reporting.sr;

import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;

/** A structured report as indented lines, to be read by eye. */
public final class ReportText {

  private ReportText() {}

  public static String of(DataSet item) {
    var text = new StringBuilder();
    append(item, 0, text);
    return text.toString();
  }

  private static void append(DataSet item, int depth, StringBuilder text) {
    text.append("  ".repeat(depth))
        .append(item.text(Tag.RELATIONSHIP_TYPE).map(type -> type + " ").orElse(""))
        .append(item.text(Tag.VALUE_TYPE).orElseThrow())
        .append(item.item(Tag.CONCEPT_NAME_CODE_SEQUENCE).map(c -> " " + meaning(c)).orElse(""))
        .append(value(item))
        .append('\n');
    item.items(Tag.CONTENT_SEQUENCE).forEach(child -> append(child, depth + 1, text));
  }

  private static String value(DataSet item) {
    return switch (item.text(Tag.VALUE_TYPE).orElseThrow()) {
      case "CODE" -> " = " + meaning(item.item(Tag.CONCEPT_CODE_SEQUENCE).orElseThrow());
      case "TEXT" -> " = " + item.text(Tag.TEXT_VALUE).orElseThrow();
      case "UIDREF" -> " = " + item.text(Tag.UID).orElseThrow();
      case "DATE" -> " = " + item.text(Tag.DATE).orElseThrow();
      case "TIME" -> " = " + item.text(Tag.TIME).orElseThrow();
      case "SCOORD3D" -> " = " + java.util.Arrays.toString(item.numbers(Tag.GRAPHIC_DATA));
      case "IMAGE" -> " = " + reference(item.item(Tag.REFERENCED_SOP_SEQUENCE).orElseThrow());
      case "NUM" -> " = " + number(item.item(Tag.MEASURED_VALUE_SEQUENCE).orElseThrow());
      default -> item.item(Tag.CONTENT_TEMPLATE_SEQUENCE).map(ReportText::template).orElse("");
    };
  }

  private static String template(DataSet template) {
    return " TID " + template.text(Tag.TEMPLATE_IDENTIFIER).orElseThrow();
  }

  private static String number(DataSet measured) {
    var unit = measured.item(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE).orElseThrow();
    return measured.text(Tag.NUMERIC_VALUE).orElseThrow()
        + " "
        + unit.text(Tag.CODE_VALUE).orElseThrow();
  }

  private static String reference(DataSet reference) {
    var segment = reference.integer(Tag.REFERENCED_SEGMENT_NUMBER);
    return reference.text(Tag.REFERENCED_SOP_INSTANCE_UID).orElseThrow()
        + (segment.isPresent() ? " segment " + segment.getAsInt() : "");
  }

  private static String meaning(DataSet code) {
    return code.text(Tag.CODE_MEANING).orElseThrow();
  }
}
