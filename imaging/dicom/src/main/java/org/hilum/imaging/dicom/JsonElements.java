package org.hilum.imaging.dicom;

import java.io.IOException;
import java.util.List;
import org.hilum.imaging.dicom.json.JsonOutput;

/** Writes the attributes of a data set as members of a JSON object (PS3.18 F.2.2). */
final class JsonElements {

  private static final int GROUP = 0xFFFF0000;
  private static final int FILE_META = 0x00020000;

  private final JsonOutput json;
  private final DicomJson.BulkData bulk;

  JsonElements(JsonOutput json, DicomJson.BulkData bulk) {
    this.json = json;
    this.bulk = bulk;
  }

  void object(DataSet dataSet) throws IOException {
    object(dataSet, "");
  }

  private void object(DataSet dataSet, String path) throws IOException {
    json.open('{');
    for (var element : dataSet.elements()) {
      boolean isFraming = (element.tag() & 0xFFFF) == 0 || (element.tag() & GROUP) == FILE_META;
      if (!isFraming) {
        element(dataSet, element, path);
      }
    }
    json.close('}');
  }

  private void element(DataSet dataSet, Element element, String path) throws IOException {
    var name = digits(element.tag());
    json.name(name).open('{').name("vr").string(element.vr().name());
    var uri = bulk.uri(path + name, element);
    if (uri.isPresent()) {
      json.name("BulkDataURI").string(uri.get());
    } else {
      value(dataSet, element, path + name);
    }
    json.close('}');
  }

  private void value(DataSet dataSet, Element element, String path) throws IOException {
    switch (element.value()) {
      case Element.Items sequence -> items(sequence.items(), path);
      case Element.Fragments compressed -> {
        // Has no place in the text: the standard wants an address or nothing.
      }
      case Element.Bytes plain -> {
        if (plain.bytes().length > 0) {
          plain(dataSet, element, plain.bytes());
        }
      }
    }
  }

  private void items(List<DataSet> items, String path) throws IOException {
    if (items.isEmpty()) {
      return;
    }
    json.name("Value").open('[');
    for (int n = 0; n < items.size(); n++) {
      object(items.get(n), path + "/" + n + "/");
    }
    json.close(']');
  }

  private void plain(DataSet dataSet, Element element, byte[] bytes) throws IOException {
    switch (element.vr()) {
      case OB, OD, OF, OL, OV, OW, UN -> json.name("InlineBinary").base64(bytes);
      case PN -> names(texts(dataSet, element));
      case DS, IS -> list(JsonNumbers.written(texts(dataSet, element)));
      case FD, FL, SL, SS, SV, UL, US, UV -> list(JsonNumbers.binary(element.vr(), bytes));
      default -> strings(texts(dataSet, element));
    }
  }

  private static List<String> texts(DataSet dataSet, Element element) {
    return element.tag() == Tag.SPECIFIC_CHARACTER_SET
        ? CharacterSet.UTF_8.definedTerms()
        : Values.texts(element, dataSet.characterSet());
  }

  /** Literals, among them texts with their quotation marks to come, and nothing for no value. */
  private void list(List<JsonNumbers.Written> numbers) throws IOException {
    if (numbers.isEmpty() || numbers.stream().allMatch(JsonNumbers.Written::isAbsent)) {
      return;
    }
    json.name("Value").open('[');
    for (var number : numbers) {
      if (number.isAbsent()) {
        json.literal("null");
      } else if (number.isNumber()) {
        json.literal(number.text());
      } else {
        json.string(number.text());
      }
    }
    json.close(']');
  }

  private void strings(List<String> texts) throws IOException {
    if (texts.stream().allMatch(String::isEmpty)) {
      return;
    }
    json.name("Value").open('[');
    for (var text : texts) {
      if (text.isEmpty()) {
        json.literal("null");
      } else {
        json.string(text);
      }
    }
    json.close(']');
  }

  private void names(List<String> names) throws IOException {
    if (names.stream().allMatch(JsonElements::hasNoSpelling)) {
      return;
    }
    json.name("Value").open('[');
    for (var name : names) {
      if (hasNoSpelling(name)) {
        json.literal("null");
      } else {
        name(name);
      }
    }
    json.close(']');
  }

  private static boolean hasNoSpelling(String name) {
    return name.chars().allMatch(c -> c == '=' || c == ' ');
  }

  private void name(String name) throws IOException {
    var spellings = name.split("=", 3);
    var kinds = List.of("Alphabetic", "Ideographic", "Phonetic");
    json.open('{');
    for (int n = 0; n < spellings.length; n++) {
      if (!spellings[n].isBlank()) {
        json.name(kinds.get(n)).string(spellings[n].strip());
      }
    }
    json.close('}');
  }

  private static String digits(int tag) {
    return java.util.HexFormat.of().withUpperCase().toHexDigits(tag);
  }
}
