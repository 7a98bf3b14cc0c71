package org.hilum.imaging.reporting.lettering;

import java.awt.geom.Path2D;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which outline and width each character has in one TrueType font.
 *
 * <p>In: a font with quadratic outlines ({@code glyf}). Tables are read where they lie, so opening
 * a font of ten megabytes costs no more than reading it.
 *
 * <p>Source: ISO/IEC 14496-22 (OpenType), tables cmap, glyf, head, hhea, hmtx, loca, maxp.
 *
 * <p>Limits: no kerning, no ligatures, no right-to-left or stacked scripts.
 */
final class TypeFace {

  private static final int TABLE_RECORDS = 12;
  private static final int TABLE_RECORD_LENGTH = 16;

  private final ByteBuffer font;
  private final Map<String, Table> tables = new TreeMap<>();
  private final CharacterMap characters;
  private final int unitsPerEm;
  private final boolean longOffsets;
  private final int advances;

  /** Where a table lies in the font. */
  record Table(int offset, int length) {}

  private TypeFace(ByteBuffer font) {
    this.font = font;
    int count = font.getShort(4) & 0xFFFF;
    for (int n = 0; n < count; n++) {
      int record = TABLE_RECORDS + n * TABLE_RECORD_LENGTH;
      var tag = new StringBuilder();
      for (int letter = 0; letter < 4; letter++) {
        tag.append((char) font.get(record + letter));
      }
      tables.put(tag.toString(), new Table(font.getInt(record + 8), font.getInt(record + 12)));
    }
    unitsPerEm = unsignedShort(table("head").offset() + 18);
    longOffsets = font.getShort(table("head").offset() + 50) != 0;
    advances = unsignedShort(table("hhea").offset() + 34);
    characters = CharacterMap.of(font, table("cmap").offset());
  }

  /** The font in these bytes, which are not changed afterwards. */
  static TypeFace of(byte[] bytes) {
    return new TypeFace(ByteBuffer.wrap(bytes));
  }

  Table table(String tag) {
    var table = tables.get(tag);
    if (table == null) {
      throw new IllegalArgumentException("a TrueType font with outlines has a table " + tag);
    }
    return table;
  }

  ByteBuffer bytes(Table table) {
    return font.slice(table.offset(), table.length());
  }

  int unitsPerEm() {
    return unitsPerEm;
  }

  /** Number of the glyph of a character; 0 when the font does not have it. */
  int glyph(int codePoint) {
    return characters.glyph(codePoint);
  }

  /** Width of a glyph in units of the em. */
  int advance(int glyph) {
    return unsignedShort(table("hmtx").offset() + 4 * Math.min(glyph, advances - 1));
  }

  /** Left side bearing of a glyph in units of the em. */
  int leftSideBearing(int glyph) {
    int hmtx = table("hmtx").offset();
    return glyph < advances
        ? font.getShort(hmtx + 4 * glyph + 2)
        : font.getShort(hmtx + 4 * advances + 2 * (glyph - advances));
  }

  /** The description of a glyph as the font holds it; empty for a blank. */
  ByteBuffer description(int glyph) {
    int loca = table("loca").offset();
    int start = longOffsets ? font.getInt(loca + 4 * glyph) : 2 * unsignedShort(loca + 2 * glyph);
    int end =
        longOffsets ? font.getInt(loca + 4 * glyph + 4) : 2 * unsignedShort(loca + 2 * glyph + 2);
    return font.slice(table("glyf").offset() + start, end - start);
  }

  /** Adds the outline of a glyph to a path; y grows downwards, as on a screen. */
  void outline(int glyph, double x, double baseline, double size, Path2D path) {
    double scale = size / unitsPerEm;
    new GlyphOutline(this, path).add(glyph, new double[] {scale, 0, 0, -scale, x, baseline}, 0);
  }

  private int unsignedShort(int offset) {
    return font.getShort(offset) & 0xFFFF;
  }
}
