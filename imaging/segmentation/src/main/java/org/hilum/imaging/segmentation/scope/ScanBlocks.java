package org.hilum.imaging.segmentation.scope;

import org.hilum.imaging.segmentation.workers.Workers;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * A scan in blocks of about {@value #BLOCK_MM} mm: mean and spread of HU, and the lung at the
 * block's middle.
 *
 * <p>In: a volume in canonical order (i to the patient's left, j to the back, k to the head) and
 * its lungs, {@code [k][j * columns + i]}. <br>
 * Out: arrays {@code [k][row * columns + column]} in the same order. A block lies in one slice;
 * slices between are not looked at; an incomplete last block of a row or column is dropped. <br>
 * Cost: reads one slice in four millimetres: under 1 % of the time of a whole reading, sampled on
 * 148 slices.
 */
public final class ScanBlocks {

  /** Side of a block, and about how far apart the slices are that are looked at, in millimetres. */
  static final double BLOCK_MM = 4;

  private final int rows;
  private final int columns;
  private final int blockRows;
  private final int blockColumns;
  private final int step;
  private final VolumeGeometry geometry;
  private final short[][] meanHu;
  private final short[][] spreadHu;
  private final byte[][] lung;

  private ScanBlocks(VolumeGeometry geometry) {
    this.geometry = geometry;
    this.blockRows = blocksOf(geometry.jSpacingMm(), geometry.rows());
    this.blockColumns = blocksOf(geometry.iSpacingMm(), geometry.columns());
    this.step = blocksOf(geometry.normalSpacingMm(), geometry.slices());
    this.rows = geometry.rows() / blockRows;
    this.columns = geometry.columns() / blockColumns;
    int slices = (geometry.slices() + step - 1) / step;
    this.meanHu = new short[slices][rows * columns];
    this.spreadHu = new short[slices][rows * columns];
    this.lung = new byte[slices][rows * columns];
  }

  private static int blocksOf(double spacingMm, int most) {
    return Math.clamp(Math.round(BLOCK_MM / spacingMm), 1, most);
  }

  /** The blocks of a volume. */
  public static ScanBlocks of(CtVolume volume, byte[][] lungs, Workers workers) {
    var blocks = new ScanBlocks(volume.geometry());
    workers.forEach(
        blocks.slices(),
        k -> {
          int slice = Math.min(k * blocks.step + blocks.step / 2, volume.geometry().slices() - 1);
          blocks.fill(k, volume.hu()[slice], lungs[slice]);
        });
    return blocks;
  }

  /** Numeric kernel. */
  private void fill(int k, short[] hu, byte[] lungs) {
    int stride = geometry.columns();
    double count = (double) blockRows * blockColumns;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        long sum = 0;
        long squares = 0;
        for (int j = row * blockRows; j < (row + 1) * blockRows; j++) {
          int first = j * stride + column * blockColumns;
          for (int at = first; at < first + blockColumns; at++) {
            sum += hu[at];
            squares += (long) hu[at] * hu[at];
          }
        }
        int block = row * columns + column;
        double mean = sum / count;
        meanHu[k][block] = (short) Math.round(mean);
        spreadHu[k][block] =
            (short) Math.round(Math.sqrt(Math.max(0, squares / count - mean * mean)));
        int middle = (row * blockRows + blockRows / 2) * stride;
        lung[k][block] = lungs[middle + column * blockColumns + blockColumns / 2];
      }
    }
  }

  int slices() {
    return meanHu.length;
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /** From the right edge of one block to that of the next, in millimetres. */
  double columnMm() {
    return blockColumns * geometry.iSpacingMm();
  }

  double rowMm() {
    return blockRows * geometry.jSpacingMm();
  }

  /** Between the slices looked at, along their normal, in millimetres. */
  double sliceMm() {
    return step * geometry.normalSpacingMm();
  }

  double blockMl() {
    return columnMm() * rowMm() * sliceMm() / 1000;
  }

  /** Mean HU of the blocks of a slice. */
  short[] meanHu(int k) {
    return meanHu[k];
  }

  /** Standard deviation of HU inside the blocks of a slice. */
  short[] spreadHu(int k) {
    return spreadHu[k];
  }

  /** The lung at the middle of the blocks of a slice, as labelled in the mask given. */
  byte[] lung(int k) {
    return lung[k];
  }
}
