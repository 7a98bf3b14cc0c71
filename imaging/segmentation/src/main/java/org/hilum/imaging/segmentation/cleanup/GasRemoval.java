package org.hilum.imaging.segmentation.cleanup;

import org.hilum.imaging.segmentation.components.Component;
import org.hilum.imaging.segmentation.components.Components;
import org.hilum.imaging.segmentation.workers.Workers;

/**
 * Takes free gas out of the lungs: gas in the gut, pneumothorax, where it stands by itself in a
 * slice or hangs on the lung by a narrow bridge.
 *
 * <p>Gas has no tissue in it: the inner pixels of such a patch are air, -1000 HU, where aerated
 * lung is -700 to -900 HU.
 *
 * <p>Limits: gas that touches lung widely stays. A bulla that fills a whole patch is taken for gas.
 */
final class GasRemoval {

  /** Inner pixels below this mean, in HU, are gas: emphysema begins at -950. */
  static final double GAS_HU = -965;

  /** In pixels: edges are not pure gas; bridges from gas to lung are up to 6 pixels, 9 mm. */
  private static final int[] EROSIONS = {1, 3};

  private final FrameGrid grid;
  private final HuScale scale;
  private final Workers workers;

  GasRemoval(FrameGrid grid, HuScale scale, Workers workers) {
    this.grid = grid;
    this.scale = scale;
    this.workers = workers;
  }

  /** Clears patches of gas in a mask: those that stand alone, then those that touch lung. */
  void remove(byte[][] mask, float[][] grey) {
    for (int erosion : EROSIONS) {
      remove(mask, grey, erosion);
    }
  }

  private void remove(byte[][] mask, float[][] grey, int erosion) {
    var cores = new byte[mask.length][grid.pixels()];
    workers.forEach(mask.length, run -> erode(mask[run], erosion, cores[run]));
    var patches = Components.ofSlices(cores, grid.size(), grid.size(), workers);
    var sum = new double[patches.all().size()];
    patches.forEachRun(
        (patch, run, row, start, end) -> {
          for (int at = row * grid.size() + start; at < row * grid.size() + end; at++) {
            sum[patch] += grey[run][at];
          }
        });
    patches.write(patch -> !isGas(patch, sum[patch.number()]), cores, 0);
    // The erosion took its steps off the gas too: they go with it.
    workers.forEach(
        mask.length, run -> PatchClearing.clear(cores[run], erosion, mask[run], grid.size()));
  }

  private void erode(byte[] mask, int erosion, byte[] cores) {
    new SliceDepth(grid.size()).measure(mask, cores);
    for (int pixel = 0; pixel < cores.length; pixel++) {
      cores[pixel] = (byte) (cores[pixel] > erosion ? 1 : 0);
    }
  }

  private boolean isGas(Component patch, double sum) {
    return scale.hu((float) (sum / patch.voxels())) < GAS_HU;
  }
}
