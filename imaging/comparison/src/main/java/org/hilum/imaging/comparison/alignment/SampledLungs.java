package org.hilum.imaging.comparison.alignment;

/**
 * The lungs of one date on a lattice.
 *
 * @param lung part of each cube that is lung, 0 to 1
 * @param air lung times (HU + 1000): mass per volume, in g/L
 * @param airSquared lung times (HU + 1000) squared, of the finest lattice averaged
 * @param opacity part of each cube that is opacity
 * @param covered part of each cube that was scanned
 */
record SampledLungs(
    Lattice lattice,
    float[] lung,
    float[] air,
    float[] airSquared,
    float[] opacity,
    float[] covered) {

  /** HU at which tissue weighs nothing. */
  static final float AIR_HU = -1000;

  private static SampledLungs empty(Lattice lattice) {
    int size = lattice.size();
    return new SampledLungs(
        lattice,
        new float[size],
        new float[size],
        new float[size],
        new float[size],
        new float[size]);
  }

  /**
   * Samples a scan by linear interpolation.
   *
   * @param toScan from the lattice's frame to the patient at that date, LPS mm
   */
  static SampledLungs of(ReducedScan scan, Affine toScan, Lattice lattice) {
    var sampled = empty(lattice);
    var toIndex =
        scan.toIndex
            .after(toScan)
            .after(
                Affine.scaleAndShift(
                    new double[] {lattice.stepMm(), lattice.stepMm(), lattice.stepMm()},
                    new double[] {lattice.x0(), lattice.y0(), lattice.z0()}));
    Layers.forEach(
        lattice.layers(),
        z -> {
          for (int y = 0; y < lattice.rows(); y++) {
            sampled.sampleRow(scan, toIndex.m(), y, z);
          }
        });
    return sampled;
  }

  /** Numeric kernel. */
  private void sampleRow(ReducedScan scan, double[] m, int y, int z) {
    int to = (z * lattice.rows() + y) * lattice.columns();
    double k0 = m[1] * y + m[2] * z + m[3];
    double j0 = m[5] * y + m[6] * z + m[7];
    double i0 = m[9] * y + m[10] * z + m[11];
    int lastK = scan.slices - 1;
    int lastJ = scan.rows - 1;
    int lastI = scan.columns - 1;
    for (int x = 0; x < lattice.columns(); x++, to++) {
      double k = k0 + m[0] * x;
      double j = j0 + m[4] * x;
      double i = i0 + m[8] * x;
      if (k < -0.5
          || j < -0.5
          || i < -0.5
          || k > lastK + 0.5
          || j > lastJ + 0.5
          || i > lastI + 0.5) {
        continue;
      }
      covered[to] = 1;
      int firstK = Math.clamp((int) k, 0, Math.max(0, lastK - 1));
      int firstJ = Math.clamp((int) j, 0, Math.max(0, lastJ - 1));
      int firstI = Math.clamp((int) i, 0, Math.max(0, lastI - 1));
      gather(
          scan,
          firstK,
          firstJ * scan.columns + firstI,
          (float) Math.clamp(k - firstK, 0, 1),
          (float) Math.clamp(j - firstJ, 0, 1),
          (float) Math.clamp(i - firstI, 0, 1),
          to);
    }
  }

  /** Numeric kernel: sums over the eight blocks around a place. */
  private void gather(ReducedScan scan, int firstK, int at, float fk, float fj, float fi, int to) {
    int right = scan.columns > 1 ? 1 : 0;
    int down = scan.rows > 1 ? scan.columns : 0;
    float sumLung = 0;
    float sumAir = 0;
    float sumOpacity = 0;
    for (int dk = 0; dk < 2; dk++) {
      int k = Math.min(firstK + dk, scan.slices - 1);
      float wk = (dk == 0 ? 1 - fk : fk) / ReducedScan.WHOLE;
      var lungs = scan.lung[k];
      var hus = scan.hu[k];
      var opacities = scan.opacity[k];
      for (int dj = 0; dj < 2; dj++) {
        float wj = wk * (dj == 0 ? 1 - fj : fj);
        int here = at + dj * down;
        float near = wj * (1 - fi) * lungs[here];
        float far = wj * fi * lungs[here + right];
        sumLung += near + far;
        sumAir += near * (hus[here] - AIR_HU) + far * (hus[here + right] - AIR_HU);
        sumOpacity += wj * ((1 - fi) * opacities[here] + fi * opacities[here + right]);
      }
    }
    lung[to] = sumLung;
    air[to] = sumAir;
    airSquared[to] = sumLung > 0 ? sumAir * sumAir / sumLung : 0;
    opacity[to] = sumOpacity;
  }

  /** The same in cubes of twice the side. */
  SampledLungs halved() {
    var coarse = lattice.halved();
    return new SampledLungs(
        coarse,
        Halving.of(lung, lattice),
        Halving.of(air, lattice),
        Halving.of(airSquared, lattice),
        Halving.of(opacity, lattice),
        Halving.of(covered, lattice));
  }
}
