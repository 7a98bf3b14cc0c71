package org.hilum.epidemic.bulletin.pdf;

import java.awt.Color;
import java.util.Optional;
import org.hilum.epidemic.bulletin.chart.Style;

/**
 * How a shape is printed; tints are mixed with paper white, as an archive's file knows no
 * transparency.
 *
 * @param width of the line, in units of the picture
 */
record Ink(
    Optional<Color> fill, Optional<Color> line, float width, boolean isDashed, boolean isOutlined) {

  private static final Color ACCENT = new Color(0x005a94);
  private static final Color QUIET = new Color(0x5a6772);
  private static final Color RULE = new Color(0xd4dbe1);
  private static final Color BAR = new Color(0x9fb0be);

  private static Ink filled(int colour) {
    return new Ink(Optional.of(new Color(colour)), Optional.empty(), 0, false, false);
  }

  private static Ink line(Color colour, float width, boolean isDashed) {
    return new Ink(Optional.empty(), Optional.of(colour), width, isDashed, true);
  }

  /** The end of a line, or a median. */
  static Ink dot(Style style) {
    return style == Style.MEDIAN || style == Style.TREND
        ? new Ink(Optional.of(ACCENT), Optional.of(Color.WHITE), 0.8f, false, true)
        : of(style);
  }

  static Ink of(Style style) {
    return switch (style) {
      case GRID -> line(RULE, 0.7f, false);
      case AXIS -> line(QUIET, 1, false);
      case NOW, TARGET -> line(QUIET, 1, true);
      case COUNTED -> filled(0x9fb0be);
      case TAKEN_BACK -> line(new Color(0xc26a00), 1.1f, false);
      case PARTLY_COUNTED ->
          new Ink(Optional.of(new Color(0xdde4e9)), Optional.of(BAR), 1, true, true);
      case MEAN -> line(new Color(0x10181f), 1.5f, false);
      case BAND_95 -> filled(0xcfe0ec);
      case BAND_50 -> filled(0x85b2d1);
      case MEDIAN, TREND -> line(ACCENT, 2, false);
      case HEAT_0 -> filled(0xe3eef7);
      case HEAT_1 -> filled(0xb9d6ec);
      case HEAT_2 -> filled(0x7fb3db);
      case HEAT_3 -> filled(0x3b82b8);
      case HEAT_4 -> filled(0x0b4f80);
      case FALL_2 -> filled(0x11736c);
      case FALL_1 -> filled(0x8fd0c8);
      case LEVEL -> filled(0xdfe4e8);
      case RISE_1 -> filled(0xf3b37c);
      case RISE_2 -> filled(0xb3460a);
      case NO_VALUE -> new Ink(Optional.of(new Color(0xf2f4f6)), Optional.of(RULE), 1, false, true);
      case LABEL, STRONG_LABEL, DARK_TILE_LABEL, LIGHT_TILE_LABEL -> line(QUIET, 1, false);
    };
  }
}
