package org.hilum.imaging.lobes.surface;

/** Smooths the heights of a surface: little where the image bears them out, much elsewhere. */
final class Relaxation {

  private static final int ROUNDS = 20;

  /** Weight of the neighbours' mean against a post that is fully borne out. */
  private static final double NEIGHBOURS = 1;

  /** Weight of a post that nothing bears out. */
  private static final double LEAST = 0.05;

  private Relaxation() {}

  static float[] of(SurfaceFrame frame, float[] heights, float[] response) {
    var smooth = heights.clone();
    for (int round = 0; round < ROUNDS; round++) {
      for (int post = 0; post < smooth.length; post++) {
        double weight = response[post] < 0 ? 0 : LEAST + Math.min(1, response[post]);
        double mean = mean(frame, smooth, post);
        smooth[post] =
            (float) ((weight * heights[post] + NEIGHBOURS * mean) / (weight + NEIGHBOURS));
      }
    }
    return smooth;
  }

  private static double mean(SurfaceFrame frame, float[] heights, int post) {
    int columns = frame.columns();
    int column = post % columns;
    int row = post / columns;
    double sum = 0;
    int count = 0;
    if (column > 0) {
      sum += heights[post - 1];
      count++;
    }
    if (column < columns - 1) {
      sum += heights[post + 1];
      count++;
    }
    if (row > 0) {
      sum += heights[post - columns];
      count++;
    }
    if (row < frame.rows() - 1) {
      sum += heights[post + columns];
      count++;
    }
    return sum / count;
  }
}
