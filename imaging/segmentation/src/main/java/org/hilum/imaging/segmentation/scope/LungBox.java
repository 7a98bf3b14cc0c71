package org.hilum.imaging.segmentation.scope;

/**
 * The blocks between which the lungs lie; all ends are blocks that hold lung.
 *
 * @param lungBlocks blocks of lung
 */
record LungBox(
    int firstSlice,
    int lastSlice,
    int firstRow,
    int lastRow,
    int firstColumn,
    int lastColumn,
    long lungBlocks) {

  static LungBox of(ScanBlocks blocks) {
    int[] first = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
    int[] last = {-1, -1, -1};
    long count = 0;
    for (int k = 0; k < blocks.slices(); k++) {
      var lung = blocks.lung(k);
      for (int block = 0; block < lung.length; block++) {
        if (lung[block] != 0) {
          int[] at = {k, block / blocks.columns(), block % blocks.columns()};
          for (int axis = 0; axis < at.length; axis++) {
            first[axis] = Math.min(first[axis], at[axis]);
            last[axis] = Math.max(last[axis], at[axis]);
          }
          count++;
        }
      }
    }
    return new LungBox(first[0], last[0], first[1], last[1], first[2], last[2], count);
  }

  boolean isEmpty() {
    return lungBlocks == 0;
  }

  int slices() {
    return isEmpty() ? 0 : lastSlice - firstSlice + 1;
  }

  /** The slice that a share of the way from the lowest to the highest slice of lung lies at. */
  int sliceAt(double share) {
    return firstSlice + (int) (share * slices());
  }

  /** The row that a share of the way from the front to the back of the lungs lies at. */
  int rowAt(double share) {
    return firstRow + (int) (share * (lastRow - firstRow));
  }
}
