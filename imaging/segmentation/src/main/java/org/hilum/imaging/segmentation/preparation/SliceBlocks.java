package org.hilum.imaging.segmentation.preparation;

/** The blocks of one slice that are body. */
final class SliceBlocks {

  private final int rows;
  private final int columns;
  private final int blockRows;
  private final int blockColumns;

  SliceBlocks(int rows, int columns, int blockRows, int blockColumns) {
    this.rows = rows;
    this.columns = columns;
    this.blockRows = blockRows;
    this.blockColumns = blockColumns;
  }

  /** Marks the blocks whose mean clipped HU is above the rule's threshold. Numeric kernel. */
  void threshold(short[] hu, int stride, FrameRule rule, byte[] body) {
    int low = (int) Math.round(rule.clipLowHu());
    int high = (int) Math.round(rule.clipHighHu());
    double least = rule.boxThresholdHu() * blockRows * blockColumns;
    var columnSums = new int[columns * blockColumns];
    for (int row = 0; row < rows; row++) {
      java.util.Arrays.fill(columnSums, 0);
      for (int j = row * blockRows; j < (row + 1) * blockRows; j++) {
        int first = j * stride;
        for (int i = 0; i < columnSums.length; i++) {
          columnSums[i] += Math.min(Math.max(hu[first + i], low), high);
        }
      }
      for (int column = 0; column < columns; column++) {
        long sum = 0;
        for (int i = column * blockColumns; i < (column + 1) * blockColumns; i++) {
          sum += columnSums[i];
        }
        body[row * columns + column] = (byte) (sum > least ? 1 : 0);
      }
    }
  }

  /** Opens by a square of 2 {@code reach} + 1 blocks; what lies outside is not body. */
  void open(byte[] body, int reach) {
    var eroded = new byte[body.length];
    for (int row = reach; row < rows - reach; row++) {
      for (int column = reach; column < columns - reach; column++) {
        eroded[row * columns + column] = (byte) (allSet(body, row, column, reach) ? 1 : 0);
      }
    }
    java.util.Arrays.fill(body, (byte) 0);
    for (int row = reach; row < rows - reach; row++) {
      for (int column = reach; column < columns - reach; column++) {
        if (eroded[row * columns + column] != 0) {
          setAll(body, row, column, reach);
        }
      }
    }
  }

  private boolean allSet(byte[] body, int row, int column, int reach) {
    for (int j = row - reach; j <= row + reach; j++) {
      for (int i = column - reach; i <= column + reach; i++) {
        if (body[j * columns + i] == 0) {
          return false;
        }
      }
    }
    return true;
  }

  private void setAll(byte[] body, int row, int column, int reach) {
    for (int j = row - reach; j <= row + reach; j++) {
      java.util.Arrays.fill(
          body, j * columns + column - reach, j * columns + column + reach + 1, (byte) 1);
    }
  }
}
