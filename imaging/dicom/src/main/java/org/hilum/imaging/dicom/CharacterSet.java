package org.hilum.imaging.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How the bytes of text values are read: the defined terms of Specific Character Set (0008,0005).
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
    return new String(bytes, single());
  }

  /** Bytes of a text. */
  public byte[] encode(String text) {
    return text.getBytes(single());
  }

  private Charset single() {
    return definedTerms.contains("ISO_IR 192")
        ? StandardCharsets.UTF_8
        : StandardCharsets.ISO_8859_1;
  }
}
