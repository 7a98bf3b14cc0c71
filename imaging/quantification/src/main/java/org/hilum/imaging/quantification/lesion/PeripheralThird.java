package org.hilum.imaging.quantification.lesion;

import org.hilum.imaging.quantification.partition.LungExtent;
import org.hilum.imaging.segmentation.LungLabel;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * Tells whether a voxel lies in the peripheral third of its lung.
 *
 * <p>Depth is the distance to the nearest point outside the lungs that is not between them: the
 * costal, diaphragmatic and apical surface, not the mediastinal one. The peripheral third is what
 * lies less deep than a third of the deepest point of that lung. <br>
 * Source: "subpleural" as mainly in the peripheral third of the lung, Pan 2020,
 * doi:10.1148/radiol.2020200370; that the third is one of depth is our reading. <br>
 * Limits: fissures are not counted as surface. Where the scan cuts a lung off, the cut is not
 * counted as surface. With one lung only, the mediastinum is counted as surface. Without any
 * surface in the scan nothing is peripheral. <br>
 * Cost: about a million cells, whatever the size of the volume.
 */
final class PeripheralThird {
  private static final double HALF_CELL = 0.5;

  private final VolumeGeometry geometry;
  private final CoarseChest chest;

  /** Squared depth of each cell, in cells. */
  private final float[] depth;

  /** Squared depth at which the peripheral third of each side's lung ends. */
  private final double[] limit = {-1, -1};

  private PeripheralThird(VolumeGeometry geometry, CoarseChest chest) {
    this.geometry = geometry;
    this.chest = chest;
    depth = new float[chest.marks.length];
  }

  /** Finds the peripheral third of each lung of a mask, which must hold at least one. */
  static PeripheralThird of(LabelRaster lungs, LungExtent extent) {
    var rim = new PeripheralThird(lungs.geometry(), CoarseChest.of(lungs, extent));
    rim.measureDepth();
    for (var side : Side.values()) {
      rim.findLimit(side);
    }
    return rim;
  }

  private void measureDepth() {
    for (int cell = 0; cell < depth.length; cell++) {
      depth[cell] = chest.marks[cell] == CoarseChest.OUTSIDE ? 0 : DistanceField.NO_SOURCE;
    }
    DistanceField.transform(depth, chest.nx, chest.ny, chest.nz);
  }

  private void findLimit(Side side) {
    float deepest = 0;
    for (int cell = 0; cell < depth.length; cell++) {
      if (chest.marks[cell] == LungLabel.of(side)) {
        deepest = Math.max(deepest, depth[cell]);
      }
    }
    if (deepest < DistanceField.NO_SOURCE) {
      // The surface lies half a cell before the centre of the first cell outside.
      double third = (Math.sqrt(deepest) - HALF_CELL) / 3 + HALF_CELL;
      limit[side.ordinal()] = third * third;
    }
  }

  /** Which part of both lungs is peripheral, 0 to 1. */
  double fractionOfLungs() {
    int lung = 0;
    int peripheral = 0;
    for (int cell = 0; cell < depth.length; cell++) {
      for (var side : Side.values()) {
        if (chest.marks[cell] == LungLabel.of(side)) {
          lung++;
          peripheral += depth[cell] <= limit[side.ordinal()] ? 1 : 0;
        }
      }
    }
    return lung == 0 ? 0 : (double) peripheral / lung;
  }

  /** How many voxels of a stretch of a row lie in the peripheral third. */
  int count(int side, int k, int j, int columnFrom, int columnTo) {
    var start = geometry.point(k, j, columnFrom);
    double x = (start.x() - chest.first.x()) / chest.cellMm + HALF_CELL;
    double y = (start.y() - chest.first.y()) / chest.cellMm + HALF_CELL;
    double z = (start.z() - chest.first.z()) / chest.cellMm + HALF_CELL;
    double step = geometry.iSpacingMm() / chest.cellMm;
    double stepX = geometry.iDirection().x() * step;
    double stepY = geometry.iDirection().y() * step;
    double stepZ = geometry.iDirection().z() * step;
    int found = 0;
    for (int n = 0; n < columnTo - columnFrom; n++) {
      int cell =
          ((int) (z + n * stepZ) * chest.ny + (int) (y + n * stepY)) * chest.nx
              + (int) (x + n * stepX);
      found += depth[cell] <= limit[side] ? 1 : 0;
    }
    return found;
  }
}
