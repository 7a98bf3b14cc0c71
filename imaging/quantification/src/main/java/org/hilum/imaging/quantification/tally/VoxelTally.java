package org.hilum.imaging.quantification.tally;

import java.util.List;
import org.hilum.imaging.quantification.partition.IndexBox;
import org.hilum.imaging.quantification.partition.RegionPartition;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.OpacityLabel;
import org.hilum.imaging.segmentation.OpacityUncertainty;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.volume.CtVolume;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the voxels of the lungs, cell by cell, slice by slice.
 *
 * <p>In: HU and masks on the same geometry; opacity outside the lungs is not counted. <br>
 * Out: whole-number sums, so the result does not depend on the order of the voxels or on threads.
 * <br>
 * Source: high opacity above -200 HU as in Chaganti 2020, doi:10.1148/ryai.2020200048. Mass is
 * voxel volume x (HU + 1000) / 1000, the usual calibration of CT densitometry (air -1000 HU weighs
 * nothing, water 0 HU 1 g/ml). <br>
 * Limits: a voxel under -1000 HU (noise, padding) has mass 0, because nothing weighs less than
 * nothing; noise is therefore not averaged out below -1000 HU.
 */
public final class VoxelTally {

  /** Opacity above this is "high", in HU (Chaganti 2020). */
  public static final int HIGH_OPACITY_ABOVE_HU = -200;

  /** HU of air, where mass begins. */
  private static final int AIR_HU = -1000;

  private static final int VOXELS = 0;
  private static final int HU = 1;
  private static final int HU_SQUARED = 2;
  private static final int GROUND_GLASS = 3;
  private static final int CONSOLIDATION = 4;
  private static final int UNDETERMINED = 5;
  private static final int HIGH = 6;
  private static final int MASS = 7;
  private static final int POSSIBLE = 8;
  private static final int PROBABLE = 9;
  private static final int FIELDS = 10;

  private final long[] sums = new long[RegionPartition.CELLS * FIELDS];

  private VoxelTally() {}

  /** Adds up the lung voxels of one slice inside a box. */
  public static VoxelTally ofSlice(
      CtVolume volume, ChestSegmentation masks, RegionPartition partition, IndexBox box, int k) {
    var tally = new VoxelTally();
    var slice =
        new TallySlice(
            volume.hu()[k],
            masks.lungs().labels()[k],
            masks.opacity().labels()[k],
            masks.lobes().isPresent() ? masks.lobes().get().labels()[k] : null,
            masks.uncertainty().isPresent()
                ? masks.uncertainty().get().levels().labels()[k]
                : null);
    for (int j = box.jFrom(); j < box.jTo(); j++) {
      int start = j * volume.geometry().columns();
      tally.addRow(slice, partition, start, box, partition.zOfRow(k, j));
    }
    return tally;
  }

  /** What several stretches add up to. */
  public static VoxelTally together(List<VoxelTally> tallies) {
    var all = new VoxelTally();
    for (var tally : tallies) {
      for (int n = 0; n < all.sums.length; n++) {
        all.sums[n] += tally.sums[n];
      }
    }
    return all;
  }

  private record TallySlice(
      short[] hu,
      byte[] lungs,
      byte[] opacity,
      byte @Nullable [] lobes,
      byte @Nullable [] levels) {}

  /** The kernel: one row of lung voxels. */
  private void addRow(
      TallySlice slice, RegionPartition partition, int start, IndexBox box, double zOfRow) {
    short[] hu = slice.hu;
    byte[] lungs = slice.lungs;
    byte[] opacity = slice.opacity;
    byte[] lobes = slice.lobes;
    byte[] levels = slice.levels;
    double zPerColumn = partition.zPerColumn();
    for (int i = box.iFrom(); i < box.iTo(); i++) {
      int at = start + i;
      int side = RegionPartition.side(lungs[at]);
      if (side < 0 || side > 1) {
        continue;
      }
      int lobe = lobes == null ? 0 : RegionPartition.lobe(side, lobes[at]);
      int zone = partition.zone(side, zOfRow + i * zPerColumn);
      int cell = RegionPartition.cell(side, lobe, zone) * FIELDS;
      int value = hu[at];
      sums[cell + VOXELS]++;
      sums[cell + HU] += value;
      sums[cell + HU_SQUARED] += (long) value * value;
      int level = levels == null ? 0 : levels[at];
      sums[cell + POSSIBLE] += level >= OpacityUncertainty.POSSIBLE ? 1 : 0;
      sums[cell + PROBABLE] += level >= OpacityUncertainty.PROBABLE ? 1 : 0;
      int kind = opacity[at];
      if (kind == 0) {
        continue;
      }
      sums[cell + fieldOf(kind)]++;
      sums[cell + HIGH] += value > HIGH_OPACITY_ABOVE_HU ? 1 : 0;
      sums[cell + MASS] += massOf(value);
    }
  }

  private static int fieldOf(int opacityLabel) {
    return switch (opacityLabel) {
      case OpacityLabel.GROUND_GLASS -> GROUND_GLASS;
      case OpacityLabel.CONSOLIDATION -> CONSOLIDATION;
      default -> UNDETERMINED;
    };
  }

  /** Mass of a voxel in thousandths of a gram per millilitre: HU + 1000, not below 0. */
  public static int massOf(int hu) {
    return Math.max(0, hu - AIR_HU);
  }

  /** What the voxels of a region add up to. */
  public RegionSums of(Region region) {
    var total = new long[FIELDS];
    for (int cell = 0; cell < RegionPartition.CELLS; cell++) {
      if (RegionPartition.holds(region, cell)) {
        for (int field = 0; field < FIELDS; field++) {
          total[field] += sums[cell * FIELDS + field];
        }
      }
    }
    return new RegionSums(
        total[VOXELS],
        total[HU],
        total[HU_SQUARED],
        total[GROUND_GLASS],
        total[CONSOLIDATION],
        total[UNDETERMINED],
        total[HIGH],
        total[MASS],
        total[POSSIBLE],
        total[PROBABLE]);
  }
}
