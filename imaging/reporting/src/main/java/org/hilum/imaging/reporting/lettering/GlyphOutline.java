package org.hilum.imaging.reporting.lettering;

import java.awt.geom.Path2D;
import java.nio.ByteBuffer;

/** Turns glyph descriptions of a font into a path (ISO/IEC 14496-22, 5.3.3 {@code glyf}). */
final class GlyphOutline {

  private static final int ON_CURVE = 0x01;
  private static final int X_SHORT = 0x02;
  private static final int Y_SHORT = 0x04;
  private static final int REPEAT = 0x08;
  private static final int X_SAME_OR_POSITIVE = 0x10;
  private static final int Y_SAME_OR_POSITIVE = 0x20;

  /** Deeper nesting than any real font has: a font that refers to itself. */
  private static final int DEEPEST = 6;

  private final TypeFace face;
  private final Path2D path;

  GlyphOutline(TypeFace face, Path2D path) {
    this.face = face;
    this.path = path;
  }

  /**
   * Adds a glyph.
   *
   * @param place six numbers of an affine transform: x' = p0 x + p2 y + p4, y' = p1 x + p3 y + p5
   */
  void add(int glyph, double[] place, int depth) {
    var description = face.description(glyph);
    if (description.remaining() == 0) {
      return;
    }
    int contours = description.getShort(0);
    if (contours >= 0) {
      simple(description, contours, place);
    } else if (depth < DEEPEST) {
      for (var part : GlyphPart.of(description)) {
        add(part.glyph(), part.placedIn(place), depth + 1);
      }
    }
  }

  private void simple(ByteBuffer description, int contours, double[] place) {
    if (contours == 0) {
      return;
    }
    description.position(10);
    var ends = new int[contours];
    for (int n = 0; n < contours; n++) {
      ends[n] = description.getShort() & 0xFFFF;
    }
    int instructions = description.getShort() & 0xFFFF;
    description.position(description.position() + instructions);
    int points = ends[contours - 1] + 1;
    var flags = flags(description, points);
    var xs = coordinates(description, flags, X_SHORT, X_SAME_OR_POSITIVE);
    var ys = coordinates(description, flags, Y_SHORT, Y_SAME_OR_POSITIVE);
    int start = 0;
    for (int end : ends) {
      contour(new Contour(flags, xs, ys, start, end - start + 1, place));
      start = end + 1;
    }
  }

  private static int[] flags(ByteBuffer description, int points) {
    var flags = new int[points];
    for (int n = 0; n < points; n++) {
      flags[n] = description.get();
      if ((flags[n] & REPEAT) != 0) {
        for (int more = description.get() & 0xFF; more > 0 && n + 1 < points; more--) {
          flags[n + 1] = flags[n];
          n++;
        }
      }
    }
    return flags;
  }

  private static int[] coordinates(ByteBuffer description, int[] flags, int isShort, int same) {
    var values = new int[flags.length];
    int value = 0;
    for (int n = 0; n < flags.length; n++) {
      if ((flags[n] & isShort) != 0) {
        int delta = description.get() & 0xFF;
        value += (flags[n] & same) != 0 ? delta : -delta;
      } else if ((flags[n] & same) == 0) {
        value += description.getShort();
      }
      values[n] = value;
    }
    return values;
  }

  /** One closed ring of points, on and off the curve. */
  private record Contour(int[] flags, int[] xs, int[] ys, int start, int length, double[] place) {

    boolean isOn(int n) {
      return (flags[start + Math.floorMod(n, length)] & ON_CURVE) != 0;
    }

    double x(int n) {
      int at = start + Math.floorMod(n, length);
      return place[0] * xs[at] + place[2] * ys[at] + place[4];
    }

    double y(int n) {
      int at = start + Math.floorMod(n, length);
      return place[1] * xs[at] + place[3] * ys[at] + place[5];
    }
  }

  private void contour(Contour ring) {
    if (ring.length() < 2) {
      return;
    }
    int first = 0;
    while (first < ring.length() && !ring.isOn(first)) {
      first++;
    }
    if (first == ring.length()) {
      // No point lies on the curve: begin halfway between the last and the first.
      first = 0;
      path.moveTo((ring.x(-1) + ring.x(0)) / 2, (ring.y(-1) + ring.y(0)) / 2);
      curves(ring, 0, ring.length());
    } else {
      path.moveTo(ring.x(first), ring.y(first));
      curves(ring, first + 1, ring.length());
    }
    path.closePath();
  }

  private void curves(Contour ring, int from, int count) {
    for (int n = from; n < from + count; n++) {
      if (ring.isOn(n)) {
        path.lineTo(ring.x(n), ring.y(n));
        continue;
      }
      boolean nextIsOn = ring.isOn(n + 1);
      double x = nextIsOn ? ring.x(n + 1) : (ring.x(n) + ring.x(n + 1)) / 2;
      double y = nextIsOn ? ring.y(n + 1) : (ring.y(n) + ring.y(n + 1)) / 2;
      path.quadTo(ring.x(n), ring.y(n), x, y);
      n += nextIsOn ? 1 : 0;
    }
  }
}
