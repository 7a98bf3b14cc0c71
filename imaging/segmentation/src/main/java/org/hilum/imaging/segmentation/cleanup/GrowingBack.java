package org.hilum.imaging.segmentation.cleanup;

/**
 * Grows labels inside a mask until they meet: every pixel goes to the label it is reached from in
 * the fewest steps along rows, columns and slices.
 */
final class GrowingBack {

  private final int size;
  private final int pixels;
  private final byte[][] mask;
  private final byte[][] labels;
  private final int[] queue;
  private int queued;

  /**
   * @param mask where labels may grow
   * @param voxels how many pixels of the mask there are
   * @param labels the seeds; grown in place
   */
  GrowingBack(int size, byte[][] mask, long voxels, byte[][] labels) {
    this.size = size;
    this.pixels = size * size;
    this.mask = mask;
    this.labels = labels;
    this.queue = new int[Math.toIntExact(voxels)];
  }

  void grow() {
    for (int run = 0; run < labels.length; run++) {
      for (int pixel = 0; pixel < pixels; pixel++) {
        if (mask[run][pixel] != 0 && labels[run][pixel] != 0) {
          queue[queued++] = run * pixels + pixel;
        }
      }
    }
    for (int head = 0; head < queued; head++) {
      spread(queue[head] / pixels, queue[head] % pixels);
    }
  }

  private void spread(int run, int pixel) {
    byte label = labels[run][pixel];
    int column = pixel % size;
    if (column > 0) {
      reach(run, pixel - 1, label);
    }
    if (column < size - 1) {
      reach(run, pixel + 1, label);
    }
    if (pixel >= size) {
      reach(run, pixel - size, label);
    }
    if (pixel < pixels - size) {
      reach(run, pixel + size, label);
    }
    if (run > 0) {
      reach(run - 1, pixel, label);
    }
    if (run < labels.length - 1) {
      reach(run + 1, pixel, label);
    }
  }

  private void reach(int run, int pixel, byte label) {
    if (mask[run][pixel] != 0 && labels[run][pixel] == 0) {
      labels[run][pixel] = label;
      queue[queued++] = run * pixels + pixel;
    }
  }
}
