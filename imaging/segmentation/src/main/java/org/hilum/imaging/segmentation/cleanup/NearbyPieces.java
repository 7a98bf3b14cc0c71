package org.hilum.imaging.segmentation.cleanup;

import java.util.List;
import org.hilum.imaging.segmentation.components.Component;
import org.hilum.imaging.segmentation.components.Components;

/**
 * Tells pieces of lung from what only looks like it, by how close they lie to a lung.
 *
 * <p>Disease and the diaphragm cut pieces off that stay close; gas in the gut and air in clothes
 * lie apart.
 */
final class NearbyPieces {

  /** In millimetres: the thickness of a diaphragm with some fat, or of a scar. */
  static final double CLOSE_MM = 10;

  private final FrameGrid grid;
  private final byte[][] lungs;

  NearbyPieces(FrameGrid grid, byte[][] lungs) {
    this.grid = grid;
    this.lungs = lungs;
  }

  /** The regions, other than the lungs themselves, that lie close to a lung. */
  List<Component> of(Components regions, List<Component> lungRegions) {
    return regions.all().stream()
        .filter(region -> !lungRegions.contains(region))
        .filter(this::isClose)
        .toList();
  }

  /** Whether there is lung in the box around a region. */
  private boolean isClose(Component region) {
    int pixels = (int) Math.ceil(CLOSE_MM / grid.mmPerPixel());
    int runs = (int) Math.ceil(CLOSE_MM / grid.runSpacingMm());
    int lastRun = Math.min(lungs.length - 1, region.lastSlice() + runs);
    int firstRow = Math.max(0, region.firstRow() - pixels);
    int lastRow = Math.min(grid.size() - 1, region.lastRow() + pixels);
    int firstColumn = Math.max(0, region.firstColumn() - pixels);
    int lastColumn = Math.min(grid.size() - 1, region.lastColumn() + pixels);
    for (int run = Math.max(0, region.firstSlice() - runs); run <= lastRun; run++) {
      for (int row = firstRow; row <= lastRow; row++) {
        for (int column = firstColumn; column <= lastColumn; column++) {
          if (lungs[run][row * grid.size() + column] != 0) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
