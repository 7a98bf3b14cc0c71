package org.hilum.imaging.reporting.overlay;

import java.awt.image.BufferedImage;

/**
 * A matched level as colours to lay over its grey picture: how density changed, and where opacity
 * appeared, went or stayed. Transparent outside the later date's lungs.
 */
final class ChangeColours {

  /** Over so much a difference is averaged, mm: noise falls, a small lesion stays. Ours. */
  static final double AVERAGED_MM = 5;

  /** A smaller difference is not drawn, HU: noise and half a voxel of misfit leave less. Ours. */
  static final int LEAST_HU = 60;

  /** From here on the colour is full, HU: more than ground glass adds to air-filled lung. Ours. */
  static final int FULL_HU = 400;

  private static final int DENSER = 0xFF7A1A;
  private static final int LIGHTER = 0x2F8CFF;
  private static final int FAINTEST = 70;
  private static final int FULLEST = 215;
  private static final int EXTENT_ALPHA = 150;

  private ChangeColours() {}

  /** Denser and less dense lung. */
  static BufferedImage density(MatchedLevel level) {
    var plane = level.current().plane();
    var image = blank(plane);
    float[] averaged = averaged(level);
    for (int at = 0; at < averaged.length; at++) {
      if (Math.abs(averaged[at]) >= LEAST_HU) {
        int rgb = averaged[at] > 0 ? DENSER : LIGHTER;
        set(image, plane, at, alpha(Math.abs(averaged[at])) << 24 | rgb);
      }
    }
    return image;
  }

  private static int alpha(double hu) {
    double share = Math.min(1, (hu - LEAST_HU) / (FULL_HU - LEAST_HU));
    return (int) Math.round(FAINTEST + share * (FULLEST - FAINTEST));
  }

  /** The colour of a difference as it stands over black, for the key. */
  static java.awt.Color keyColour(double hu) {
    return new java.awt.Color((hu > 0 ? DENSER : LIGHTER) | alpha(Math.abs(hu)) << 24, true);
  }

  /** Where opacity appeared, went or stayed. */
  static BufferedImage extent(MatchedLevel level) {
    var plane = level.current().plane();
    var image = blank(plane);
    for (int at = 0; at < plane.hu().length; at++) {
      boolean before = level.prior().plane().opacity()[at] != 0;
      boolean now = plane.opacity()[at] != 0;
      if (before || now) {
        var colour = before && now ? Palette.STAYED : now ? Palette.APPEARED : Palette.GONE;
        set(image, plane, at, EXTENT_ALPHA << 24 | colour.getRGB() & 0xFFFFFF);
      }
    }
    return image;
  }

  private static BufferedImage blank(Plane plane) {
    return new BufferedImage(plane.width(), plane.height(), BufferedImage.TYPE_INT_ARGB);
  }

  private static void set(BufferedImage image, Plane plane, int at, int argb) {
    image.setRGB(at % plane.width(), at / plane.width(), argb);
  }

  private static boolean inBothLungs(MatchedLevel level, int at) {
    return level.current().plane().lungs()[at] != 0 && level.prior().plane().lungs()[at] != 0;
  }

  /**
   * Later less earlier attenuation, averaged over the neighbours. At the rim of the lungs half a
   * voxel of misfit looks like change, so there it is 0 unless there is opacity at either date.
   */
  private static float[] averaged(MatchedLevel level) {
    var plane = level.current().plane();
    int across = (int) Math.round(AVERAGED_MM / 2 / plane.columnMm());
    int down = (int) Math.round(AVERAGED_MM / 2 / plane.rowMm());
    var averaged = new float[plane.hu().length];
    for (int at = 0; at < averaged.length; at++) {
      if (inBothLungs(level, at)) {
        averaged[at] = averaged(level, at, across, down);
      }
    }
    return averaged;
  }

  private static float averaged(MatchedLevel level, int at, int across, int down) {
    var plane = level.current().plane();
    int row = at / plane.width();
    int column = at % plane.width();
    float sum = 0;
    int count = 0;
    for (int r = Math.max(0, row - down); r <= Math.min(plane.height() - 1, row + down); r++) {
      for (int c = Math.max(0, column - across);
          c <= Math.min(plane.width() - 1, column + across);
          c++) {
        int near = r * plane.width() + c;
        if (inBothLungs(level, near)) {
          sum += plane.hu()[near] - level.expectedHu()[near];
          count++;
        }
      }
    }
    boolean atRim = count < (2 * across + 1) * (2 * down + 1);
    boolean opaque = plane.opacity()[at] != 0 || level.prior().plane().opacity()[at] != 0;
    return atRim && !opaque ? 0 : sum / count;
  }
}
