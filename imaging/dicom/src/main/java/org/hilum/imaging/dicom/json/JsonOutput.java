package org.hilum.imaging.dicom.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * JSON as it is written, in UTF-8 (RFC 8259): commas are put by themselves.
 *
 * <p>Limits: trusts its caller to open and close in order.
 */
public final class JsonOutput {

  private static final int BUFFER = 16 * 1024;
  private static final int BASE64_PIECE = 3 * 4096;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int REPLACEMENT = 0xFFFD;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private int filled;
  private boolean needsComma;

  public JsonOutput(OutputStream out) {
    this.out = out;
  }

  /** Opens an object or array: a brace or bracket. */
  public JsonOutput open(char bracket) throws IOException {
    comma();
    put(bracket);
    needsComma = false;
    return this;
  }

  /** Closes it. */
  public JsonOutput close(char bracket) throws IOException {
    put(bracket);
    needsComma = true;
    return this;
  }

  /** Begins a member of an object. */
  public JsonOutput name(String name) throws IOException {
    string(name);
    put(':');
    needsComma = false;
    return this;
  }

  /** A text; what is no character becomes U+FFFD. */
  public JsonOutput string(String text) throws IOException {
    comma();
    put('"');
    for (int n = 0; n < text.length(); ) {
      int c = text.codePointAt(n);
      character(c);
      n += Character.charCount(c);
    }
    put('"');
    needsComma = true;
    return this;
  }

  /** A number, {@code null}, {@code true}: as it is to stand there. */
  public JsonOutput literal(String literal) throws IOException {
    comma();
    for (int n = 0; n < literal.length(); n++) {
      put(literal.charAt(n));
    }
    needsComma = true;
    return this;
  }

  /** Bytes as a text in base64. */
  public JsonOutput base64(byte[] bytes) throws IOException {
    comma();
    put('"');
    var encoder = Base64.getEncoder();
    for (int at = 0; at < bytes.length; at += BASE64_PIECE) {
      int end = Math.min(bytes.length, at + BASE64_PIECE);
      for (byte each : encoder.encode(java.util.Arrays.copyOfRange(bytes, at, end))) {
        put(each);
      }
    }
    put('"');
    needsComma = true;
    return this;
  }

  /** Hands on what was held back. */
  public void flush() throws IOException {
    out.write(buffer, 0, filled);
    filled = 0;
    out.flush();
  }

  private void comma() throws IOException {
    if (needsComma) {
      put(',');
    }
  }

  private void character(int c) throws IOException {
    switch (c) {
      case '"', '\\' -> {
        put('\\');
        put(c);
      }
      case '\n' -> escaped('n');
      case '\r' -> escaped('r');
      case '\t' -> escaped('t');
      default -> {
        if (c < ' ') {
          control(c);
        } else {
          utf8(c);
        }
      }
    }
  }

  private void escaped(char letter) throws IOException {
    put('\\');
    put(letter);
  }

  private void control(int c) throws IOException {
    literalBytes("\\u00");
    put(HEX[c >> 4]);
    put(HEX[c & 0xF]);
  }

  private void literalBytes(String ascii) throws IOException {
    for (int n = 0; n < ascii.length(); n++) {
      put(ascii.charAt(n));
    }
  }

  private void utf8(int point) throws IOException {
    int c = point >= 0xD800 && point <= 0xDFFF ? REPLACEMENT : point;
    if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xC0 | c >> 6);
      put(0x80 | c & 0x3F);
    } else if (c < 0x10000) {
      put(0xE0 | c >> 12);
      put(0x80 | c >> 6 & 0x3F);
      put(0x80 | c & 0x3F);
    } else {
      put(0xF0 | c >> 18);
      put(0x80 | c >> 12 & 0x3F);
      put(0x80 | c >> 6 & 0x3F);
      put(0x80 | c & 0x3F);
    }
  }

  private void put(int octet) throws IOException {
    if (filled == BUFFER) {
      out.write(buffer, 0, filled);
      filled = 0;
    }
    buffer[filled++] = (byte) octet;
  }
}
