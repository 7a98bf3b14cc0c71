package org.hilum.imaging.quantification.partition;

import java.util.Arrays;
import org.hilum.imaging.segmentation.LungLabel;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * How far each lung reaches, in voxels and in the patient.
 *
 * <p>In: a lung mask with labels of {@link LungLabel}; other labels are not lung. <br>
 * Out: millimetres along the patient's axes, from the outer face of the first voxel to that of the
 * last.
 */
public final class LungExtent {
  private static final int AXES = 3;

  private final VolumeGeometry geometry;
  private final double[] least = new double[2 * AXES];
  private final double[] most = new double[2 * AXES];
  private int kFrom = Integer.MAX_VALUE;
  private int kTo;
  private int jFrom = Integer.MAX_VALUE;
  private int jTo;
  private int iFrom = Integer.MAX_VALUE;
  private int iTo;

  private LungExtent(VolumeGeometry geometry) {
    this.geometry = geometry;
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
  }

  /** Looks through a lung mask. */
  public static LungExtent of(LabelRaster lungs) {
    var geometry = lungs.geometry();
    return Slab.cut(0, geometry.slices()).parallelStream()
        .map(slab -> ofSlab(lungs, slab))
        .reduce(new LungExtent(geometry), LungExtent::together);
  }

  private static LungExtent ofSlab(LabelRaster lungs, Slab slab) {
    var geometry = lungs.geometry();
    var extent = new LungExtent(geometry);
    for (int k = slab.from(); k < slab.to(); k++) {
      for (int j = 0; j < geometry.rows(); j++) {
        extent.lookAtRow(lungs.labels()[k], k, j);
      }
    }
    return extent;
  }

  private void lookAtRow(byte[] slice, int k, int j) {
    int start = j * geometry.columns();
    int firstLeft = -1;
    int lastLeft = -1;
    int firstRight = -1;
    int lastRight = -1;
    for (int i = 0; i < geometry.columns(); i++) {
      byte label = slice[start + i];
      if (label == LungLabel.LEFT) {
        firstLeft = firstLeft < 0 ? i : firstLeft;
        lastLeft = i;
      } else if (label == LungLabel.RIGHT) {
        firstRight = firstRight < 0 ? i : firstRight;
        lastRight = i;
      }
    }
    // Positions are linear along a row, so its ends hold the extremes of every axis.
    include(Side.LEFT, k, j, firstLeft, lastLeft);
    include(Side.RIGHT, k, j, firstRight, lastRight);
  }

  private void include(Side side, int k, int j, int first, int last) {
    if (first < 0) {
      return;
    }
    includePoint(side, geometry.point(k, j, first));
    includePoint(side, geometry.point(k, j, last));
    kFrom = Math.min(kFrom, k);
    kTo = Math.max(kTo, k + 1);
    jFrom = Math.min(jFrom, j);
    jTo = Math.max(jTo, j + 1);
    iFrom = Math.min(iFrom, first);
    iTo = Math.max(iTo, last + 1);
  }

  private void includePoint(Side side, PatientPoint point) {
    int at = side.ordinal() * AXES;
    least[at] = Math.min(least[at], point.x());
    most[at] = Math.max(most[at], point.x());
    least[at + 1] = Math.min(least[at + 1], point.y());
    most[at + 1] = Math.max(most[at + 1], point.y());
    least[at + 2] = Math.min(least[at + 2], point.z());
    most[at + 2] = Math.max(most[at + 2], point.z());
  }

  private static LungExtent together(LungExtent a, LungExtent b) {
    var both = new LungExtent(a.geometry);
    for (int n = 0; n < both.least.length; n++) {
      both.least[n] = Math.min(a.least[n], b.least[n]);
      both.most[n] = Math.max(a.most[n], b.most[n]);
    }
    both.kFrom = Math.min(a.kFrom, b.kFrom);
    both.kTo = Math.max(a.kTo, b.kTo);
    both.jFrom = Math.min(a.jFrom, b.jFrom);
    both.jTo = Math.max(a.jTo, b.jTo);
    both.iFrom = Math.min(a.iFrom, b.iFrom);
    both.iTo = Math.max(a.iTo, b.iTo);
    return both;
  }

  /** Whether the mask holds a lung. */
  public boolean has(Side side) {
    return most[side.ordinal() * AXES] > Double.NEGATIVE_INFINITY;
  }

  /** The smallest box of voxels around both lungs; empty when there are none. */
  public IndexBox box() {
    return kTo == 0
        ? new IndexBox(0, 0, 0, 0, 0, 0)
        : new IndexBox(kFrom, kTo, jFrom, jTo, iFrom, iTo);
  }

  /** Where a lung begins along a patient axis (0 = x, 1 = y, 2 = z), in mm. */
  public double from(Side side, int axis) {
    return least[side.ordinal() * AXES + axis] - voxelExtentMm(geometry, axis) / 2;
  }

  /** Where a lung ends along a patient axis, in mm. */
  public double to(Side side, int axis) {
    return most[side.ordinal() * AXES + axis] + voxelExtentMm(geometry, axis) / 2;
  }

  /** How far one voxel reaches along a patient axis, in mm. */
  public static double voxelExtentMm(VolumeGeometry geometry, int axis) {
    return Math.abs(geometry.iDirection().component(axis)) * geometry.iSpacingMm()
        + Math.abs(geometry.jDirection().component(axis)) * geometry.jSpacingMm()
        + Math.abs(geometry.kDirection().component(axis)) * geometry.kSpacingMm();
  }
}
