package org.hilum.imaging.lobes.grid;

import java.util.stream.IntStream;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * A volume with whole numbers of voxels averaged along each index, so that sampling it more
 * coarsely does not throw away signal; and the labels at the middle of each block.
 */
final class ReducedVolume {

  /** Added to the label of a lung where it is opaque. */
  private static final int OPAQUE = 64;

  private final int[] factor;
  private final int columns;
  private final int rows;
  private final int slices;
  private final short[][] hu;
  private final byte[][] labels;
  private final double[] origin;
  private final double[][] perMm;

  private ReducedVolume(VolumeGeometry geometry, int[] factor) {
    this.factor = factor;
    this.slices = geometry.slices() / factor[0];
    this.rows = geometry.rows() / factor[1];
    this.columns = geometry.columns() / factor[2];
    this.hu = new short[slices][];
    this.labels = new byte[slices][];
    this.origin = reduced(geometry, new PatientPoint(0, 0, 0));
    this.perMm =
        new double[][] {
          difference(reduced(geometry, new PatientPoint(1, 0, 0)), origin),
          difference(reduced(geometry, new PatientPoint(0, 1, 0)), origin),
          difference(reduced(geometry, new PatientPoint(0, 0, 1)), origin)
        };
  }

  static ReducedVolume of(CtVolume volume, LabelRaster lungs, LabelRaster opacity, double stepMm) {
    var geometry = volume.geometry();
    int[] factor = {
      factor(geometry.kSpacingMm(), stepMm, geometry.slices()),
      factor(geometry.jSpacingMm(), stepMm, geometry.rows()),
      factor(geometry.iSpacingMm(), stepMm, geometry.columns())
    };
    var reduced = new ReducedVolume(geometry, factor);
    IntStream.range(0, reduced.slices)
        .parallel()
        .forEach(k -> reduced.reduce(volume, lungs, opacity, k));
    return reduced;
  }

  private static int factor(double spacingMm, double stepMm, int voxels) {
    return Math.clamp((int) (stepMm / spacingMm + 0.2), 1, voxels);
  }

  private double[] reduced(VolumeGeometry geometry, PatientPoint point) {
    var index = geometry.index(point);
    return new double[] {
      (index.k() - (factor[0] - 1) / 2.0) / factor[0],
      (index.j() - (factor[1] - 1) / 2.0) / factor[1],
      (index.i() - (factor[2] - 1) / 2.0) / factor[2]
    };
  }

  private static double[] difference(double[] a, double[] b) {
    return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
  }

  /** Numeric kernel. */
  private void reduce(CtVolume volume, LabelRaster lungs, LabelRaster opacity, int k) {
    int sourceColumns = volume.geometry().columns();
    var middle = lungs.labels()[k * factor[0] + factor[0] / 2];
    var opaque = opacity.labels()[k * factor[0] + factor[0] / 2];
    var kept = new byte[rows * columns];
    for (int j = 0; j < rows; j++) {
      int from = (j * factor[1] + factor[1] / 2) * sourceColumns + factor[2] / 2;
      for (int i = 0; i < columns; i++) {
        int at = from + i * factor[2];
        kept[j * columns + i] = (byte) (opaque[at] == 0 ? middle[at] : middle[at] | OPAQUE);
      }
    }
    labels[k] = kept;
    hu[k] = isCopy() ? volume.hu()[k] : averaged(volume, k, sourceColumns);
  }

  private boolean isCopy() {
    return factor[0] == 1 && factor[1] == 1 && factor[2] == 1;
  }

  /** Numeric kernel. */
  private short[] averaged(CtVolume volume, int k, int sourceColumns) {
    var sums = new int[columns];
    var means = new short[rows * columns];
    int block = factor[0] * factor[1] * factor[2];
    for (int j = 0; j < rows; j++) {
      java.util.Arrays.fill(sums, 0);
      for (int dk = 0; dk < factor[0]; dk++) {
        var slice = volume.hu()[k * factor[0] + dk];
        for (int dj = 0; dj < factor[1]; dj++) {
          int at = (j * factor[1] + dj) * sourceColumns;
          for (int i = 0; i < columns; i++) {
            for (int di = 0; di < factor[2]; di++) {
              sums[i] += slice[at++];
            }
          }
        }
      }
      for (int i = 0; i < columns; i++) {
        means[j * columns + i] = (short) Math.floorDiv(sums[i] + block / 2, block);
      }
    }
    return means;
  }

  /**
   * Samples one layer of a lattice for a lung: HU by linear interpolation, see {@link LungGrid#hu}.
   * Numeric kernel.
   */
  void sample(Lattice lattice, int z, byte label, float[] target) {
    double pz = lattice.z0() + z * lattice.stepMm();
    for (int y = 0; y < lattice.rows(); y++) {
      double py = lattice.y0() + y * lattice.stepMm();
      double k = at(0, lattice.x0(), py, pz);
      double j = at(1, lattice.x0(), py, pz);
      double i = at(2, lattice.x0(), py, pz);
      int to = (z * lattice.rows() + y) * lattice.columns();
      double dk = perMm[0][0] * lattice.stepMm();
      double dj = perMm[0][1] * lattice.stepMm();
      double di = perMm[0][2] * lattice.stepMm();
      for (int x = 0; x < lattice.columns(); x++) {
        target[to + x] = sample(k + x * dk, j + x * dj, i + x * di, label);
      }
    }
  }

  private double at(int index, double x, double y, double z) {
    return origin[index] + perMm[0][index] * x + perMm[1][index] * y + perMm[2][index] * z;
  }

  private float sample(double k, double j, double i, byte label) {
    int nearK = (int) Math.floor(k + 0.5);
    int nearJ = (int) Math.floor(j + 0.5);
    int nearI = (int) Math.floor(i + 0.5);
    if (nearK < 0
        || nearK >= slices
        || nearJ < 0
        || nearJ >= rows
        || nearI < 0
        || nearI >= columns) {
      return LungGrid.OUTSIDE;
    }
    byte here = labels[nearK][nearJ * columns + nearI];
    if (here != label) {
      return here == (label | OPAQUE) ? LungGrid.OPAQUE : LungGrid.OUTSIDE;
    }
    int k0 = Math.clamp((int) Math.floor(k), 0, Math.max(0, slices - 2));
    double fk = Math.clamp(k - k0, 0, 1);
    double below = inSlice(hu[k0], j, i);
    return (float) (fk == 0 ? below : below + fk * (inSlice(hu[k0 + 1], j, i) - below));
  }

  private double inSlice(short[] slice, double j, double i) {
    int j0 = Math.clamp((int) j, 0, Math.max(0, rows - 2));
    int i0 = Math.clamp((int) i, 0, Math.max(0, columns - 2));
    double fj = Math.clamp(j - j0, 0, 1);
    double fi = Math.clamp(i - i0, 0, 1);
    int at = j0 * columns + i0;
    int right = columns > 1 ? 1 : 0;
    int down = rows > 1 ? columns : 0;
    double upper = slice[at] + fi * (slice[at + right] - slice[at]);
    double lower = slice[at + down] + fi * (slice[at + down + right] - slice[at + down]);
    return upper + fj * (lower - upper);
  }
}
