package org.hilum.imaging.dicom.dictionary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which value representation and keyword a standard data element has.
 *
 * <p>Source: PS3.6, PS3.7, PS3.10, in the resource {@code data-elements.txt}; read once, on first
 * use, in a few milliseconds.
 */
public final class DataDictionary {

  private static final String RESOURCE = "data-elements.txt";
  private static final int TAG_DIGITS = 8;

  /** A family of tags that differ in the digits marked x. */
  private record Repeating(int mask, int value, int line) {}

  /** Loaded when first asked for: the table is not needed to read explicit files of known tags. */
  private static final class Loaded {
    static final DataDictionary DICTIONARY = new DataDictionary(resource());
  }

  private final byte[] text;
  private int[] tags = new int[8192];
  private int[] lines = new int[8192];
  private int count;
  private final List<Repeating> repeating = new ArrayList<>();

  private DataDictionary(byte[] text) {
    this.text = text;
    for (int line = 0; line < text.length; line = endOfLine(line) + 1) {
      if (text[line] != '#') {
        take(line);
      }
    }
    tags = Arrays.copyOf(tags, count);
    lines = Arrays.copyOf(lines, count);
  }

  /** The standard's registry. */
  public static DataDictionary standard() {
    return Loaded.DICTIONARY;
  }

  /**
   * Two letters of the value representation; {@code xs} US or SS, {@code xw} US, SS or OW, {@code
   * ox} OB or OW; empty when the standard does not know the tag.
   */
  public Optional<String> representation(int tag) {
    int line = lineOf(tag);
    return line < 0 ? Optional.empty() : Optional.of(slice(line + TAG_DIGITS + 1, 2));
  }

  /** The keyword; empty when the standard does not know the tag. */
  public Optional<String> keyword(int tag) {
    int line = lineOf(tag);
    if (line < 0) {
      return Optional.empty();
    }
    int start = line + TAG_DIGITS + 4;
    int length = endOfLine(line) - start;
    return length <= 0 ? Optional.empty() : Optional.of(slice(start, length));
  }

  private int lineOf(int tag) {
    int at = Arrays.binarySearch(tags, tag ^ Integer.MIN_VALUE);
    if (at >= 0) {
      return lines[at];
    }
    for (var family : repeating) {
      if ((tag & family.mask) == family.value) {
        return family.line;
      }
    }
    return -1;
  }

  /** The file is in ascending order of unsigned tags; the sign bit is turned to search it. */
  private void take(int line) {
    int mask = 0;
    int value = 0;
    for (int n = 0; n < TAG_DIGITS; n++) {
      int digit = Character.digit(text[line + n], 16);
      mask = mask << 4 | (digit < 0 ? 0 : 0xF);
      value = value << 4 | Math.max(digit, 0);
    }
    if (mask == -1) {
      tags[count] = value ^ Integer.MIN_VALUE;
      lines[count++] = line;
    } else {
      repeating.add(new Repeating(mask, value, line));
    }
  }

  private int endOfLine(int from) {
    int end = from;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    return end;
  }

  private String slice(int from, int length) {
    return new String(text, from, length, StandardCharsets.US_ASCII);
  }

  private static byte[] resource() {
    try (var stream = DataDictionary.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("the dictionary is missing from this build: " + RESOURCE);
      }
      return stream.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
