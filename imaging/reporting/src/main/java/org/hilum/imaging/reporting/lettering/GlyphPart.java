package org.hilum.imaging.reporting.lettering;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a composite glyph: another glyph, put in its place (ISO/IEC 14496-22, 5.3.3).
 *
 * @param glyph number of the other glyph
 * @param numberAt where in the description that number stands
 */
record GlyphPart(
    int glyph, int numberAt, double a, double b, double c, double d, double dx, double dy) {

  private static final int WORDS = 0x0001;
  private static final int OFFSETS = 0x0002;
  private static final int SCALE = 0x0008;
  private static final int MORE = 0x0020;
  private static final int TWO_SCALES = 0x0040;
  private static final int MATRIX = 0x0080;

  /** A fixed-point number of 2.14 bits. */
  private static final double F2DOT14 = 1.0 / (1 << 14);

  static List<GlyphPart> of(ByteBuffer description) {
    var parts = new ArrayList<GlyphPart>();
    var in = description.duplicate().position(10);
    int flags;
    do {
      flags = in.getShort();
      int numberAt = in.position();
      int glyph = in.getShort() & 0xFFFF;
      int first = (flags & WORDS) != 0 ? in.getShort() : in.get();
      int second = (flags & WORDS) != 0 ? in.getShort() : in.get();
      boolean offsets = (flags & OFFSETS) != 0;
      double[] matrix = matrix(in, flags);
      parts.add(
          new GlyphPart(
              glyph,
              numberAt,
              matrix[0],
              matrix[1],
              matrix[2],
              matrix[3],
              offsets ? first : 0,
              offsets ? second : 0));
    } while ((flags & MORE) != 0);
    return parts;
  }

  private static double[] matrix(ByteBuffer in, int flags) {
    if ((flags & MATRIX) != 0) {
      return new double[] {fixed(in), fixed(in), fixed(in), fixed(in)};
    }
    if ((flags & TWO_SCALES) != 0) {
      return new double[] {fixed(in), 0, 0, fixed(in)};
    }
    double scale = (flags & SCALE) != 0 ? fixed(in) : 1;
    return new double[] {scale, 0, 0, scale};
  }

  private static double fixed(ByteBuffer in) {
    return in.getShort() * F2DOT14;
  }

  /** This part's transform, followed by that of the whole. */
  double[] placedIn(double[] whole) {
    return new double[] {
      whole[0] * a + whole[2] * b,
      whole[1] * a + whole[3] * b,
      whole[0] * c + whole[2] * d,
      whole[1] * c + whole[3] * d,
      whole[0] * dx + whole[2] * dy + whole[4],
      whole[1] * dx + whole[3] * dy + whole[5]
    };
  }
}
