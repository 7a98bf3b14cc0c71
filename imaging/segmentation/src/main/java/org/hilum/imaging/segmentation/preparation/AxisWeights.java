package org.hilum.imaging.segmentation.preparation;

/**
 * How the pixels of a frame are made of the rows (or columns) of a slice: linear interpolation,
 * averaged over several points where the slice is finer than the frame.
 *
 * <p>Source: {@code training/chest_opacity/frame.py}, sampling_weights. Places outside the picture
 * have no weight, so that a pixel there sums to less than one and is filled with the lowest HU.
 *
 * @param first of each pixel the first row that has weight
 * @param weights of each pixel the weights of the rows from there on; empty outside the picture
 */
record AxisWeights(int[] first, float[][] weights) {

  static AxisWeights of(int count, double spacingMm, double centreMm, double mmPerPixel, int size) {
    int points = Math.max(1, (int) (mmPerPixel / spacingMm + 0.5));
    var first = new int[size];
    var weights = new float[size][];
    for (int pixel = 0; pixel < size; pixel++) {
      int lowest = low(pixel, 0, points, spacingMm, centreMm, mmPerPixel, size);
      int highest = low(pixel, points - 1, points, spacingMm, centreMm, mmPerPixel, size) + 1;
      int from = Math.clamp(lowest, 0, count);
      int to = Math.clamp(highest + 1, from, count);
      first[pixel] = from;
      weights[pixel] = new float[to - from];
      for (int point = 0; point < points; point++) {
        double position = position(pixel, point, points, spacingMm, centreMm, mmPerPixel, size);
        int low = (int) Math.floor(position);
        add(weights[pixel], low - from, (low + 1 - position) / points);
        add(weights[pixel], low + 1 - from, (position - low) / points);
      }
    }
    return new AxisWeights(first, weights);
  }

  private static double position(
      int pixel, int point, int points, double spacingMm, double centreMm, double mm, int size) {
    double offset = pixel - (size - 1) / 2.0 + (point + 0.5) / points - 0.5;
    return (centreMm + offset * mm) / spacingMm;
  }

  private static int low(
      int pixel, int point, int points, double spacingMm, double centreMm, double mm, int size) {
    return (int) Math.floor(position(pixel, point, points, spacingMm, centreMm, mm, size));
  }

  private static void add(float[] weights, int at, double weight) {
    if (at >= 0 && at < weights.length) {
      weights[at] += (float) weight;
    }
  }

  /** The first row or column that any pixel needs. */
  int firstNeeded() {
    return first[0];
  }

  /** The row or column after the last that any pixel needs. */
  int endNeeded() {
    int last = first.length - 1;
    return first[last] + weights[last].length;
  }
}
