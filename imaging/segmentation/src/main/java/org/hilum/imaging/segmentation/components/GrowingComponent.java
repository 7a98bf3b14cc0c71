package org.hilum.imaging.segmentation.components;

/** A region while its runs are counted. */
final class GrowingComponent {

  private final int number;
  private final int firstSlice;
  private int lastSlice;
  private int firstRow;
  private int lastRow;
  private int firstColumn;
  private int lastColumn;
  private long voxels;
  private double columnSum;

  GrowingComponent(int number, int slice, int row, int column) {
    this.number = number;
    firstSlice = slice;
    lastSlice = slice;
    firstRow = row;
    lastRow = row;
    firstColumn = column;
    lastColumn = column;
  }

  void add(int slice, int row, int start, int end) {
    int length = end - start;
    voxels += length;
    columnSum += length * (start + end - 1) / 2.0;
    lastSlice = slice;
    firstRow = Math.min(firstRow, row);
    lastRow = Math.max(lastRow, row);
    firstColumn = Math.min(firstColumn, start);
    lastColumn = Math.max(lastColumn, end - 1);
  }

  Component grown() {
    return new Component(
        number,
        voxels,
        firstSlice,
        lastSlice,
        firstRow,
        lastRow,
        firstColumn,
        lastColumn,
        columnSum / voxels);
  }
}
