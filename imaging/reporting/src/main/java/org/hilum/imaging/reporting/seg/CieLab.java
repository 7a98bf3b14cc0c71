package org.hilum.imaging.reporting.seg;

/**
 * A colour as Recommended Display CIELab Value (0062,000D) holds it.
 *
 * <p>Out: L* 0 to 100 as 0 to 65535; a* and b* -128 to 127 as 0 to 65535 (PS3.3 C.10.7.1.1). <br>
 * Source: sRGB of IEC 61966-2-1, adapted from D65 to the D50 of the profile connection space with
 * Bradford's matrix; CIE 1976 L*a*b*.
 */
record CieLab(int lightness, int a, int b) {

  /** CIE: above this ratio to white the cube root holds, below it a straight line. */
  private static final double LINEAR_BELOW = 216.0 / 24389;

  /** CIE: slope of that line. */
  private static final double KAPPA = 24389.0 / 27;

  /** White of D50 relative to Y = 1. */
  private static final double WHITE_X = 0.96422;

  private static final double WHITE_Z = 0.82521;

  /** The colour 0xRRGGBB. */
  static CieLab ofRgb(int rgb) {
    double red = linear(rgb >> 16 & 0xFF);
    double green = linear(rgb >> 8 & 0xFF);
    double blue = linear(rgb & 0xFF);
    double x = compressed((0.4360747 * red + 0.3850649 * green + 0.1430804 * blue) / WHITE_X);
    double y = compressed(0.2225045 * red + 0.7168786 * green + 0.0606169 * blue);
    double z = compressed((0.0139322 * red + 0.0971045 * green + 0.7141733 * blue) / WHITE_Z);
    return new CieLab(
        scaled((116 * y - 16) / 100),
        scaled((500 * (x - y) + 128) / 255),
        scaled((200 * (y - z) + 128) / 255));
  }

  private static double linear(int value) {
    double share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static double compressed(double ratio) {
    return ratio > LINEAR_BELOW ? Math.cbrt(ratio) : (KAPPA * ratio + 16) / 116;
  }

  private static int scaled(double share) {
    return (int) Math.round(Math.clamp(share, 0, 1) * 65535);
  }
}
