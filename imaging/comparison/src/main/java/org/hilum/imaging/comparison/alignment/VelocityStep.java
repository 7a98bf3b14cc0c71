package org.hilum.imaging.comparison.alignment;

/**
 * One step of fitting a smooth movement between two images: at each cube, least squares on the
 * differences that remain in a window about it.
 *
 * <p>Source: the window is that of Lucas and Kanade (1981), the movement a steady velocity as in
 * Vercauteren 2008, doi:10.1007/978-3-540-85988-8_90.
 */
final class VelocityStep {

  /** Six of the symmetric matrix, three of the right side. */
  private static final int FIELDS = 9;

  /**
   * Added to the diagonal, as part of its mean over the lungs: where nothing is seen nothing moves.
   */
  private static final double RIDGE = 0.03;

  private final Lattice lattice;
  private final int ratio;
  private final float[][] fields;

  /**
   * Collects the differences of two images.
   *
   * @param lattice of the velocity: that of the images, or cubes of twice the side
   */
  VelocityStep(LungImage a, LungImage b, double contrastPower, Lattice lattice) {
    this.lattice = lattice;
    this.ratio = (int) Math.round(lattice.stepMm() / a.lattice().stepMm());
    this.fields = new float[FIELDS][lattice.size()];
    Layers.forEach(lattice.layers(), z -> collect(new Disagreement(a, b, contrastPower), z));
  }

  /** Numeric kernel. */
  private void collect(Disagreement differs, int layer) {
    for (int z = ratio * layer; z < ratio * (layer + 1); z++) {
      for (int y = 0; y < ratio * lattice.rows(); y++) {
        int row = (layer * lattice.rows() + y / ratio) * lattice.columns();
        for (int x = 0; x < ratio * lattice.columns(); x++) {
          if (differs.at(x, y, z)) {
            int to = row + x / ratio;
            add(differs.contrastSlope, differs.contrast, differs.contrastWeight, to);
            add(differs.borderSlope, differs.border, differs.borderWeight, to);
          }
        }
      }
    }
  }

  private void add(float[] slope, float difference, float weight, int to) {
    float x = weight * slope[0];
    float y = weight * slope[1];
    float z = weight * slope[2];
    fields[0][to] += x * slope[0];
    fields[1][to] += x * slope[1];
    fields[2][to] += x * slope[2];
    fields[3][to] += y * slope[1];
    fields[4][to] += y * slope[2];
    fields[5][to] += z * slope[2];
    fields[6][to] += x * difference;
    fields[7][to] += y * difference;
    fields[8][to] += z * difference;
  }

  /**
   * Adds the step to a velocity.
   *
   * @param windowMm standard deviation of the window
   * @param mostMm longest step
   * @param cubeMm side of the images' cubes
   */
  void addTo(float[][] velocity, double windowMm, double mostMm, double cubeMm) {
    for (var field : fields) {
      Blur.inPlace(field, lattice, windowMm / lattice.stepMm());
    }
    float ridge = (float) (RIDGE * meanDiagonal());
    Layers.forEach(
        lattice.layers(),
        z -> {
          for (int n = z * lattice.layer(); n < (z + 1) * lattice.layer(); n++) {
            if (fields[0][n] + fields[3][n] + fields[5][n] > 0) {
              solve(velocity, n, ridge, (float) cubeMm, (float) mostMm);
            }
          }
        });
  }

  private double meanDiagonal() {
    var sums =
        Layers.sum(
            lattice.layers(),
            2,
            (z, sum) -> {
              for (int n = z * lattice.layer(); n < (z + 1) * lattice.layer(); n++) {
                double trace = fields[0][n] + fields[3][n] + fields[5][n];
                sum[0] += trace * trace;
                sum[1] += trace;
              }
            });
    return sums[1] > 0 ? sums[0] / sums[1] / 3 : 1;
  }

  /** Numeric kernel: three equations by cofactors. */
  private void solve(float[][] velocity, int n, float ridge, float cubeMm, float mostMm) {
    float a = fields[0][n] + ridge;
    float b = fields[1][n];
    float c = fields[2][n];
    float d = fields[3][n] + ridge;
    float e = fields[4][n];
    float f = fields[5][n] + ridge;
    float aa = d * f - e * e;
    float bb = c * e - b * f;
    float cc = b * e - c * d;
    float scale = cubeMm / (a * aa + b * bb + c * cc);
    float rx = fields[6][n];
    float ry = fields[7][n];
    float rz = fields[8][n];
    float x = scale * (aa * rx + bb * ry + cc * rz);
    float y = scale * (bb * rx + (a * f - c * c) * ry + (b * c - a * e) * rz);
    float z = scale * (cc * rx + (b * c - a * e) * ry + (a * d - b * b) * rz);
    float length = (float) Math.sqrt(x * x + y * y + z * z);
    float kept = length > mostMm ? mostMm / length : 1;
    velocity[0][n] += kept * x;
    velocity[1][n] += kept * y;
    velocity[2][n] += kept * z;
  }
}
