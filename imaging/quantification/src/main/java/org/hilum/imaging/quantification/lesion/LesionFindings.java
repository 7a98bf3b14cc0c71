package org.hilum.imaging.quantification.lesion;

import java.util.List;
import org.hilum.imaging.quantification.Lesion;
import org.hilum.imaging.quantification.partition.RegionPartition;
import org.hilum.imaging.vocabulary.Region;

/** All lesions of a chest, with what they add up to in each region. */
public final class LesionFindings {
  private final List<FoundLesion> found;
  private final List<Lesion> lesions;
  private final short[][] labels;
  private final double peripheralFraction;
  private final long[] voxelsOfCell = new long[RegionPartition.CELLS];

  LesionFindings(
      List<FoundLesion> found, List<Lesion> lesions, short[][] labels, double peripheralFraction) {
    this.found = found;
    this.lesions = lesions;
    this.labels = labels;
    this.peripheralFraction = peripheralFraction;
    for (var lesion : found) {
      for (int cell = 0; cell < voxelsOfCell.length; cell++) {
        voxelsOfCell[cell] += lesion.tally().voxelsOfCell(cell);
      }
    }
  }

  /** Largest first. */
  public List<Lesion> lesions() {
    return lesions;
  }

  /** Number of the lesion at each voxel. */
  public short[][] labels() {
    return labels;
  }

  /** How many lesions lie mostly in a region. */
  public long count(Region region) {
    return found.stream().filter(lesion -> lesion.liesIn(region)).count();
  }

  /** Voxels of lesions in a region, also of lesions that lie mostly elsewhere. */
  public long voxels(Region region) {
    long total = 0;
    for (int cell = 0; cell < RegionPartition.CELLS; cell++) {
      if (RegionPartition.holds(region, cell)) {
        total += voxelsOfCell[cell];
      }
    }
    return total;
  }

  /** Voxels of lesions in the peripheral third of the lungs. */
  public long peripheralVoxels() {
    return found.stream().mapToLong(lesion -> lesion.tally().peripheral()).sum();
  }

  /** Which part of both lungs, diseased or not, the peripheral third holds, 0 to 1. */
  public double peripheralFractionOfLungs() {
    return peripheralFraction;
  }
}
