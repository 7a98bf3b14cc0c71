package org.hilum.imaging.archive.sql;

import java.util.Optional;
import java.util.OptionalInt;
import org.hilum.imaging.archive.NewInstance;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.MalformedValueException;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.jspecify.annotations.Nullable;

/**
 * What of a header goes into the index: text as it was sent, shortened where it is longer than any
 * value may be, and nothing where it cannot be read.
 */
final class IndexedHeader {

  /**
   * Characters of one column: more than a name in three spellings may have (PS3.5 6.2), and few
   * enough that two such columns fit into a row of an index.
   */
  private static final int LONGEST = 256;

  private final NewInstance instance;
  private final DataSet header;

  IndexedHeader(NewInstance instance) {
    this.instance = instance;
    this.header = instance.header();
  }

  /** Text of an attribute; empty when there is none. */
  String text(int tag) {
    return readable(tag).map(IndexedHeader::storable).orElse("");
  }

  private Optional<String> readable(int tag) {
    try {
      var all = header.texts(tag);
      return all.isEmpty() ? Optional.empty() : Optional.of(String.join("\\", all).strip());
    } catch (MalformedValueException unreadable) {
      return Optional.empty();
    }
  }

  /** What a column can hold of a text: no control characters, no halves of characters. */
  static String storable(String text) {
    return text.codePoints()
        .filter(c -> c >= ' ' && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
        .limit(LONGEST)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** A whole number; empty when there is none or it cannot be read. */
  OptionalInt integer(int tag) {
    try {
      return header.integer(tag);
    } catch (MalformedValueException unreadable) {
      return OptionalInt.empty();
    }
  }

  /** The same, for a column that may be without a value. */
  @Nullable Integer integerOrNull(int tag) {
    var value = integer(tag);
    return value.isPresent() ? Integer.valueOf(value.getAsInt()) : null;
  }

  int frames() {
    return Math.max(1, integer(Tag.NUMBER_OF_FRAMES).orElse(1));
  }

  /** A patient without an ID is one with each study: such patients are never merged. */
  String patientKey() {
    return text(Tag.PATIENT_ID).isEmpty()
        ? "study:" + instance.studyInstanceUid().value()
        : "id:" + exactly(Tag.PATIENT_ID) + "|" + exactly(Tag.ISSUER_OF_PATIENT_ID);
  }

  /** Different for any two values, also where a column holds the same of both. */
  private String exactly(int tag) {
    var sent = readable(tag).orElse("");
    var kept = storable(sent);
    var exact = kept.equals(sent) ? kept : kept + "#" + Uid.derived(sent).value();
    return exact.replace("\\", "\\\\").replace("|", "\\|");
  }

  /** Every spelling of the name in lower case, its parts parted by single spaces. */
  String foldedName() {
    return NameFold.of(text(Tag.PATIENT_NAME));
  }
}
