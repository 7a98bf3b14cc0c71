package org.hilum.imaging.phantom.texture;

/**
 * Smooth random detail of space: a number in -1 to 1 for every place, always the same for a seed.
 *
 * <p>Value noise on a turned lattice of 64 cells a side that repeats. Standard deviation about
 * {@value #STANDARD_DEVIATION}.
 */
public final class NoiseField {

  /** Over space, of trilinear interpolation between evenly spread values. */
  public static final double STANDARD_DEVIATION = 0.31;

  private static final int EDGE = 64;
  private static final int MASK = EDGE - 1;

  private final float[] values = new float[EDGE * EDGE * EDGE];

  /** A field of its own for each seed. */
  public NoiseField(long seed) {
    for (int n = 0; n < values.length; n++) {
      values[n] = (float) (2 * Hash.unit(Hash.bits(seed, n, 17)) - 1);
    }
  }

  /** The number at a place, with detail of about the given size in millimetres. */
  public double at(double x, double y, double z, double sizeMm) {
    double scale = 1 / sizeMm;
    double u = (0.36 * x + 0.48 * y - 0.80 * z) * scale;
    double v = (-0.80 * x + 0.60 * y) * scale;
    double w = (0.48 * x + 0.64 * y + 0.60 * z) * scale;
    int iu = (int) Math.floor(u);
    int iv = (int) Math.floor(v);
    int iw = (int) Math.floor(w);
    double fu = u - iu;
    double fv = v - iv;
    double fw = w - iw;
    int u0 = iu & MASK;
    int u1 = (iu + 1) & MASK;
    int v0 = (iv & MASK) * EDGE;
    int v1 = ((iv + 1) & MASK) * EDGE;
    int w0 = (iw & MASK) * EDGE * EDGE;
    int w1 = ((iw + 1) & MASK) * EDGE * EDGE;
    double low = between(w0, u0, u1, v0, v1, fu, fv);
    return low + (between(w1, u0, u1, v0, v1, fu, fv) - low) * fw;
  }

  private double between(int w, int u0, int u1, int v0, int v1, double fu, double fv) {
    double a = values[w + v0 + u0];
    double b = values[w + v1 + u0];
    a += (values[w + v0 + u1] - a) * fu;
    b += (values[w + v1 + u1] - b) * fu;
    return a + (b - a) * fv;
  }
}
