package org.hilum.imaging.segmentation.cleanup;

import org.hilum.imaging.segmentation.components.Components;
import org.hilum.imaging.segmentation.inference.FrameFields;
import org.hilum.imaging.segmentation.workers.Workers;

/**
 * Makes two plausible lungs of the logits of lung.
 *
 * <p>In: logits on the frame. Out: for each pixel the lung it belongs to; the logits are changed so
 * that they are above 0 exactly there (a pixel that changes sides keeps its distance from 0, so
 * that the outline between pixels stays smooth).
 *
 * <p>Limits: rules of thumb for adults lying on their back, looked at on COVID-19 and planning CT;
 * not validated after lung surgery.
 */
public final class LungCleanup {

  /**
   * A region smaller than this is no piece of a lung, in millilitres: about a cube of 1.5 cm.
   * Pieces of lung cut off by disease or at the costophrenic angle are mostly larger; gas in the
   * gut that is taken for lung is mostly found in specks.
   */
  static final double SMALLEST_PIECE_ML = 3;

  private final FrameGrid grid;
  private final HuScale scale;
  private final SideLabels labels;
  private final Workers workers;

  public LungCleanup(FrameGrid grid, HuScale scale, SideLabels labels, Workers workers) {
    this.grid = grid;
    this.scale = scale;
    this.labels = labels;
    this.workers = workers;
  }

  /** Labels of the lungs, {@code [run][row * size + column]}. */
  public byte[][] clean(FrameFields fields) {
    var mask = new byte[fields.runs()][grid.pixels()];
    workers.forEach(fields.runs(), run -> setAboveZero(fields.lung()[run], mask[run]));
    var windpipe = new Windpipe(grid, scale, workers);
    var air = windpipe.find(fields.grey());
    windpipe.clear(air, mask);
    new GasRemoval(grid, scale, workers).remove(mask, fields.grey());
    var pieces = Components.of(mask, grid.size(), grid.size(), workers);
    pieces.write(piece -> piece.voxels() * grid.voxelMl() < SMALLEST_PIECE_ML, mask, 0);
    var side = new LungSides(grid, labels, workers).assign(mask);
    new HoleFilling(grid, workers).fill(side);
    // Where lung surrounds a bronchus, the filling took it for a vessel.
    windpipe.clear(air, side);
    workers.forEach(fields.runs(), run -> follow(side[run], fields.lung()[run]));
    return side;
  }

  private static void setAboveZero(float[] logits, byte[] mask) {
    for (int pixel = 0; pixel < mask.length; pixel++) {
      mask[pixel] = (byte) (logits[pixel] > 0 ? 1 : 0);
    }
  }

  /** Turns the sign of logits that do not agree with the labels. */
  private static void follow(byte[] side, float[] logits) {
    for (int pixel = 0; pixel < side.length; pixel++) {
      if (side[pixel] != 0 && logits[pixel] <= 0) {
        logits[pixel] = Math.max(-logits[pixel], Float.MIN_NORMAL);
      } else if (side[pixel] == 0 && logits[pixel] > 0) {
        logits[pixel] = -logits[pixel];
      }
    }
  }
}
