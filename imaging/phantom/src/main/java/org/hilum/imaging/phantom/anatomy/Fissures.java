package org.hilum.imaging.phantom.anatomy;

/**
 * Where the fissures part the lungs into lobes: an oblique one on each side, a horizontal one on
 * the right.
 *
 * <p>Out: lobes by the labels 1 = LUL, 2 = LLL, 3 = RUL, 4 = RML, 5 = RLL.
 */
public final class Fissures {

  public static final int LUL = 1;
  public static final int LLL = 2;
  public static final int RUL = 3;
  public static final int RML = 4;
  public static final int RLL = 5;

  private static final double LEFT_SLOPE = 1.05;
  private static final double RIGHT_SLOPE = 0.98;

  /** Lobe of a place in a lung. */
  public int lobe(double x, double y, double z) {
    if (x > 0) {
      return aboveOblique(x, y, z) > 0 ? LUL : LLL;
    }
    if (aboveOblique(x, y, z) <= 0) {
      return RLL;
    }
    return aboveHorizontal(x, y, z) > 0 ? RUL : RML;
  }

  /** Distance to the nearest fissure, in millimetres. */
  public double distance(double x, double y, double z) {
    double oblique = aboveOblique(x, y, z);
    double nearest = Math.abs(oblique);
    return x > 0 || oblique <= 0 ? nearest : Math.min(nearest, Math.abs(aboveHorizontal(x, y, z)));
  }

  /** Distance above and in front of the oblique fissure of the side x lies on. */
  private static double aboveOblique(double x, double y, double z) {
    double bend = 7 * Math.sin((Math.abs(x) - 60) / 38) + 5 * Math.sin(y / 34 + 0.6);
    double slope = x > 0 ? LEFT_SLOPE : RIGHT_SLOPE;
    double height = (x > 0 ? -44 : -50) + slope * y + bend;
    return (z - height) / Math.sqrt(1 + slope * slope);
  }

  private static double aboveHorizontal(double x, double y, double z) {
    double bend = 0.0016 * (Math.abs(x) - 70) * (Math.abs(x) - 70) + 3 * Math.sin(y / 25);
    return z - (-24 + 0.06 * y - bend);
  }
}
