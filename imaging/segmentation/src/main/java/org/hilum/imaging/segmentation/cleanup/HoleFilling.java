package org.hilum.imaging.segmentation.cleanup;

import org.hilum.imaging.segmentation.components.Component;
import org.hilum.imaging.segmentation.components.Components;
import org.hilum.imaging.segmentation.workers.Workers;

/**
 * Fills what a lung encloses: vessels and lesions that the network left out.
 *
 * <p>A hole of one slice is filled when it is no larger than the largest vessel inside a lung; a
 * larger one may be the heart between two lungs that meet, or the diaphragm's dome. A hole that is
 * closed in space is filled up to the size of a large consolidation.
 */
final class HoleFilling {

  /** A vessel of 16 mm cut across, in square millimetres: about the width of a lobar artery. */
  static final double LARGEST_SLICE_HOLE_MM2 = 200;

  /** In millilitres: a ball of about 4.5 cm. */
  static final double LARGEST_HOLE_ML = 50;

  private final FrameGrid grid;
  private final Workers workers;

  HoleFilling(FrameGrid grid, Workers workers) {
    this.grid = grid;
    this.workers = workers;
  }

  /** Gives enclosed pixels the label before them in their row. */
  void fill(byte[][] side) {
    double pixelMm2 = grid.mmPerPixel() * grid.mmPerPixel();
    var background = background(side);
    var inSpace = Components.of(background, grid.size(), grid.size(), workers);
    fill(
        side,
        inSpace,
        hole ->
            isClosedInSpace(hole, side.length)
                && hole.voxels() * grid.voxelMl() <= LARGEST_HOLE_ML);
    var inSlices = Components.ofSlices(background(side), grid.size(), grid.size(), workers);
    fill(
        side,
        inSlices,
        hole -> isClosedInSlice(hole) && hole.voxels() * pixelMm2 <= LARGEST_SLICE_HOLE_MM2);
  }

  private byte[][] background(byte[][] side) {
    var background = new byte[side.length][grid.pixels()];
    workers.forEach(
        side.length,
        run -> {
          for (int pixel = 0; pixel < grid.pixels(); pixel++) {
            background[run][pixel] = (byte) (side[run][pixel] == 0 ? 1 : 0);
          }
        });
    return background;
  }

  private boolean isClosedInSlice(Component hole) {
    return hole.firstRow() > 0
        && hole.firstColumn() > 0
        && hole.lastRow() < grid.size() - 1
        && hole.lastColumn() < grid.size() - 1;
  }

  private boolean isClosedInSpace(Component hole, int runs) {
    return isClosedInSlice(hole) && hole.firstSlice() > 0 && hole.lastSlice() < runs - 1;
  }

  private void fill(
      byte[][] side, Components holes, java.util.function.Predicate<Component> chosen) {
    var choice = new boolean[holes.all().size()];
    holes.all().forEach(hole -> choice[hole.number()] = chosen.test(hole));
    holes.forEachRun(
        (hole, run, row, start, end) -> {
          if (choice[hole]) {
            // A hole does not touch the edge, so there is a pixel before it, and it is lung.
            int first = row * grid.size() + start;
            java.util.Arrays.fill(side[run], first, first + end - start, side[run][first - 1]);
          }
        });
  }
}
