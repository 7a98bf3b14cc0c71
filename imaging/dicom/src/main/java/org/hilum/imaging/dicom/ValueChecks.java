package org.hilum.imaging.dicom;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * States where the bytes of a value break its representation (PS3.5 table 6.2-1). Such a value is
 * kept as it is: whoever needs it finds out whether it can be read.
 */
final class ValueChecks {

  private static final int ESCAPE = 0x1B;

  private static final Pattern DATE =
      Pattern.compile("[0-9]{4}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])");

  private static final Pattern TIME =
      Pattern.compile("([01][0-9]|2[0-3])($|:?[0-5][0-9]($|:?([0-5][0-9]|60)))");

  private ValueChecks() {}

  static void check(Element element, CharacterSet characterSet, Deviations deviations) {
    if (!(element.value() instanceof Element.Bytes plain)) {
      return;
    }
    int tag = element.tag();
    var bytes = plain.bytes();
    if ((bytes.length & 1) == 1) {
      deviations.add(DicomReason.LENGTH_ODD, "the value has an odd length", tag);
    }
    if (bytes.length % ByteSwap.numberBytes(element.vr()) != 0) {
      deviations.add(DicomReason.VALUE_LENGTH, "not a whole number of values", tag);
    }
    if (element.vr().isText()) {
      checkText(element, bytes, characterSet, deviations);
    }
  }

  private static void checkText(
      Element element, byte[] bytes, CharacterSet characterSet, Deviations deviations) {
    int end = bytes.length;
    while (end > 0 && (bytes[end - 1] == 0 || bytes[end - 1] == ' ')) {
      end--;
    }
    for (int n = 0; n < end; n++) {
      if (!isAllowed(element.vr(), bytes[n])) {
        deviations.add(
            DicomReason.VALUE_CHARACTERS,
            "characters that " + element.vr() + " does not allow",
            element.tag());
        break;
      }
    }
    if (vr(element, Vr.DA) && !isDate(plainText(bytes, end))
        || vr(element, Vr.TM) && !isTime(plainText(bytes, end))) {
      deviations.add(
          DicomReason.DATE_IMPOSSIBLE, "no calendar or clock has this value", element.tag());
    }
    int longest = ValueRules.longest(element.vr());
    if (end > longest && tooLong(element, characterSet, longest)) {
      deviations.add(
          DicomReason.VALUE_TOO_LONG,
          "longer than the " + longest + " characters of " + element.vr(),
          element.tag());
    }
  }

  private static boolean vr(Element element, Vr vr) {
    return element.vr() == vr;
  }

  private static String plainText(byte[] bytes, int end) {
    return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
  }

  /** Eight digits, or none; the old form with dots and lists are left to whoever reads them. */
  private static boolean isDate(String text) {
    if (text.length() != 8 || text.indexOf('\\') >= 0) {
      return true;
    }
    return DATE.matcher(text).matches();
  }

  private static boolean isTime(String text) {
    return text.isEmpty() || text.indexOf('\\') >= 0 || TIME.matcher(text).lookingAt();
  }

  private static boolean tooLong(Element element, CharacterSet characterSet, int longest) {
    for (var text : Values.texts(element, characterSet)) {
      for (var group : element.vr() == Vr.PN ? text.split("=", -1) : new String[] {text}) {
        if (group.codePointCount(0, group.length()) > longest) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAllowed(Vr vr, byte one) {
    boolean digit = one >= '0' && one <= '9';
    boolean space = one == ' ' || one == '\\';
    return switch (vr) {
      case UI -> digit || one == '.' || one == '\\';
      case IS -> digit || space || one == '+' || one == '-';
      case DS -> digit || space || "+-.eE".indexOf(one) >= 0;
      case DA -> digit || space || one == '.' || one == '-';
      case TM -> digit || space || one == '.' || one == ':' || one == '-';
      case DT -> digit || space || "+-.".indexOf(one) >= 0;
      case AS -> digit || space || "DWMY".indexOf(one) >= 0;
      case CS -> digit || space || one == '_' || one >= 'A' && one <= 'Z';
      default -> one >= 0x20 || one < 0 || isFormat(one);
    };
  }

  private static boolean isFormat(byte one) {
    return one == '\r' || one == '\n' || one == '\f' || one == '\t' || one == ESCAPE;
  }
}
