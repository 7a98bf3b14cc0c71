package org.hilum.imaging.reporting.overlay;

import java.awt.Color;
import org.hilum.imaging.vocabulary.OpacityKind;

/**
 * Which colour means what, in pictures and on pages.
 *
 * <p>Source: green, blue, orange, yellow and reddish purple of Okabe and Ito, Color Universal
 * Design (2008), told apart by readers with any colour vision; consolidation is also drawn thicker.
 */
public final class Palette {

  /** Outline of the lungs. */
  public static final Color LUNG = new Color(0x00B484);

  /** Line where two lobes meet. */
  public static final Color FISSURE = new Color(0xCC79A7);

  /** The one accent of the pages. */
  public static final Color ACCENT = new Color(0x0B5C7A);

  /** Letters on a page. */
  public static final Color INK = new Color(0x1C2429);

  /** Lesser letters on a page. */
  public static final Color QUIET = new Color(0x5E6B73);

  /** Rules on a page. */
  public static final Color RULE = new Color(0xCBD3D8);

  private static final Color SKY_BLUE = new Color(0x56B4E9);
  private static final Color ORANGE = new Color(0xE69F00);
  private static final Color YELLOW = new Color(0xF0E442);

  /** Opacity that was not there before. */
  public static final Color APPEARED = new Color(0xFF6A3D);

  /** Opacity that is there no more. */
  public static final Color GONE = new Color(0x3D9BFF);

  /** Opacity that is where it was. */
  public static final Color STAYED = new Color(0xF0E442);

  /**
   * Told apart on grey and on paper; after the last they begin anew, and numbers tell them apart.
   */
  private static final Color[] IDENTITIES = {
    SKY_BLUE,
    ORANGE,
    new Color(0xD55E9A),
    new Color(0x8C7BFF),
    new Color(0xE8553A),
    new Color(0xC9B400),
    new Color(0x7AC74F),
    new Color(0xB88A5A)
  };

  private Palette() {}

  /** Outline of a followed lesion: one colour for life. */
  public static Color ofIdentity(int identity) {
    return IDENTITIES[Math.floorMod(identity - 1, IDENTITIES.length)];
  }

  /** Outline of a kind of opacity. */
  public static Color of(OpacityKind kind) {
    return switch (kind) {
      case GROUND_GLASS -> SKY_BLUE;
      case CONSOLIDATION -> ORANGE;
      case UNDETERMINED -> YELLOW;
    };
  }

  /** A colour as style sheets write it. */
  public static String hex(Color colour) {
    return "#%06x".formatted(colour.getRGB() & 0xFFFFFF);
  }
}
