package org.hilum.imaging.comparison.alignment;

/**
 * One step of fitting an affine movement between two images: least squares on the differences that
 * remain (Gauss-Newton).
 */
final class AffineStep {

  private static final int UNKNOWNS = 12;
  private static final int SUMS = UNKNOWNS * UNKNOWNS + UNKNOWNS;

  /** Places are measured in this many mm, so that all unknowns are of one size. */
  private static final double UNIT_MM = 100;

  /** Added to the diagonal, as part of its mean, so that a round lung does not spin. */
  private static final double RIDGE = 1e-3;

  private AffineStep() {}

  /** What to add to the velocity (row-major 3 x 4, per mm) that carries b's tissue from a's. */
  static double[] of(LungImage a, LungImage b, double contrastPower) {
    var lattice = a.lattice();
    var sums =
        Layers.sum(lattice.layers(), SUMS, (z, sum) -> addLayer(a, b, contrastPower, z, sum));
    double trace = 0;
    for (int n = 0; n < UNKNOWNS; n++) {
      trace += sums[n * UNKNOWNS + n];
    }
    var matrix = new double[UNKNOWNS][UNKNOWNS];
    var right = new double[UNKNOWNS];
    for (int n = 0; n < UNKNOWNS; n++) {
      System.arraycopy(sums, n * UNKNOWNS, matrix[n], 0, UNKNOWNS);
      matrix[n][n] += RIDGE * trace / UNKNOWNS + 1e-12;
      right[n] = sums[UNKNOWNS * UNKNOWNS + n];
    }
    var solved = LinearSystem.solve(matrix, right);
    for (int n = 0; n < UNKNOWNS; n++) {
      solved[n] *= n % 4 == 3 ? lattice.stepMm() : lattice.stepMm() / UNIT_MM;
    }
    return solved;
  }

  /** Numeric kernel. */
  private static void addLayer(
      LungImage a, LungImage b, double contrastPower, int z, double[] sum) {
    var lattice = a.lattice();
    var differs = new Disagreement(a, b, contrastPower);
    double[] place = {0, 0, lattice.z(z) / UNIT_MM, 1};
    var slope = new double[UNKNOWNS];
    for (int y = 0; y < lattice.rows(); y++) {
      place[1] = lattice.y(y) / UNIT_MM;
      for (int x = 0; x < lattice.columns(); x++) {
        if (differs.at(x, y, z)) {
          place[0] = lattice.x(x) / UNIT_MM;
          add(differs.contrastSlope, differs.contrast, differs.contrastWeight, place, slope, sum);
          add(differs.borderSlope, differs.border, differs.borderWeight, place, slope, sum);
        }
      }
    }
  }

  private static void add(
      float[] slopes,
      float difference,
      float weight,
      double[] place,
      double[] slope,
      double[] sum) {
    if (weight == 0 || slopes[0] == 0 && slopes[1] == 0 && slopes[2] == 0) {
      return;
    }
    for (int n = 0; n < UNKNOWNS; n++) {
      slope[n] = slopes[n / 4] * place[n % 4];
    }
    for (int n = 0; n < UNKNOWNS; n++) {
      double weighted = weight * slope[n];
      for (int m = 0; m < UNKNOWNS; m++) {
        sum[n * UNKNOWNS + m] += weighted * slope[m];
      }
      sum[UNKNOWNS * UNKNOWNS + n] += weighted * difference;
    }
  }
}
