package org.hilum.imaging.segmentation.cleanup;

import org.hilum.imaging.segmentation.inference.FrameFields;

/** A small frame to draw boxes on: 64 x 64 pixels of 6 mm, slices 6 mm apart, all of one HU. */
final class DrawnFrame {

  static final FrameGrid GRID = new FrameGrid(64, 6, 6);
  static final HuScale SCALE = new HuScale(-1150, 150);
  static final SideLabels SIDES = new SideLabels((byte) 1, (byte) 2);

  final FrameFields fields;

  DrawnFrame(int runs, double hu) {
    fields =
        new FrameFields(
            64,
            new float[runs][64 * 64],
            new float[runs][64 * 64],
            new float[runs][64 * 64],
            new float[0]);
    for (int run = 0; run < runs; run++) {
      java.util.Arrays.fill(fields.grey()[run], grey(hu));
      java.util.Arrays.fill(fields.lung()[run], -3);
      java.util.Arrays.fill(fields.opacity()[run], -3);
    }
  }

  private static float grey(double hu) {
    return (float) ((hu + 1150) / 1300);
  }

  /** A block of pixels, ends included. */
  record Block(
      int firstRun, int lastRun, int firstRow, int lastRow, int firstColumn, int lastColumn) {}

  DrawnFrame lung(Block block) {
    fill(fields.lung(), block, 3);
    return this;
  }

  DrawnFrame noLung(Block block) {
    fill(fields.lung(), block, -3);
    return this;
  }

  DrawnFrame opacity(Block block) {
    fill(fields.opacity(), block, 3);
    return this;
  }

  DrawnFrame hu(Block block, double hu) {
    fill(fields.grey(), block, grey(hu));
    return this;
  }

  private static void fill(float[][] field, Block block, float value) {
    for (int run = block.firstRun; run <= block.lastRun; run++) {
      for (int row = block.firstRow; row <= block.lastRow; row++) {
        java.util.Arrays.fill(
            field[run], row * 64 + block.firstColumn, row * 64 + block.lastColumn + 1, value);
      }
    }
  }
}
