package org.hilum.imaging.reporting.lettering;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A small TrueType font that holds only some characters of a large one.
 *
 * <p>Why: a PDF library that opens a Chinese font of ten megabytes to show eighty characters spends
 * most of a page's time there.
 *
 * <p>Source: ISO/IEC 14496-22, tables as in {@link TypeFace}; cmap format 12.
 */
final class FaceSubset {

  private static final int CHECKSUM_OF_A_FONT = 0xB1B0AFBA;

  private final TypeFace face;
  private final String name;

  /** Glyphs of the large font in the order of the small one; a composite's parts follow it. */
  private final List<Integer> glyphs = new ArrayList<>();

  private final SortedMap<Integer, Integer> numbers = new TreeMap<>();

  private FaceSubset(TypeFace face, String name) {
    this.face = face;
    this.name = name;
  }

  /** The font file; characters the large font does not have are left out. */
  static byte[] of(TypeFace face, String name, Iterable<Integer> codePoints) {
    var subset = new FaceSubset(face, name);
    subset.number(0);
    var characters = new TreeMap<Integer, Integer>();
    for (int codePoint : codePoints) {
      int glyph = face.glyph(codePoint);
      if (glyph != 0) {
        characters.put(codePoint, subset.number(glyph));
      }
    }
    return subset.file(characters);
  }

  private int number(int glyph) {
    var known = numbers.get(glyph);
    if (known != null) {
      return known;
    }
    numbers.put(glyph, glyphs.size());
    glyphs.add(glyph);
    return glyphs.size() - 1;
  }

  private byte[] file(SortedMap<Integer, Integer> characters) {
    var glyf = new ByteArrayOutputStream();
    var offsets = new ArrayList<Integer>();
    for (int n = 0; n < glyphs.size(); n++) {
      offsets.add(glyf.size());
      glyf.writeBytes(renumbered(glyphs.get(n)));
    }
    offsets.add(glyf.size());
    var tables = new TreeMap<String, byte[]>();
    tables.put("OS/2", copy("OS/2"));
    tables.put("cmap", cmap(characters));
    tables.put("glyf", glyf.toByteArray());
    tables.put("head", head());
    tables.put("hhea", withCount("hhea", 34));
    tables.put("hmtx", hmtx());
    tables.put("loca", written(out -> writeAll(out, offsets)));
    tables.put("maxp", withCount("maxp", 4));
    tables.put("name", nameTable());
    tables.put("post", post());
    return assembled(tables);
  }

  /** A glyph's description, padded to four bytes, with the new numbers of its parts. */
  private byte[] renumbered(int glyph) {
    var description = face.description(glyph);
    var bytes = new byte[(description.remaining() + 3) / 4 * 4];
    description.get(bytes, 0, description.remaining());
    var copy = ByteBuffer.wrap(bytes);
    if (bytes.length > 0 && copy.getShort(0) < 0) {
      for (var part : GlyphPart.of(copy)) {
        copy.putShort(part.numberAt(), (short) number(part.glyph()));
      }
    }
    return bytes;
  }

  private byte[] copy(String tag) {
    var table = face.bytes(face.table(tag));
    var bytes = new byte[table.remaining()];
    table.get(bytes);
    return bytes;
  }

  private byte[] withCount(String tag, int at) {
    var bytes = copy(tag);
    ByteBuffer.wrap(bytes).putShort(at, (short) glyphs.size());
    return bytes;
  }

  private byte[] head() {
    var bytes = copy("head");
    ByteBuffer.wrap(bytes).putInt(8, 0).putShort(50, (short) 1);
    return bytes;
  }

  private byte[] hmtx() {
    return written(
        out -> {
          for (int glyph : glyphs) {
            out.writeShort(face.advance(glyph));
            out.writeShort(face.leftSideBearing(glyph));
          }
        });
  }

  /** Unicode, full repertoire: platform 3, encoding 10, format 12, one group a character. */
  private static byte[] cmap(SortedMap<Integer, Integer> characters) {
    return written(
        out -> {
          out.writeShort(0);
          out.writeShort(1);
          out.writeShort(3);
          out.writeShort(10);
          out.writeInt(12);
          out.writeShort(12);
          out.writeShort(0);
          out.writeInt(16 + 12 * characters.size());
          out.writeInt(0);
          out.writeInt(characters.size());
          for (var entry : characters.entrySet()) {
            out.writeInt(entry.getKey());
            out.writeInt(entry.getKey());
            out.writeInt(entry.getValue());
          }
        });
  }

  /** Only the PostScript name (name 6), for Windows and in Unicode. */
  private byte[] nameTable() {
    var text = name.getBytes(StandardCharsets.UTF_16BE);
    return written(
        out -> {
          out.writeShort(0);
          out.writeShort(1);
          out.writeShort(18);
          out.writeShort(3);
          out.writeShort(1);
          out.writeShort(0x409);
          out.writeShort(6);
          out.writeShort(text.length);
          out.writeShort(0);
          out.write(text);
        });
  }

  /**
   * Format 3: no glyph names; the first 32 bytes keep slope and underline. Four more, because
   * readers take a table that ends the file for a broken one.
   */
  private byte[] post() {
    var bytes = Arrays.copyOf(Arrays.copyOf(copy("post"), 32), 36);
    ByteBuffer.wrap(bytes).putInt(0, 0x00030000);
    return bytes;
  }

  private static byte[] assembled(SortedMap<String, byte[]> tables) {
    int count = tables.size();
    int power = Integer.highestOneBit(count);
    var file =
        written(
            out -> {
              out.writeInt(0x00010000);
              out.writeShort(count);
              out.writeShort(16 * power);
              out.writeShort(Integer.numberOfTrailingZeros(power));
              out.writeShort(16 * (count - power));
              int offset = 12 + 16 * count;
              for (var table : tables.entrySet()) {
                out.writeBytes(table.getKey());
                out.writeInt(checksum(table.getValue()));
                out.writeInt(offset);
                out.writeInt(table.getValue().length);
                offset += (table.getValue().length + 3) / 4 * 4;
              }
              for (var table : tables.values()) {
                out.write(Arrays.copyOf(table, (table.length + 3) / 4 * 4));
              }
            });
    int head = 12 + 16 * count;
    for (var table : tables.headMap("head").values()) {
      head += (table.length + 3) / 4 * 4;
    }
    ByteBuffer.wrap(file).putInt(head + 8, CHECKSUM_OF_A_FONT - checksum(file));
    return file;
  }

  private static int checksum(byte[] bytes) {
    var words = ByteBuffer.wrap(Arrays.copyOf(bytes, (bytes.length + 3) / 4 * 4));
    int sum = 0;
    while (words.hasRemaining()) {
      sum += words.getInt();
    }
    return sum;
  }

  private static void writeAll(DataOutputStream out, List<Integer> values) throws IOException {
    for (int value : values) {
      out.writeInt(value);
    }
  }

  /** Writes big-endian words. */
  private interface Words {
    void writeTo(DataOutputStream out) throws IOException;
  }

  private static byte[] written(Words words) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      words.writeTo(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory", impossible);
    }
    return bytes.toByteArray();
  }
}
