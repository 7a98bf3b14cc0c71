package org.hilum.imaging.archive.sql;

import java.util.Optional;
import java.util.OptionalInt;
import org.hilum.imaging.archive.NewInstance;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.MalformedValueException;
import org.hilum.imaging.dicom.Tag;

/**
 * What of a header goes into the index: text as it was sent, shortened where it is longer than any
 * value may be, and nothing where it cannot be read.
 */
final class IndexedHeader {

  /** Longer than every value representation allows that is kept in a column (PS3.5 6.2). */
  private static final int LONGEST = 1024;

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

  private static String storable(String text) {
    var kept = text.codePoints().filter(c -> c >= ' ').limit(LONGEST);
    return kept.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
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

  int frames() {
    return Math.max(1, integer(Tag.NUMBER_OF_FRAMES).orElse(1));
  }

  /** A patient without an ID is one with each study: such patients are never merged. */
  String patientKey() {
    var id = text(Tag.PATIENT_ID);
    return id.isEmpty()
        ? "study:" + instance.studyInstanceUid().value()
        : "id:" + id + "|" + text(Tag.ISSUER_OF_PATIENT_ID);
  }

  /** Every spelling of the name in lower case, its parts parted by single spaces. */
  String foldedName() {
    return NameFold.of(text(Tag.PATIENT_NAME));
  }
}
