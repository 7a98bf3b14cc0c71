package org.hilum.imaging.comparison.alignment;

/** What a movement does at every cube of the prior's lungs. */
final class FlowWalk {

  private static final int SUMS = 6;

  /** Part of a cube that is lung for it to be walked. */
  private static final float LUNG = 0.5f;

  /** Where tissue folds, its expansion counts as this much, so that it has a logarithm. */
  private static final double LEAST_EXPANSION = 0.01;

  private final double[] sums;
  private final double smallest;
  private final double largest;

  FlowWalk(SampledLungs lungs, Flow forth, Flow back) {
    var lattice = lungs.lattice();
    var expansion = forth.expansion();
    var extremes = new float[lattice.layers()][2];
    this.sums =
        Layers.sum(
            lattice.layers(),
            SUMS,
            (z, sum) -> {
              extremes[z][0] = Float.MAX_VALUE;
              for (int n = z * lattice.layer(); n < (z + 1) * lattice.layer(); n++) {
                if (lungs.lung()[n] > LUNG) {
                  add(forth, back, n, sum);
                  sum[3] += expansion[n] > 0 ? 0 : 1;
                  double logarithm = Math.log(Math.max(LEAST_EXPANSION, expansion[n]));
                  sum[4] += logarithm;
                  sum[5] += logarithm * logarithm;
                  extremes[z][0] = Math.min(extremes[z][0], expansion[n]);
                  extremes[z][1] = Math.max(extremes[z][1], expansion[n]);
                }
              }
            });
    double least = Double.MAX_VALUE;
    double most = 0;
    for (var layer : extremes) {
      least = Math.min(least, layer[0]);
      most = Math.max(most, layer[1]);
    }
    this.smallest = sums[0] > 0 ? least : 1;
    this.largest = sums[0] > 0 ? most : 1;
  }

  /** Adds one cube: count, way, and distance after going there and back. */
  private static void add(Flow forth, Flow back, int n, double[] sum) {
    var lattice = forth.lattice();
    int x = n % lattice.columns();
    int y = n / lattice.columns() % lattice.rows();
    int z = n / lattice.layer();
    float dx = forth.mm()[3 * n];
    float dy = forth.mm()[3 * n + 1];
    float dz = forth.mm()[3 * n + 2];
    var home = new float[3];
    float perMm = (float) (1 / lattice.stepMm());
    back.add(x + dx * perMm, y + dy * perMm, z + dz * perMm, home, 0);
    sum[0]++;
    sum[1] += length(dx, dy, dz);
    sum[2] += length(dx + home[0], dy + home[1], dz + home[2]);
  }

  private static double length(float x, float y, float z) {
    return Math.sqrt(x * x + y * y + z * z);
  }

  double meanMovementMm() {
    return sums[1] / Math.max(1, sums[0]);
  }

  double inverseErrorMm() {
    return sums[2] / Math.max(1, sums[0]);
  }

  double foldedPercent() {
    return 100 * sums[3] / Math.max(1, sums[0]);
  }

  /** Standard deviation of the logarithm of the expansion. */
  double unevenness() {
    double count = Math.max(1, sums[0]);
    return Math.sqrt(Math.max(0, sums[5] / count - sums[4] * sums[4] / (count * count)));
  }

  double smallestExpansion() {
    return smallest;
  }

  double largestExpansion() {
    return largest;
  }
}
