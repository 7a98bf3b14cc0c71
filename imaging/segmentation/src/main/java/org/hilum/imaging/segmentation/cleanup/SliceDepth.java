package org.hilum.imaging.segmentation.cleanup;

/** How deep inside a mask the pixels of one slice lie: steps along rows and columns to its edge. */
final class SliceDepth {

  private final int size;

  SliceDepth(int size) {
    this.size = size;
  }

  /** Writes 0 outside the mask, 1 at its edge, up to 127. Numeric kernel: there and back. */
  void measure(byte[] mask, byte[] depth) {
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        int at = row * size + column;
        int before = column == 0 ? 0 : depth[at - 1];
        int over = row == 0 ? 0 : depth[at - size];
        depth[at] = (byte) (mask[at] == 0 ? 0 : Math.min(127, 1 + Math.min(before, over)));
      }
    }
    for (int row = size - 1; row >= 0; row--) {
      for (int column = size - 1; column >= 0; column--) {
        int at = row * size + column;
        int after = column == size - 1 ? 0 : depth[at + 1];
        int under = row == size - 1 ? 0 : depth[at + size];
        depth[at] = (byte) Math.min(depth[at], 1 + Math.min(after, under));
      }
    }
  }
}
