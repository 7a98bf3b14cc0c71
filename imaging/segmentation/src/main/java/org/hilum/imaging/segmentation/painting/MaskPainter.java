package org.hilum.imaging.segmentation.painting;

import java.util.Optional;
import org.hilum.imaging.segmentation.preparation.Frame;
import org.hilum.imaging.segmentation.preparation.SliceSteps;
import org.hilum.imaging.segmentation.workers.Workers;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * Paints masks on every voxel of a volume from fields on the frame.
 *
 * <p>A voxel takes the linear mean of the frame's pixels around it and of the run slices below and
 * above it; above 0 is inside. Its lung is that of the nearest pixel.
 *
 * <p>Cost: only voxels near the lungs are visited; 0.1 to 0.2 s for 300 slices of 512 x 512 on two
 * cores.
 */
public final class MaskPainter {

  private final FrameLayers layers;
  private final SliceSteps steps;
  private final MaskLabels labels;
  private final int columns;
  private final AxisPositions rowPositions;
  private final AxisPositions columnPositions;
  private final LabelBox[] boxes;

  /** A painter of a volume in canonical order. */
  public MaskPainter(
      FrameLayers layers,
      Frame frame,
      SliceSteps steps,
      VolumeGeometry geometry,
      MaskLabels labels) {
    this.layers = layers;
    this.steps = steps;
    this.labels = labels;
    this.columns = geometry.columns();
    this.rowPositions =
        AxisPositions.of(
            geometry.rows(), layers.size(), j -> frame.frameRow(j, geometry.jSpacingMm()));
    this.columnPositions =
        AxisPositions.of(columns, layers.size(), i -> frame.frameColumn(i, geometry.iSpacingMm()));
    this.boxes = new LabelBox[layers.side().length];
    for (int run = 0; run < boxes.length; run++) {
      boxes[run] = LabelBox.of(layers.side()[run], layers.size());
    }
  }

  /** The masks, one array a slice. */
  public PaintedMasks paint(Workers workers, SurenessPainting sureness) {
    int slices = steps.slices();
    var nothing = new byte[rowPositions.low().length * columns];
    var lungs = new byte[slices][];
    var opacity = new byte[slices][];
    var probability = new byte[sureness.probability() ? slices : 0][];
    var levels = new byte[sureness.levels().isPresent() ? slices : 0][];
    workers.forEach(
        slices,
        k -> {
          lungs[k] = new byte[nothing.length];
          opacity[k] = new byte[nothing.length];
          boolean empty = boxOf(k).isEmpty();
          var rows =
              new SurenessRows(
                  sureness,
                  empty || probability.length == 0 ? nothing : new byte[nothing.length],
                  empty || levels.length == 0 ? nothing : new byte[nothing.length]);
          if (!empty) {
            paintSlice(k, lungs[k], opacity[k], rows);
          }
          rows.keep(k, probability, levels);
        });
    return new PaintedMasks(
        lungs,
        opacity,
        sureness.probability() ? Optional.of(probability) : Optional.empty(),
        sureness.levels().isPresent() ? Optional.of(levels) : Optional.empty());
  }

  private LabelBox boxOf(int k) {
    int lower = steps.lowerRun(k);
    return steps.share(k) == 0 ? boxes[lower] : boxes[lower].with(boxes[lower + 1]);
  }

  private void paintSlice(int k, byte[] lungs, byte[] opacity, SurenessRows rows) {
    int lower = steps.lowerRun(k);
    float share = steps.share(k);
    int upper = share == 0 ? lower : lower + 1;
    var box = boxOf(k);
    var between = new BetweenRuns(layers, lower, upper, share, box, rows.isWanted());
    int firstColumn = columnPositions.firstTouching(box.firstColumn());
    int endColumn = columnPositions.endTouching(box.lastColumn());
    int endRow = rowPositions.endTouching(box.lastRow());
    for (int j = rowPositions.firstTouching(box.firstRow()); j < endRow; j++) {
      between.atRow(rowPositions.low()[j], rowPositions.share()[j]);
      paintRow(between, j * columns, firstColumn, endColumn, lungs, opacity);
      rows.paint(
          between.surenessRow(), columnPositions, j * columns, firstColumn, endColumn, lungs);
    }
  }

  /** Numeric kernel. */
  private void paintRow(
      BetweenRuns between, int first, int from, int to, byte[] lungs, byte[] opacity) {
    var low = columnPositions.low();
    var share = columnPositions.share();
    var lungRow = between.lungRow();
    var opacityRow = between.opacityRow();
    boolean hasOpacity = between.hasOpacity();
    for (int i = from; i < to; i++) {
      int c = low[i];
      float s = share[i];
      if (lungRow[c] * (1 - s) + lungRow[c + 1] * s > 0) {
        lungs[first + i] = between.side(c, s);
        if (hasOpacity && opacityRow[c] * (1 - s) + opacityRow[c + 1] * s > 0) {
          opacity[first + i] =
              between.dense(c, s) > 0 ? labels.consolidation() : labels.groundGlass();
        }
      }
    }
  }
}
