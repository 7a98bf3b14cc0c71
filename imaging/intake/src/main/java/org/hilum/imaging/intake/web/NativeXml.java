package org.hilum.imaging.intake.web;

import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Element;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;

/** Writes an answer in the Native DICOM Model (PS3.19 annex A); texts, numbers, sequences. */
final class NativeXml {

  private final StringBuilder xml = new StringBuilder(1024);

  private NativeXml() {}

  static String of(DataSet dataSet) {
    var writer = new NativeXml();
    writer
        .xml
        .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .append("<NativeDicomModel xmlns=\"http://dicom.nema.org/PS3.19/models/NativeDICOM\">");
    writer.attributes(dataSet);
    return writer.xml.append("</NativeDicomModel>\n").toString();
  }

  private void attributes(DataSet dataSet) {
    for (var element : dataSet.elements()) {
      xml.append("<DicomAttribute tag=\"%08X\" vr=\"%s\"".formatted(element.tag(), element.vr()));
      Tag.keyword(element.tag()).ifPresent(word -> xml.append(" keyword=\"" + word + "\""));
      xml.append('>');
      if (element.vr() == Vr.SQ) {
        items(element);
      } else {
        values(dataSet, element.tag());
      }
      xml.append("</DicomAttribute>");
    }
  }

  private void items(Element element) {
    if (element.value() instanceof Element.Items sequence) {
      int number = 1;
      for (var item : sequence.items()) {
        xml.append("<Item number=\"" + number++ + "\">");
        attributes(item);
        xml.append("</Item>");
      }
    }
  }

  private void values(DataSet dataSet, int tag) {
    int number = 1;
    for (var value : dataSet.texts(tag)) {
      xml.append("<Value number=\"" + number++ + "\">");
      value.codePoints().forEach(this::character);
      xml.append("</Value>");
    }
  }

  private void character(int c) {
    switch (c) {
      case '<' -> xml.append("&lt;");
      case '>' -> xml.append("&gt;");
      case '&' -> xml.append("&amp;");
      default -> {
        boolean isAllowed = c >= ' ' && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
        xml.appendCodePoint(isAllowed ? c : '?');
      }
    }
  }
}
