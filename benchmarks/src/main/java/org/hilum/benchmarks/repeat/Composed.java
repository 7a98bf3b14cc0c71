package org.hilum.benchmarks.repeat;

import org.hilum.imaging.comparison.Alignment;
import org.hilum.imaging.comparison.AlignmentQuality;
import org.hilum.imaging.comparison.DisplacementGrid;

/** One movement after another. */
record Composed(Alignment first, Alignment then) implements Alignment {

  @Override
  public void toCurrent(double x, double y, double z, double[] out) {
    first.toCurrent(x, y, z, out);
    then.toCurrent(out[0], out[1], out[2], out);
  }

  @Override
  public void toPrior(double x, double y, double z, double[] out) {
    then.toPrior(x, y, z, out);
    first.toPrior(out[0], out[1], out[2], out);
  }

  @Override
  public double expansion(double x, double y, double z) {
    var between = new double[3];
    first.toCurrent(x, y, z, between);
    return first.expansion(x, y, z) * then.expansion(between[0], between[1], between[2]);
  }

  @Override
  public double[] affine() {
    var sum = first.affine();
    for (int row = 0; row < 3; row++) {
      sum[4 * row + 3] += then.affine()[4 * row + 3];
    }
    return sum;
  }

  @Override
  public DisplacementGrid displacements() {
    return first.displacements();
  }

  @Override
  public DisplacementGrid inverseDisplacements() {
    return first.inverseDisplacements();
  }

  @Override
  public AlignmentQuality quality() {
    return first.quality();
  }

  @Override
  public Alignment swapped() {
    return new Composed(then.swapped(), first.swapped());
  }
}
