package org.hilum.imaging.reporting.lettering;

import java.nio.ByteBuffer;

/**
 * Which glyph a character has, from the {@code cmap} table of a font (formats 4 and 12).
 *
 * @param font the whole font
 * @param basic offset of a format 4 table, 0 when there is none
 * @param full offset of a format 12 table, 0 when there is none
 */
record CharacterMap(ByteBuffer font, int basic, int full) {

  static CharacterMap of(ByteBuffer font, int cmap) {
    int basic = 0;
    int full = 0;
    int count = font.getShort(cmap + 2) & 0xFFFF;
    for (int n = 0; n < count; n++) {
      int subtable = cmap + font.getInt(cmap + 4 + 8 * n + 4);
      int format = font.getShort(subtable) & 0xFFFF;
      basic = format == 4 ? subtable : basic;
      full = format == 12 ? subtable : full;
    }
    if (basic == 0 && full == 0) {
      throw new IllegalArgumentException("a font with a Unicode character map is needed");
    }
    return new CharacterMap(font, basic, full);
  }

  int glyph(int codePoint) {
    return full != 0 ? inFull(codePoint) : codePoint < 0x10000 ? inBasic(codePoint) : 0;
  }

  private int inFull(int codePoint) {
    int low = 0;
    int high = font.getInt(full + 12) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int group = full + 16 + 12 * middle;
      if (codePoint < font.getInt(group)) {
        high = middle - 1;
      } else if (codePoint > font.getInt(group + 4)) {
        low = middle + 1;
      } else {
        return font.getInt(group + 8) + codePoint - font.getInt(group);
      }
    }
    return 0;
  }

  private int inBasic(int codePoint) {
    int twiceSegments = unsigned(basic + 6);
    int ends = basic + 14;
    int starts = ends + twiceSegments + 2;
    int deltas = starts + twiceSegments;
    int offsets = deltas + twiceSegments;
    for (int at = 0; at < twiceSegments; at += 2) {
      if (codePoint > unsigned(ends + at)) {
        continue;
      }
      if (codePoint < unsigned(starts + at)) {
        return 0;
      }
      int offset = unsigned(offsets + at);
      if (offset == 0) {
        return (codePoint + unsigned(deltas + at)) & 0xFFFF;
      }
      int glyph = unsigned(offsets + at + offset + 2 * (codePoint - unsigned(starts + at)));
      return glyph == 0 ? 0 : (glyph + unsigned(deltas + at)) & 0xFFFF;
    }
    return 0;
  }

  private int unsigned(int offset) {
    return font.getShort(offset) & 0xFFFF;
  }
}
