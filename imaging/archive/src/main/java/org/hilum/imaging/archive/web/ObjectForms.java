package org.hilum.imaging.archive.web;

import java.util.List;
import java.util.Optional;
import org.hilum.imaging.archive.ArchivedInstance;
import org.hilum.imaging.dicom.PlainObject;
import org.hilum.imaging.dicom.TransferSyntax;
import org.springframework.http.MediaType;

/**
 * In which form whole objects go out (PS3.18 8.7.3.5.2): as they are kept, or made plain.
 *
 * @param isMultipart whether parts follow each other, or there is one object alone
 * @param syntaxes transfer syntaxes the client takes, in its order; empty for the standard's
 *     default, Explicit VR Little Endian
 */
record ObjectForms(boolean isMultipart, List<String> syntaxes) {

  private static final String AS_KEPT = "*";
  private static final String PLAIN = TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();
  private static final MediaType DICOM = MediaType.parseMediaType("application/dicom");

  ObjectForms {
    syntaxes = List.copyOf(syntaxes);
  }

  /** Reads what the client takes, where one object was asked for or all of a series or study. */
  static ObjectForms of(Accepted accepted, boolean isOne) {
    var fitting = accepted.types().stream().filter(type -> fits(type, isOne)).toList();
    if (fitting.isEmpty()) {
      throw DicomWebException.notAcceptable(
          "objects go out as multipart/related; type=\"application/dicom\""
              + (isOne ? ", or as application/dicom" : ""));
    }
    boolean isMultipart = isParts(fitting.getFirst());
    var syntaxes =
        fitting.stream()
            .filter(type -> isParts(type) == isMultipart)
            .map(Accepted::transferSyntax)
            .toList();
    return new ObjectForms(isMultipart, syntaxes);
  }

  private static boolean fits(MediaType type, boolean isOne) {
    return Accepted.inner(type).includes(DICOM) && (isParts(type) || isOne);
  }

  /** One that takes anything gets parts, as the standard has it. */
  private static boolean isParts(MediaType type) {
    return Accepted.isMultipart(type) || type.isWildcardType();
  }

  /** What becomes of an object. */
  enum Form {
    AS_KEPT,
    PLAIN_OR_AS_KEPT,
    PLAIN
  }

  /** The form of an object; empty when the client takes none that can be made. */
  Optional<Form> of(ArchivedInstance instance) {
    var kept = instance.transferSyntax();
    for (var syntax : syntaxes) {
      if (syntax.equals(AS_KEPT) || syntax.equals(kept)) {
        return Optional.of(Form.AS_KEPT);
      }
      if (syntax.isEmpty()) {
        return Optional.of(kept.equals(PLAIN) ? Form.AS_KEPT : Form.PLAIN_OR_AS_KEPT);
      }
      if (syntax.equals(PLAIN) && PlainObject.isPossible(kept)) {
        return Optional.of(isMultipart ? Form.PLAIN_OR_AS_KEPT : Form.PLAIN);
      }
    }
    return Optional.empty();
  }
}
