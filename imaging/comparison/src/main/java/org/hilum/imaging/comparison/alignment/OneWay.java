package org.hilum.imaging.comparison.alignment;

import org.hilum.imaging.comparison.DisplacementGrid;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/** The movement from one date to the other, point by point. */
final class OneWay {

  /** Room around the lungs in the grids that are given out, in mm. */
  private static final double MARGIN_MM = 15;

  private final Affine toMiddle;
  private final Affine toOther;
  private final Flow flow;
  private final Lattice lattice;
  private final float[] expansion;
  private final double affineExpansion;

  /**
   * Puts the parts together.
   *
   * @param here from the middle frame to the date that points are of
   * @param other from the middle frame to the other date
   * @param flow the smooth movement, in the middle frame
   */
  OneWay(Affine here, Affine other, Flow flow) {
    this.toMiddle = here.inverse();
    this.toOther = other;
    this.flow = flow;
    this.lattice = flow.lattice();
    this.expansion = flow.expansion();
    this.affineExpansion = other.determinant() / here.determinant();
  }

  /** Where a point lies at the other date; LPS mm. */
  void carry(double x, double y, double z, double[] out) {
    var move = new float[3];
    toMiddle.apply(x, y, z, out);
    flow.at(out[0], out[1], out[2], move);
    toOther.apply(out[0] + move[0], out[1] + move[1], out[2] + move[2], out);
  }

  /** Volume of tissue at the other date over its volume here. */
  double expansion(double x, double y, double z) {
    double px = (toMiddle.at(0, x, y, z) - lattice.x0()) / lattice.stepMm();
    double py = (toMiddle.at(1, x, y, z) - lattice.y0()) / lattice.stepMm();
    double pz = (toMiddle.at(2, x, y, z) - lattice.z0()) / lattice.stepMm();
    int ix = Math.clamp((int) px, 0, lattice.columns() - 2);
    int iy = Math.clamp((int) py, 0, lattice.rows() - 2);
    int iz = Math.clamp((int) pz, 0, lattice.layers() - 2);
    double fx = Math.clamp(px - ix, 0, 1);
    double fy = Math.clamp(py - iy, 0, 1);
    double fz = Math.clamp(pz - iz, 0, 1);
    double sum = 0;
    for (int corner = 0; corner < 8; corner++) {
      int dx = corner & 1;
      int dy = corner >> 1 & 1;
      int dz = corner >> 2;
      double weight = (dx == 1 ? fx : 1 - fx) * (dy == 1 ? fy : 1 - fy) * (dz == 1 ? fz : 1 - fz);
      sum +=
          weight * expansion[((iz + dz) * lattice.rows() + iy + dy) * lattice.columns() + ix + dx];
    }
    return affineExpansion * sum;
  }

  /** What {@link #carry} adds, on a grid along the patient's axes that holds the lungs. */
  DisplacementGrid grid(LungExtent lungs, double stepMm) {
    double[] low = lungs.low();
    double[] high = lungs.high();
    var block =
        Lattice.around(
            new double[] {low[0] - MARGIN_MM, low[1] - MARGIN_MM, low[2] - MARGIN_MM},
            new double[] {high[0] + MARGIN_MM, high[1] + MARGIN_MM, high[2] + MARGIN_MM},
            stepMm,
            1);
    var mm = new float[block.layers()][3 * block.layer()];
    Layers.forEach(block.layers(), z -> fill(block, z, mm[z]));
    return new DisplacementGrid(geometry(block), mm);
  }

  private void fill(Lattice block, int z, float[] mm) {
    var out = new double[3];
    int to = 0;
    for (int y = 0; y < block.rows(); y++) {
      for (int x = 0; x < block.columns(); x++) {
        carry(block.x(x), block.y(y), block.z(z), out);
        mm[to++] = (float) (out[0] - block.x(x));
        mm[to++] = (float) (out[1] - block.y(y));
        mm[to++] = (float) (out[2] - block.z(z));
      }
    }
  }

  private static VolumeGeometry geometry(Lattice block) {
    return new VolumeGeometry(
        new PatientPoint(block.x0(), block.y0(), block.z0()),
        new Vector3(1, 0, 0),
        new Vector3(0, 1, 0),
        new Vector3(0, 0, 1),
        block.stepMm(),
        block.stepMm(),
        block.stepMm(),
        block.columns(),
        block.rows(),
        block.layers());
  }
}
