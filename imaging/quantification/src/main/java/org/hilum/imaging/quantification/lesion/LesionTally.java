package org.hilum.imaging.quantification.lesion;

import java.util.Arrays;
import org.hilum.imaging.quantification.partition.RegionPartition;
import org.hilum.imaging.quantification.tally.VoxelTally;
import org.hilum.imaging.segmentation.OpacityLabel;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.VolumeGeometry;

/** What the voxels of one lesion add up to. */
final class LesionTally {
  private static final int CELLS_OF_SIDE = RegionPartition.CELLS / 2;

  private final int side;
  private final int[] voxelsOfCell = new int[CELLS_OF_SIDE];
  private final double[] least = new double[3];
  private final double[] most = new double[3];
  private long voxels;
  private long sumK;
  private long sumJ;
  private long sumI;
  private long hu;
  private long mass;
  private long groundGlass;
  private long consolidation;
  private long peripheral;
  private int slice = -1;
  private long areaOfSlice;
  private int keySlice = -1;
  private long areaOfKeySlice;

  LesionTally(int side) {
    this.side = side;
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
  }

  /** Adds a run; the runs of one tally come slice by slice. */
  void add(LesionSlice in, int j, int from, int to) {
    int length = to - from;
    voxels += length;
    sumK += (long) in.k() * length;
    sumJ += (long) j * length;
    sumI += (long) (from + to - 1) * length / 2;
    addVoxels(in, j, from, to);
    peripheral += in.rim().count(side, in.k(), j, from, to);
    includePoint(in.geometry().point(in.k(), j, from));
    includePoint(in.geometry().point(in.k(), j, to - 1));
    areaOfSlice = (in.k() == slice ? areaOfSlice : 0) + length;
    slice = in.k();
    if (areaOfSlice > areaOfKeySlice) {
      areaOfKeySlice = areaOfSlice;
      keySlice = slice;
    }
  }

  private void addVoxels(LesionSlice in, int j, int from, int to) {
    int start = j * in.geometry().columns();
    double zOfRow = in.partition().zOfRow(in.k(), j);
    double zPerColumn = in.partition().zPerColumn();
    var lobes = in.lobes();
    for (int i = from; i < to; i++) {
      int at = start + i;
      int value = in.hu()[at];
      hu += value;
      mass += VoxelTally.massOf(value);
      int kind = in.opacity()[at];
      groundGlass += kind == OpacityLabel.GROUND_GLASS ? 1 : 0;
      consolidation += kind == OpacityLabel.CONSOLIDATION ? 1 : 0;
      int lobe = lobes == null ? 0 : RegionPartition.lobe(side, lobes[at]);
      voxelsOfCell[
          RegionPartition.cell(0, lobe, in.partition().zone(side, zOfRow + i * zPerColumn))]++;
    }
  }

  private void includePoint(PatientPoint point) {
    include(0, point.x());
    include(1, point.y());
    include(2, point.z());
  }

  private void include(int axis, double mm) {
    least[axis] = Math.min(least[axis], mm);
    most[axis] = Math.max(most[axis], mm);
  }

  /** Adds what another thread counted of the same lesion in later slices. */
  void add(LesionTally later) {
    voxels += later.voxels;
    sumK += later.sumK;
    sumJ += later.sumJ;
    sumI += later.sumI;
    hu += later.hu;
    mass += later.mass;
    groundGlass += later.groundGlass;
    consolidation += later.consolidation;
    peripheral += later.peripheral;
    for (int cell = 0; cell < CELLS_OF_SIDE; cell++) {
      voxelsOfCell[cell] += later.voxelsOfCell[cell];
    }
    for (int axis = 0; axis < 3; axis++) {
      include(axis, later.least[axis]);
      include(axis, later.most[axis]);
    }
    if (later.areaOfKeySlice > areaOfKeySlice) {
      areaOfKeySlice = later.areaOfKeySlice;
      keySlice = later.keySlice;
    }
  }

  int side() {
    return side;
  }

  long voxels() {
    return voxels;
  }

  long hu() {
    return hu;
  }

  long mass() {
    return mass;
  }

  long groundGlass() {
    return groundGlass;
  }

  long consolidation() {
    return consolidation;
  }

  long peripheral() {
    return peripheral;
  }

  int keySlice() {
    return keySlice;
  }

  /** Mean position of the voxels, each counting the same. */
  PatientPoint centre(VolumeGeometry geometry) {
    return geometry.point((double) sumK / voxels, (double) sumJ / voxels, (double) sumI / voxels);
  }

  /** From the first voxel's centre to the last's along a patient axis, in mm. */
  double spanMm(int axis) {
    return most[axis] - least[axis];
  }

  /** Voxels in a cell of the division into regions. */
  int voxelsOfCell(int cell) {
    return RegionPartition.sideOf(cell) == side ? voxelsOfCell[cell % CELLS_OF_SIDE] : 0;
  }
}
