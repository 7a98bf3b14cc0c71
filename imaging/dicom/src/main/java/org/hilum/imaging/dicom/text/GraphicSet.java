package org.hilum.imaging.dicom.text;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/**
 * The sets of characters that escape sequences call up (PS3.3 tables C.12-3 and C.12-4, PS3.5
 * 6.1.2.5.3).
 */
enum GraphicSet {
  ASCII("6", "(B", 0, 1, "US-ASCII"),
  JIS_ROMAN("14", "(J", 0, 1, "US-ASCII"),
  LATIN_1("100", "-A", 1, 1, "ISO-8859-1"),
  LATIN_2("101", "-B", 1, 1, "ISO-8859-2"),
  LATIN_3("109", "-C", 1, 1, "ISO-8859-3"),
  LATIN_4("110", "-D", 1, 1, "ISO-8859-4"),
  CYRILLIC("144", "-L", 1, 1, "ISO-8859-5"),
  ARABIC("127", "-G", 1, 1, "ISO-8859-6"),
  GREEK("126", "-F", 1, 1, "ISO-8859-7"),
  HEBREW("138", "-H", 1, 1, "ISO-8859-8"),
  LATIN_5("148", "-M", 1, 1, "ISO-8859-9"),
  LATIN_9("203", "-b", 1, 1, "ISO-8859-15"),
  THAI("166", "-T", 1, 1, "TIS-620"),
  KATAKANA("13", ")I", 1, 1, "JIS_X0201"),
  JIS_KANJI("87", "$B", 0, 2, "x-JIS0208"),
  JIS_SUPPLEMENT("159", "$(D", 0, 2, "JIS_X0212-1990"),
  KOREAN("149", "$)C", 1, 2, "EUC-KR"),
  SIMPLIFIED_CHINESE("58", "$)A", 1, 2, "GB2312");

  private final String registration;
  private final byte[] escape;
  private final int half;
  private final int width;
  private final Charset charset;

  /**
   * @param registration number in the ISO register, which defined terms name
   * @param escape what follows the escape character
   * @param half 0 for bytes below 80 hex, 1 for those above
   * @param width bytes of a character
   */
  GraphicSet(String registration, String escape, int half, int width, String charset) {
    this.registration = registration;
    this.escape = escape.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    this.half = half;
    this.width = width;
    this.charset = Charset.forName(charset);
  }

  static Optional<GraphicSet> registered(String registration) {
    return Arrays.stream(values()).filter(set -> set.registration.equals(registration)).findFirst();
  }

  /** The set that an escape sequence calls up; {@code at} is the place after the escape. */
  static Optional<GraphicSet> calledAt(byte[] bytes, int at) {
    return Arrays.stream(values())
        .filter(
            set ->
                at + set.escape.length <= bytes.length
                    && Arrays.equals(
                        bytes, at, at + set.escape.length, set.escape, 0, set.escape.length))
        .findFirst();
  }

  int escapeLength() {
    return escape.length;
  }

  boolean isUpperHalf() {
    return half == 1;
  }

  boolean isMultiByte() {
    return width > 1;
  }

  int width() {
    return width;
  }

  Charset charset() {
    return charset;
  }
}
