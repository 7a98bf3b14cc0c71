package org.hilum.imaging.segmentation;

import java.util.concurrent.atomic.LongAdder;
import org.hilum.imaging.segmentation.inference.FrameWindow;
import org.hilum.imaging.segmentation.inference.SliceNetwork;

/**
 * A network by hand for drawn chests: what is neither air nor soft tissue is lung, the denser part
 * of it opacity. Opened by 5 x 5 pixels, so that the grey rims between tissues do not count.
 */
final class ThresholdNetwork implements SliceNetwork {

  private static final float LOGIT = 4;
  private static final int REACH = 2;

  private final int size;
  private final boolean windows;
  private final LongAdder pixels = new LongAdder();
  private boolean closed;

  ThresholdNetwork(int size, boolean windows) {
    this.size = size;
    this.windows = windows;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean takesWindows() {
    return windows;
  }

  @Override
  public float[] run(Neighbours slices, FrameWindow window, float[] lung, float[] opacity) {
    pixels.add(window.pixels());
    write(slices.slice(), window, grey(-940), grey(-20), lung);
    write(slices.slice(), window, grey(-720), grey(-20), opacity);
    return new float[0];
  }

  /** How many pixels it was run on. */
  long pixels() {
    return pixels.sum();
  }

  private static float grey(double hu) {
    return (float) ((hu + 1150) / 1300);
  }

  /** Sees nothing outside the window, as a network does. */
  private void write(float[] slice, FrameWindow window, float low, float high, float[] logits) {
    var written = new float[slice.length];
    write(slice, window, low, high, written, REACH);
    for (int row = window.firstRow(); row < window.firstRow() + window.rows(); row++) {
      int from = row * size + window.firstColumn();
      System.arraycopy(written, from, logits, from, window.columns());
    }
  }

  private void write(
      float[] slice, FrameWindow window, float low, float high, float[] logits, int reach) {
    var inside = new boolean[slice.length];
    for (int pixel = 0; pixel < slice.length; pixel++) {
      inside[pixel] = slice[pixel] > low && slice[pixel] < high;
    }
    java.util.Arrays.fill(logits, -LOGIT);
    int endRow = window.firstRow() + window.rows() - reach;
    int endColumn = window.firstColumn() + window.columns() - reach;
    for (int row = window.firstRow() + reach; row < endRow; row++) {
      for (int column = window.firstColumn() + reach; column < endColumn; column++) {
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
