package org.hilum.imaging.dicom.text;

import java.util.Optional;

/**
 * Reads text in which escape sequences switch between sets of characters (ISO 2022 as PS3.5 6.1.2.5
 * narrows it): what was called up holds to the next delimiter.
 */
final class CodeExtensionDecoder {

  private static final int ESCAPE = 0x1B;

  private final byte[] bytes;
  private final String delimiters;
  private final InitialSets initial;
  private final StringBuilder text = new StringBuilder();
  private GraphicSet lower;
  private Optional<GraphicSet> upper;
  private int at;

  /**
   * The sets that hold at the beginning and after a delimiter.
   *
   * @param lower of bytes below 80 hex
   * @param upper of bytes above; empty when nothing was declared for them
   * @param assumed for bytes above when nothing was called up, though it should have been
   */
  record InitialSets(GraphicSet lower, Optional<GraphicSet> upper, Optional<GraphicSet> assumed) {}

  CodeExtensionDecoder(byte[] bytes, InitialSets initial, String delimiters) {
    this.bytes = bytes;
    this.initial = initial;
    this.delimiters = delimiters;
    this.lower = initial.lower();
    this.upper = initial.upper();
  }

  String decode() {
    while (at < bytes.length) {
      int next = bytes[at] & 0xFF;
      if (next == ESCAPE) {
        escape();
      } else if (next >= 0x80) {
        character(upper.or(initial::assumed).orElse(GraphicSet.LATIN_1), next);
      } else if (next < 0x20 || !lower.isMultiByte()) {
        single((char) next);
      } else {
        character(lower, next);
      }
    }
    return text.toString();
  }

  private void escape() {
    var called = GraphicSet.calledAt(bytes, at + 1);
    if (called.isEmpty()) {
      single((char) ESCAPE);
      return;
    }
    at += 1 + called.get().escapeLength();
    if (called.get().isUpperHalf()) {
      upper = called;
    } else {
      lower = called.get();
    }
  }

  /** A character of the lower, single-byte half, or a control; delimiters bring the start back. */
  private void single(char character) {
    at++;
    text.append(character);
    boolean newLine = character == '\r' || character == '\n' || character == '\f';
    if (newLine || character == '\t' || delimiters.indexOf(character) >= 0) {
      lower = initial.lower();
      upper = initial.upper();
    }
  }

  private void character(GraphicSet set, int first) {
    int width = Math.min(set.width(), bytes.length - at);
    boolean wholePair = width < 2 || (bytes[at + 1] & 0x80) == (first & 0x80);
    int taken = wholePair ? width : 1;
    text.append(new String(bytes, at, taken, set.charset()));
    at += taken;
  }
}
