package org.hilum.imaging.segmentation.preparation;

import org.hilum.imaging.segmentation.components.Components;
import org.hilum.imaging.segmentation.workers.Workers;
import org.hilum.imaging.volume.CtVolume;

/**
 * Finds the body in the plane of the slices, without the table.
 *
 * <p>Means over blocks of about 4 mm above a threshold, opened by a square in each slice (drops
 * table plates), largest component of six neighbours; the whole picture where there is none. An
 * incomplete last block is dropped.
 *
 * <p>Source: {@code training/chest_opacity/frame.py}, which the networks were trained with: the two
 * must agree.
 */
public final class BodyBoxFinder {

  private final FrameRule rule;
  private final Workers workers;

  public BodyBoxFinder(FrameRule rule, Workers workers) {
    this.rule = rule;
    this.workers = workers;
  }

  /** The body box of a volume in canonical order. */
  public BodyBox find(CtVolume volume) {
    var geometry = volume.geometry();
    int blockRows = blockSize(geometry.jSpacingMm());
    int blockColumns = blockSize(geometry.iSpacingMm());
    int rows = geometry.rows() / blockRows;
    int columns = geometry.columns() / blockColumns;
    var body = new byte[geometry.slices()][rows * columns];
    workers.forEach(
        geometry.slices(),
        k -> {
          var blocks = new SliceBlocks(rows, columns, blockRows, blockColumns);
          blocks.threshold(volume.hu()[k], geometry.columns(), rule, body[k]);
          blocks.open(body[k], rule.boxOpeningBlocks() / 2);
        });
    var largest = Components.of(body, rows, columns, workers).largest();
    if (largest.isEmpty()) {
      return box(
          0, geometry.rows(), geometry.jSpacingMm(), 0, geometry.columns(), geometry.iSpacingMm());
    }
    var found = largest.orElseThrow();
    return box(
        found.firstRow() * blockRows,
        (found.lastRow() + 1) * blockRows,
        geometry.jSpacingMm(),
        found.firstColumn() * blockColumns,
        (found.lastColumn() + 1) * blockColumns,
        geometry.iSpacingMm());
  }

  private int blockSize(double spacingMm) {
    return Math.max(1, (int) (rule.boxBlockMm() / spacingMm + 0.5));
  }

  private static BodyBox box(
      int firstRow, int endRow, double rowMm, int firstColumn, int endColumn, double columnMm) {
    return new BodyBox(
        (firstRow - 0.5) * rowMm,
        (endRow - 0.5) * rowMm,
        (firstColumn - 0.5) * columnMm,
        (endColumn - 0.5) * columnMm);
  }
}
