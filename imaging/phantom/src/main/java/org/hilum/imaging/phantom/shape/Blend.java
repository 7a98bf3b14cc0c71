package org.hilum.imaging.phantom.shape;

/** How distances and densities run into each other without a crease. */
public final class Blend {

  private Blend() {}

  /** The smaller of two distances, rounded where they differ by less than {@code width} mm. */
  public static double smaller(double a, double b, double width) {
    double overlap = Math.max(width - Math.abs(a - b), 0) / width;
    return Math.min(a, b) - overlap * overlap * width / 4;
  }

  /** The larger of two distances, rounded where they differ by less than {@code width} mm. */
  public static double larger(double a, double b, double width) {
    double overlap = Math.max(width - Math.abs(a - b), 0) / width;
    return Math.max(a, b) + overlap * overlap * width / 4;
  }

  /** Part of a voxel inside a surface at a signed distance (negative inside), 0 to 1. */
  public static double coverage(double distance, double edgeMm) {
    double inside = 0.5 - distance / edgeMm;
    return inside <= 0 ? 0 : inside >= 1 ? 1 : inside;
  }

  /** From 0 at {@code from} to 1 at {@code to}, without a corner at either end. */
  public static double step(double from, double to, double at) {
    double t = Math.clamp((at - from) / (to - from), 0, 1);
    return t * t * (3 - 2 * t);
  }

  /** The first value with a part of the second in its place. */
  public static double mix(double first, double second, double part) {
    return first + (second - first) * part;
  }
}
