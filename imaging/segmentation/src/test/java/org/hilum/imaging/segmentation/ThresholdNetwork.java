package org.hilum.imaging.segmentation;

import org.hilum.imaging.segmentation.inference.SliceNetwork;

/**
 * A network by hand for drawn chests: what is neither air nor soft tissue is lung, the denser part
 * of it opacity. Opened by 5 x 5 pixels, so that the grey rims between tissues do not count.
 */
final class ThresholdNetwork implements SliceNetwork {

  private static final float LOGIT = 4;
  private static final int REACH = 2;

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
    for (int row = REACH; row < size - REACH; row++) {
      for (int column = REACH; column < size - REACH; column++) {
        if (isFilled(inside, row, column)) {
          for (int j = row - REACH; j <= row + REACH; j++) {
            java.util.Arrays.fill(
                logits, j * size + column - REACH, j * size + column + REACH + 1, LOGIT);
          }
        }
      }
    }
  }

  private boolean isFilled(boolean[] inside, int row, int column) {
    for (int j = row - REACH; j <= row + REACH; j++) {
      for (int i = column - REACH; i <= column + REACH; i++) {
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
