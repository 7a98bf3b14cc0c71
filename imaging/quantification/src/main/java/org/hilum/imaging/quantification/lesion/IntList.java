package org.hilum.imaging.quantification.lesion;

import java.util.Arrays;

/** A growing list of whole numbers without boxing. */
final class IntList {
  private int[] values = new int[64];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  void copyTo(int[] target, int at) {
    System.arraycopy(values, 0, target, at, size);
  }
}
