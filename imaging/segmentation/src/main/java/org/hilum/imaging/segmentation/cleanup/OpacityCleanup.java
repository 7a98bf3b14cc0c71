package org.hilum.imaging.segmentation.cleanup;

import org.hilum.imaging.segmentation.components.Components;
import org.hilum.imaging.segmentation.inference.FrameFields;
import org.hilum.imaging.segmentation.workers.Workers;

/**
 * Makes plausible opacities of the logits of opacity.
 *
 * <p>In: logits on the frame and the cleaned lungs. Out: other logits, not above 0 outside the
 * lungs, nor in specks; those of the network stay as they are.
 */
public final class OpacityCleanup {

  /**
   * An opacity smaller than this is left out, in millilitres. Source: MacMahon 2017,
   * doi:10.1148/radiol.2017161659, where solid and subsolid spots under 100 cubic millimetres need
   * no follow-up; at 2 mm from slice to slice a vessel that bends looks like one.
   */
  public static final double SMALLEST_OPACITY_ML = 0.1;

  private final FrameGrid grid;
  private final Workers workers;

  public OpacityCleanup(FrameGrid grid, Workers workers) {
    this.grid = grid;
    this.workers = workers;
  }

  /**
   * What is left of the opacities, {@code [run][row * size + column]}.
   *
   * @param mask 1 or 0
   * @param logits above 0 exactly where the mask is 1; a slice without change is the network's own
   */
  public record Cleaned(byte[][] mask, float[][] logits) {}

  /** The opacities inside the lungs. */
  public Cleaned clean(FrameFields fields, byte[][] side) {
    var mask = new byte[fields.runs()][grid.pixels()];
    workers.forEach(fields.runs(), run -> inside(fields.opacity()[run], side[run], mask[run]));
    Components.of(mask, grid.size(), grid.size(), workers)
        .write(spot -> spot.voxels() * grid.voxelMl() < SMALLEST_OPACITY_ML, mask, 0);
    var logits = new float[fields.runs()][];
    workers.forEach(fields.runs(), run -> logits[run] = followed(mask[run], fields.opacity()[run]));
    return new Cleaned(mask, logits);
  }

  private static void inside(float[] logits, byte[] side, byte[] mask) {
    for (int pixel = 0; pixel < mask.length; pixel++) {
      mask[pixel] = (byte) (logits[pixel] > 0 && side[pixel] != 0 ? 1 : 0);
    }
  }

  private static float[] followed(byte[] mask, float[] logits) {
    int pixel = firstDropped(mask, logits);
    if (pixel == mask.length) {
      return logits;
    }
    var followed = logits.clone();
    for (; pixel < mask.length; pixel++) {
      if (mask[pixel] == 0 && logits[pixel] > 0) {
        followed[pixel] = -logits[pixel];
      }
    }
    return followed;
  }

  private static int firstDropped(byte[] mask, float[] logits) {
    int pixel = 0;
    while (pixel < mask.length && (mask[pixel] != 0 || logits[pixel] <= 0)) {
      pixel++;
    }
    return pixel;
  }
}
