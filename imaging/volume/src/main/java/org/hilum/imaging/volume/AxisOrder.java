package org.hilum.imaging.volume;

import java.util.List;

/**
 * Which axis of a block becomes which axis of another, and which of them run backwards.
 *
 * <p>Axes are numbered 0 = i (column), 1 = j (row), 2 = k (slice).
 *
 * @param i where the new columns come from
 * @param j where the new rows come from
 * @param k where the new slices come from
 */
record AxisOrder(Axis i, Axis j, Axis k) {

  /** An axis of the block read from, and whether it is read from its end. */
  record Axis(int number, boolean reversed) {}

  AxisOrder {
    if ((1 << i.number() | 1 << j.number() | 1 << k.number()) != 7) {
      throw new IllegalArgumentException("every axis is used once");
    }
  }

  private List<Axis> axes() {
    return List.of(i, j, k);
  }

  boolean isIdentity() {
    return keepsSlices() && keepsPlanes() && !k.reversed();
  }

  /** Whether slices stay slices. */
  private boolean keepsSlices() {
    return k.number() == 2;
  }

  /** Whether nothing changes inside a slice. */
  private boolean keepsPlanes() {
    return i.number() == 0 && j.number() == 1 && !i.reversed() && !j.reversed();
  }

  /** The order that undoes this one. */
  AxisOrder inverse() {
    var back = new Axis[3];
    for (int axis = 0; axis < 3; axis++) {
      back[axes().get(axis).number()] = new Axis(axis, axes().get(axis).reversed());
    }
    return new AxisOrder(back[0], back[1], back[2]);
  }

  /**
   * The block in the new order.
   *
   * <p>Slices that only change places are shared, not copied.
   *
   * @param size columns, rows and slices of the block read from
   * @param moved copies one run of voxels; see {@link Run}
   */
  <A> A[] apply(A[] from, int[] size, A[] into, Run<A> moved) {
    if (keepsSlices() && keepsPlanes()) {
      for (int slice = 0; slice < into.length; slice++) {
        into[slice] = from[k.reversed() ? from.length - 1 - slice : slice];
      }
      return into;
    }
    int rows = size[j.number()];
    int columns = size[i.number()];
    for (int slice = 0; slice < into.length; slice++) {
      into[slice] = moved.plane(rows * columns);
      for (int row = 0; row < rows; row++) {
        int[] start = start(size, slice, row);
        moved.copy(
            from,
            start[2],
            start[1] * size[0] + start[0],
            step(size[0]),
            into[slice],
            row * columns,
            columns);
      }
    }
    return into;
  }

  /** Index (i, j, k) in the block read from of the first voxel of a new row. */
  private int[] start(int[] size, int slice, int row) {
    int[] start = new int[3];
    put(start, size, k, slice);
    put(start, size, j, row);
    put(start, size, i, 0);
    return start;
  }

  private static void put(int[] index, int[] size, Axis axis, int position) {
    int last = size[axis.number()] - 1;
    index[axis.number()] = axis.reversed() ? last - position : position;
  }

  private Step step(int columns) {
    int sign = i.reversed() ? -1 : 1;
    return switch (i.number()) {
      case 0 -> new Step(0, sign);
      case 1 -> new Step(0, sign * columns);
      default -> new Step(sign, 0);
    };
  }

  /** From one voxel of a new row to its next: so many slices, and so many places in a slice. */
  record Step(int slices, int places) {}

  /** How voxels of one type are copied. */
  interface Run<A> {
    A plane(int length);

    void copy(A[] from, int slice, int place, Step step, A into, int at, int count);
  }

  /** Copies Hounsfield units. */
  static final class Shorts implements Run<short[]> {
    @Override
    public short[] plane(int length) {
      return new short[length];
    }

    @Override
    public void copy(
        short[][] from, int slice, int place, Step step, short[] into, int at, int count) {
      if (step.slices() == 0) {
        var plane = from[slice];
        for (int n = 0, p = place; n < count; n++, p += step.places()) {
          into[at + n] = plane[p];
        }
      } else {
        for (int n = 0, s = slice; n < count; n++, s += step.slices()) {
          into[at + n] = from[s][place];
        }
      }
    }
  }

  /** Copies labels. */
  static final class Bytes implements Run<byte[]> {
    @Override
    public byte[] plane(int length) {
      return new byte[length];
    }

    @Override
    public void copy(
        byte[][] from, int slice, int place, Step step, byte[] into, int at, int count) {
      if (step.slices() == 0) {
        var plane = from[slice];
        for (int n = 0, p = place; n < count; n++, p += step.places()) {
          into[at + n] = plane[p];
        }
      } else {
        for (int n = 0, s = slice; n < count; n++, s += step.slices()) {
          into[at + n] = from[s][place];
        }
      }
    }
  }
}
