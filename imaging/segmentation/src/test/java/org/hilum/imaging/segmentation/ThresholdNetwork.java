package org.hilum.imaging.segmentation;

import org.hilum.imaging.segmentation.inference.SliceNetwork;

/**
 * A network by hand for drawn chests: what is neither air nor soft tissue is lung, the denser part
 * of it opacity. Opened by 3 x 3 pixels, so that the grey rims between tissues do not count.
 */
final class ThresholdNetwork implements SliceNetwork {

  private static final float LOGIT = 4;

  private final int size;
  private boolean closed;

  ThresholdNetwork(int size) {
    this.size = size;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void run(Neighbours slices, float[] lung, float[] opacity) {
    write(slices.slice(), grey(-940), grey(-20), lung);
    write(slices.slice(), grey(-720), grey(-20), opacity);
  }

  private static float grey(double hu) {
    return (float) ((hu + 1150) / 1300);
  }

  private void write(float[] slice, float low, float high, float[] logits) {
    var inside = new boolean[slice.length];
    for (int pixel = 0; pixel < slice.length; pixel++) {
      inside[pixel] = slice[pixel] > low && slice[pixel] < high;
    }
    java.util.Arrays.fill(logits, -LOGIT);
    for (int row = 1; row < size - 1; row++) {
      for (int column = 1; column < size - 1; column++) {
        if (isFilled(inside, row, column)) {
          for (int j = row - 1; j <= row + 1; j++) {
            java.util.Arrays.fill(logits, j * size + column - 1, j * size + column + 2, LOGIT);
          }
        }
      }
    }
  }

  private boolean isFilled(boolean[] inside, int row, int column) {
    for (int j = row - 1; j <= row + 1; j++) {
      for (int i = column - 1; i <= column + 1; i++) {
        if (!inside[j * size + i]) {
          return false;
        }
      }
    }
    return true;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
  }
}
