package org.hilum.imaging.phantom.shape;

/**
 * How a measure of the body changes with height: a smooth curve through given points, read from a
 * table of one millimetre steps, level beyond its ends.
 */
public final class Profile {

  private final double start;
  private final double[] table;

  private Profile(double start, double[] table) {
    this.start = start;
    this.table = table;
  }

  /** A curve through points (height, value) one after the other, in ascending height. */
  public static Profile through(double... points) {
    int knots = points.length / 2;
    double start = points[0];
    var table = new double[(int) (points[2 * knots - 2] - start) + 2];
    for (int n = 0; n < table.length; n++) {
      table[n] = hermite(points, knots, start + n);
    }
    return new Profile(start, table);
  }

  /** Cubic between knots, with the slopes of their neighbours (Catmull-Rom). */
  private static double hermite(double[] points, int knots, double height) {
    int k = 0;
    while (k < knots - 2 && height > points[2 * k + 2]) {
      k++;
    }
    double width = points[2 * k + 2] - points[2 * k];
    double t = Math.min(1, (height - points[2 * k]) / width);
    double a = points[2 * k + 1];
    double b = points[2 * k + 3];
    double slopeA = slope(points, knots, k) * width;
    double slopeB = slope(points, knots, k + 1) * width;
    double t2 = t * t;
    double t3 = t2 * t;
    return a * (2 * t3 - 3 * t2 + 1)
        + slopeA * (t3 - 2 * t2 + t)
        + b * (3 * t2 - 2 * t3)
        + slopeB * (t3 - t2);
  }

  private static double slope(double[] points, int knots, int k) {
    int before = Math.max(0, k - 1);
    int after = Math.min(knots - 1, k + 1);
    return (points[2 * after + 1] - points[2 * before + 1])
        / (points[2 * after] - points[2 * before]);
  }

  /** The value at a height in millimetres. */
  public double at(double height) {
    double steps = height - start;
    if (steps <= 0) {
      return table[0];
    }
    int n = (int) steps;
    if (n >= table.length - 1) {
      return table[table.length - 1];
    }
    return table[n] + (table[n + 1] - table[n]) * (steps - n);
  }
}
