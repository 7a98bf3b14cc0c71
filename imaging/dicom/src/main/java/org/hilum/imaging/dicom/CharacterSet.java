package org.hilum.imaging.dicom;

import java.util.List;
import org.hilum.imaging.dicom.text.TextCodec;

/**
 * How the bytes of text values are read: the defined terms of Specific Character Set (0008,0005).
 *
 * <p>Source: PS3.3 C.12.1.1.2: ISO 8859, JIS X 0201/0208/0212, KS X 1001, GB 2312, TIS 620 with and
 * without code extensions, UTF-8, GB18030, GBK. <br>
 * Limits: writes UTF-8, GB18030, GBK and single-byte sets, no code extensions.
 *
 * @param definedTerms as written in the data set; empty for the default repertoire
 */
public record CharacterSet(List<String> definedTerms) {

  /** Unicode in UTF-8, which every object written here declares. */
  public static final CharacterSet UTF_8 = new CharacterSet(List.of("ISO_IR 192"));

  /** The default repertoire, ISO 646. */
  public static final CharacterSet DEFAULT = new CharacterSet(List.of());

  public CharacterSet {
    definedTerms = List.copyOf(definedTerms);
  }

  /** Text of the bytes of a value. */
  public String decode(byte[] bytes) {
    return decode(bytes, Vr.LO);
  }

  /** Text of the bytes of a value, whose representation says which characters delimit it. */
  public String decode(byte[] bytes, Vr vr) {
    var delimiters =
        switch (vr) {
          case PN -> "\\^=";
          case LT, ST, UT -> "";
          default -> "\\";
        };
    return TextCodec.of(definedTerms).decode(bytes, delimiters);
  }

  /** Bytes of a text; refuses, as a fault, characters that the set has not. */
  public byte[] encode(String text) {
    return TextCodec.of(definedTerms).encode(text);
  }

  /** Whether all defined terms are known; unknown ones are read as Latin-1. */
  public boolean isKnown() {
    return TextCodec.of(definedTerms).isKnown();
  }

  /** Whether text in this set should be plain ASCII. */
  boolean isDefaultRepertoire() {
    return definedTerms.stream().allMatch(term -> term.isEmpty() || term.equals("ISO_IR 6"));
  }
}
