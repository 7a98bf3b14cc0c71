package org.hilum.imaging.quantification;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hilum.imaging.quantification.partition.LungExtent;
import org.hilum.imaging.quantification.partition.RegionPartition;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.volume.LabelRaster;

/**
 * Tells in which regions a voxel lies, by the same cut that measurements are made with.
 *
 * <p>A cell is the finest division of the lungs, of which every {@link Region} is a union.
 */
public final class RegionCells {

  /** Number of cells. */
  public static final int COUNT = RegionPartition.CELLS;

  private final LabelRaster lungs;
  private final Optional<LabelRaster> lobes;
  private final RegionPartition partition;

  private RegionCells(LabelRaster lungs, Optional<LabelRaster> lobes) {
    this.lungs = lungs;
    this.lobes = lobes;
    partition = new RegionPartition(lungs.geometry(), LungExtent.of(lungs));
  }

  /** The cells of a segmented chest. */
  public static RegionCells of(ChestSegmentation masks) {
    return new RegionCells(masks.lungs(), masks.lobes());
  }

  /** Cell of a voxel, from 0; -1 where there is no lung. */
  public int cell(int k, int j, int i) {
    int at = j * lungs.geometry().columns() + i;
    int side = RegionPartition.side(lungs.labels()[k][at]);
    if (side < 0 || side > 1) {
      return -1;
    }
    int lobe = lobes.isPresent() ? RegionPartition.lobe(side, lobes.get().labels()[k][at]) : 0;
    double z = partition.zOfRow(k, j) + i * partition.zPerColumn();
    return RegionPartition.cell(side, lobe, partition.zone(side, z));
  }

  /** The sum over a region of amounts that are given for each cell. */
  public static double sum(double[] ofCells, Region region) {
    return cellsOf(region).stream().mapToDouble(cell -> ofCells[cell]).sum();
  }

  /** The cells that make up a region. */
  public static List<Integer> cellsOf(Region region) {
    return IntStream.range(0, COUNT)
        .filter(cell -> RegionPartition.holds(region, cell))
        .boxed()
        .toList();
  }
}
