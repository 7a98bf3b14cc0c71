package org.hilum.imaging.comparison.alignment;

import org.hilum.imaging.comparison.DatedReading;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * The lungs of one date with whole numbers of voxels averaged along each index: density of the lung
 * part of each block only, so that ribs and heart do not show.
 */
final class ReducedScan {

  /** Density kept, in HU: below lies noise, above lies metal and contrast. */
  private static final int LEAST_HU = -1000;

  private static final int MOST_HU = 100;

  /** A whole block in the byte of a part. */
  static final int WHOLE = 120;

  /** A block may be this much smaller than the step wanted, as part of a voxel. */
  private static final double ROUNDING = 0.3;

  final int slices;
  final int rows;
  final int columns;

  /** Mean HU of the lung in a block; 0 where there is none. */
  final short[][] hu;

  /** Part of the block that is lung, 0 to {@link #WHOLE}. */
  final byte[][] lung;

  /** Part of the block that is opacity, 0 to {@link #WHOLE}. */
  final byte[][] opacity;

  /** From LPS mm to slice, row, column of blocks. */
  final Affine toIndex;

  private final int[] factor;

  private ReducedScan(VolumeGeometry geometry, int[] factor) {
    this.factor = factor;
    this.slices = geometry.slices() / factor[0];
    this.rows = geometry.rows() / factor[1];
    this.columns = geometry.columns() / factor[2];
    this.hu = new short[slices][];
    this.lung = new byte[slices][];
    this.opacity = new byte[slices][];
    double[] scale = new double[3];
    double[] shift = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      scale[axis] = 1.0 / factor[axis];
      shift[axis] = -(factor[axis] - 1) / 2.0 / factor[axis];
    }
    this.toIndex = Affine.scaleAndShift(scale, shift).after(Affine.toIndex(geometry));
  }

  /** Blocks of about the side asked for. */
  static ReducedScan of(DatedReading reading, double stepMm) {
    var geometry = reading.volume().geometry();
    int[] factor = {
      factor(geometry.kSpacingMm(), stepMm, geometry.slices()),
      factor(geometry.jSpacingMm(), stepMm, geometry.rows()),
      factor(geometry.iSpacingMm(), stepMm, geometry.columns())
    };
    var reduced = new ReducedScan(geometry, factor);
    Layers.forEach(reduced.slices, k -> reduced.reduce(reading, k));
    return reduced;
  }

  private static int factor(double spacingMm, double stepMm, int voxels) {
    return Math.clamp((int) (stepMm / spacingMm + ROUNDING), 1, voxels);
  }

  /** Numeric kernel. */
  private void reduce(DatedReading reading, int k) {
    int sourceColumns = reading.volume().geometry().columns();
    var sums = new int[rows * columns];
    var lungs = new short[rows * columns];
    var opacities = new short[rows * columns];
    for (int dk = 0; dk < factor[0]; dk++) {
      var sourceHu = reading.volume().hu()[k * factor[0] + dk];
      var sourceLung = reading.segmentation().lungs().labels()[k * factor[0] + dk];
      var sourceOpacity = reading.segmentation().opacity().labels()[k * factor[0] + dk];
      for (int j = 0; j < rows * factor[1]; j++) {
        int at = j * sourceColumns;
        int to = j / factor[1] * columns;
        for (int i = 0; i < columns; i++, to++) {
          for (int di = 0; di < factor[2]; di++, at++) {
            if (sourceLung[at] != 0) {
              sums[to] += Math.clamp(sourceHu[at], LEAST_HU, MOST_HU);
              lungs[to]++;
              if (sourceOpacity[at] != 0) {
                opacities[to]++;
              }
            }
          }
        }
      }
    }
    keep(k, sums, lungs, opacities);
  }

  private void keep(int k, int[] sums, short[] lungs, short[] opacities) {
    int block = factor[0] * factor[1] * factor[2];
    hu[k] = new short[rows * columns];
    lung[k] = new byte[rows * columns];
    opacity[k] = new byte[rows * columns];
    for (int n = 0; n < sums.length; n++) {
      if (lungs[n] != 0) {
        hu[k][n] = (short) Math.round((float) sums[n] / lungs[n]);
        lung[k][n] = (byte) (WHOLE * lungs[n] / block);
        opacity[k][n] = (byte) (WHOLE * opacities[n] / block);
      }
    }
  }

  /** Place of a block in LPS millimetres. */
  PatientPoint place(double k, double j, double i) {
    var out = new double[3];
    toIndex.inverse().apply(k, j, i, out);
    return new PatientPoint(out[0], out[1], out[2]);
  }
}
