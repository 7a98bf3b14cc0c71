package org.hilum.imaging.segmentation.cleanup;

import org.hilum.imaging.segmentation.components.Component;
import org.hilum.imaging.segmentation.components.Components;
import org.hilum.imaging.segmentation.workers.Workers;

/**
 * Finds windpipe and main bronchi by their air, and takes them with their wall out of the lungs.
 *
 * <p>Patches of air near the middle of the body, neither small nor large, that hang together over
 * some centimetres of height are the windpipe. What else fits, such as air under the back, is no
 * lung either.
 *
 * <p>Limits: bronchi inside the lung stay in it. A narrowed or tube-filled windpipe may be missed:
 * then the network's outline stands.
 */
final class Windpipe {

  /** Air in a lumen is about -1000 HU, lung mostly above -900 HU; emphysema begins at -950 HU. */
  static final double AIR_HU = -930;

  /** How far from the middle of the body, as a part of the frame: about 4.5 cm. */
  static final double REACH = 0.12;

  /** A main bronchus is 10 mm wide or more, in square millimetres. */
  static final double SMALLEST_MM2 = 50;

  /** No windpipe is wider than 3 cm (tracheomegaly), where it divides 5 cm. */
  static final double LARGEST_MM2 = 1200;

  /** Windpipe and main bronchi are 15 cm long; this much must be seen, in millimetres. */
  static final double LEAST_HEIGHT_MM = 30;

  /** In pixels, about 3 mm: the wall, and the grey between it and air. */
  private static final int WALL = 2;

  private final FrameGrid grid;
  private final HuScale scale;
  private final Workers workers;

  Windpipe(FrameGrid grid, HuScale scale, Workers workers) {
    this.grid = grid;
    this.scale = scale;
    this.workers = workers;
  }

  /** The air of windpipe and main bronchi, 1 or 0. */
  byte[][] find(float[][] grey) {
    var air = new byte[grey.length][grid.pixels()];
    workers.forEach(grey.length, run -> setAir(grey[run], air[run]));
    Components.ofSlices(air, grid.size(), grid.size(), workers)
        .write(patch -> !isLumen(patch), air, 0);
    Components.of(air, grid.size(), grid.size(), workers)
        .write(tube -> heightMm(tube) < LEAST_HEIGHT_MM, air, 0);
    return air;
  }

  /** Clears the windpipe and its wall in a mask. */
  void clear(byte[][] air, byte[][] mask) {
    workers.forEach(
        mask.length, run -> PatchClearing.clear(air[run], WALL, mask[run], grid.size()));
  }

  private void setAir(float[] grey, byte[] air) {
    int middle = grid.size() / 2;
    int reach = (int) (REACH * grid.size());
    for (int row = 0; row < grid.size(); row++) {
      for (int column = middle - reach; column < middle + reach; column++) {
        int at = row * grid.size() + column;
        air[at] = (byte) (scale.hu(grey[at]) < AIR_HU ? 1 : 0);
      }
    }
  }

  private boolean isLumen(Component patch) {
    double mm2 = patch.voxels() * grid.mmPerPixel() * grid.mmPerPixel();
    return mm2 >= SMALLEST_MM2 && mm2 <= LARGEST_MM2;
  }

  private double heightMm(Component tube) {
    return (tube.lastSlice() - tube.firstSlice() + 1) * grid.runSpacingMm();
  }
}
