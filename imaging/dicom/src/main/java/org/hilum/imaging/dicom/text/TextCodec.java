package org.hilum.imaging.dicom.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Between bytes and Unicode for the defined terms of one data set.
 *
 * <p>Source: PS3.3 C.12.1.1.2, PS3.5 6.1.
 */
public final class TextCodec {

  private static final Pattern REGISTRATION = Pattern.compile(".*IR[ _-]?([0-9]+)$");

  private final List<String> terms;
  private final Optional<Charset> whole;

  private TextCodec(List<String> terms) {
    this.terms = terms.stream().map(term -> term.strip().toUpperCase(Locale.ROOT)).toList();
    this.whole = this.terms.stream().flatMap(term -> wholeCharset(term).stream()).findFirst();
  }

  public static TextCodec of(List<String> definedTerms) {
    return new TextCodec(definedTerms);
  }

  /** Whether every defined term is known. */
  public boolean isKnown() {
    return terms.stream()
        .allMatch(
            term ->
                term.isEmpty() || wholeCharset(term).isPresent() || graphicSet(term).isPresent());
  }

  /**
   * The text of bytes.
   *
   * @param delimiters characters after which the first defined term holds again
   */
  public String decode(byte[] bytes, String delimiters) {
    if (isAscii(bytes)) {
      return new String(bytes, StandardCharsets.US_ASCII);
    }
    return whole
        .map(charset -> new String(bytes, charset))
        .orElseGet(() -> new CodeExtensionDecoder(bytes, initial(), delimiters).decode());
  }

  /** The bytes of a text; refuses, as a fault, characters that the first defined term has not. */
  public byte[] encode(String text) {
    var charset = whole.orElseGet(this::firstCharset);
    try {
      var encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
      var bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException unmappable) {
      throw new IllegalArgumentException("the character set has not all characters", unmappable);
    }
  }

  /** Whether bytes are text in a character set, without a single error. */
  static boolean isStrictly(Charset charset, byte[] bytes) {
    try {
      charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  private CodeExtensionDecoder.InitialSets initial() {
    var first = terms.stream().findFirst().flatMap(TextCodec::graphicSet);
    var assumed =
        terms.stream()
            .flatMap(term -> graphicSet(term).stream())
            .filter(set -> set.isMultiByte() && set.isUpperHalf())
            .findFirst();
    return new CodeExtensionDecoder.InitialSets(
        GraphicSet.ASCII, first.filter(set -> set.isUpperHalf() && !set.isMultiByte()), assumed);
  }

  private Charset firstCharset() {
    return terms.stream()
        .findFirst()
        .flatMap(TextCodec::graphicSet)
        .filter(set -> !set.isMultiByte())
        .map(GraphicSet::charset)
        .orElse(StandardCharsets.US_ASCII);
  }

  /** A character set that needs no code extensions, or has none. */
  private static Optional<Charset> wholeCharset(String term) {
    return switch (term) {
      case "ISO_IR 192", "ISO-IR 192", "ISO IR 192", "UTF-8", "UTF8" ->
          Optional.of(StandardCharsets.UTF_8);
      case "GB18030", "GB2312" -> Optional.of(Charset.forName("GB18030"));
      case "GBK" -> Optional.of(Charset.forName("GBK"));
      default -> Optional.empty();
    };
  }

  private static Optional<GraphicSet> graphicSet(String term) {
    var matcher = REGISTRATION.matcher(term);
    return matcher.matches() ? GraphicSet.registered(matcher.group(1)) : Optional.empty();
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte one : bytes) {
      if (one < 0 || one == 0x1B) {
        return false;
      }
    }
    return true;
  }
}
