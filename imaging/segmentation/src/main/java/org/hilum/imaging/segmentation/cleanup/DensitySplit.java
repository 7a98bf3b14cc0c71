package org.hilum.imaging.segmentation.cleanup;

import org.hilum.imaging.segmentation.components.Components;
import org.hilum.imaging.segmentation.inference.FrameFields;
import org.hilum.imaging.segmentation.workers.Workers;

/**
 * Tells consolidation from ground-glass by its density.
 *
 * <p>In: opacities and HU on the frame (about 1.5 mm a pixel). The HU are smoothed over 3 x 3
 * pixels inside the lung, so that the chest wall does not count; what is denser than {@value
 * #CONSOLIDATION_HU} HU, at least 3 pixels wide and at least {@value #SMALLEST_CONSOLIDATION_ML} mL
 * is consolidation. The width drops most vessels in ground-glass and the grey rim at the pleura.
 *
 * <p>Source: "Quantitative CT for detecting COVID-19 pneumonia in suspected cases", BMC Infectious
 * Diseases 2021, doi:10.1186/s12879-021-06556-z: of eight cuts from ground-glass to consolidation,
 * -300 HU told COVID-19 from other patients best.
 *
 * <p>Limits: not validated voxel by voxel against readers. Vessels wider than about 5 mm inside
 * ground-glass count as consolidation, with contrast medium more of them.
 */
public final class DensitySplit {

  /** In HU; see the source above. */
  public static final float CONSOLIDATION_HU = -300;

  /** In millilitres: as the smallest opacity. */
  public static final double SMALLEST_CONSOLIDATION_ML = OpacityCleanup.SMALLEST_OPACITY_ML;

  private final FrameGrid grid;
  private final HuScale scale;
  private final Workers workers;

  public DensitySplit(FrameGrid grid, HuScale scale, Workers workers) {
    this.grid = grid;
    this.scale = scale;
    this.workers = workers;
  }

  /**
   * HU above the cut (consolidation) or below it (ground-glass), 0 where there is no opacity; a
   * slice without consolidation and without opacity has length 0.
   */
  public float[][] split(FrameFields fields, byte[][] side, byte[][] opacity) {
    var above = new float[opacity.length][];
    var dense = new byte[opacity.length][grid.pixels()];
    workers.forEach(
        opacity.length,
        run -> {
          var slice = new SliceDensity(grid.size(), scale);
          above[run] = slice.aboveCut(fields.grey()[run], side[run], opacity[run]);
          if (above[run].length > 0) {
            slice.open(above[run], dense[run]);
          }
        });
    Components.of(dense, grid.size(), grid.size(), workers)
        .write(spot -> spot.voxels() * grid.voxelMl() < SMALLEST_CONSOLIDATION_ML, dense, 0);
    workers.forEach(opacity.length, run -> follow(dense[run], above[run]));
    return above;
  }

  private static void follow(byte[] dense, float[] above) {
    for (int pixel = 0; pixel < above.length; pixel++) {
      if (dense[pixel] == 0 && above[pixel] > 0) {
        above[pixel] = -above[pixel];
      }
    }
  }
}
