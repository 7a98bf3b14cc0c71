package org.hilum.imaging.comparison.limit;

/**
 * Limits of detectable change between two dates.
 *
 * <p>In: what was measured at both dates, the prior as it would be at the current breath. <br>
 * Out: the half width, in the quantity's unit, within which 95 % of the differences lie that repeat
 * scans of an unchanged chest show: {@value #Z} x sqrt(s1² + s2²), s of each date. <br>
 * Source: Bland and Altman 1999, doi:10.1177/096228029900800204, for the form (repeatability
 * coefficient); the constants were fitted by {@code ./dev repeat} on simulated repeat scans of
 * eight real chests, see docs/methods/change.md. <br>
 * Limits: the simulated repeats vary noise, table, slices, kernel and breath, not scanner, dose
 * reduction or motion. A chest whose opacity is much fainter than theirs may wobble more.
 */
public final class Limits {

  /** Two-sided 95 % of a normal distribution. */
  private static final double Z = 1.96;

  /** Movement of the whole edge from scan to scan, mm; fitted. */
  static final double EDGE_MM = 0.2;

  /** Part of the soft volume by which a repeat differs; fitted. */
  static final double SOFT = 0.15;

  /** Part of the volume that breathing leaves after its correction, of what it changed; fitted. */
  static final double BREATH = 0.5;

  /** Smallest wobble, mL: a lesion of the smallest size that is counted, present or absent. */
  static final double LEAST_ML = 0.1;

  /** Part of a mass by which the calibration of density differs; fitted. */
  static final double DENSITY = 0.02;

  /** Wobble of a mean attenuation whose edge stays, HU; fitted. */
  static final double MEAN_HU = 8;

  /** How much denser a lesion is than its edge, HU; fitted. */
  static final double EDGE_HU = 150;

  /** Part of a region's volume by which its cut differs; fitted. */
  static final double REGION = 0.02;

  /** Part of the consolidation that noise takes for ground glass, or the reverse; fitted. */
  static final double KIND = 0.1;

  /** Wobble of the mean attenuation of a region, HU; fitted. */
  static final double REGION_HU = 5;

  private final PairQuality pair;

  /** The limits of a pair of scans. */
  public Limits(PairQuality pair) {
    this.pair = pair;
  }

  /** Of a volume of opacity, mL, corrected for breath. */
  public double volumeMl(Rim prior, Rim current, double expansion) {
    double breath = BREATH * Math.abs(Math.log(expansion)) * larger(prior, current);
    return Z * root(root(edge(prior), edge(current)), breath);
  }

  /** Of the opacity of a region, mL, corrected for breath. */
  public double regionMl(Rim prior, Rim current, double expansion) {
    return volumeMl(prior, current, expansion);
  }

  /** Of a volume of opacity, mL, not corrected: what breathing does to it is no change. */
  public double rawVolumeMl(double correctedLimitMl, double largerMl, double expansion) {
    return correctedLimitMl + Math.abs(Math.log(expansion)) * largerMl;
  }

  /** Of the volume of a lung or region, mL: how far the cut of the mask goes. */
  public double regionVolumeMl(double largerMl) {
    return Z * REGION * largerMl;
  }

  /** Of a percent of opacity, in percentage points. */
  public double percent(double opacityLimitMl, double lungMl, double largerPercent) {
    return root(100 * opacityLimitMl / lungMl, Z * REGION * largerPercent);
  }

  /** Of ground glass or of consolidation, mL: their border is a density that noise crosses. */
  public double kindMl(double opacityLimitMl, double largerConsolidationMl) {
    return root(opacityLimitMl, Z * KIND * largerConsolidationMl);
  }

  /** Of the mean attenuation of a region, HU; what breathing does to it is no change. */
  public double regionMeanHu(double largerHu, double expansion) {
    return Z * REGION_HU + airChange(largerHu, expansion);
  }

  /** Of a mass of opacity, g. */
  public double massG(double volumeLimitMl, double gramsPerMl, double massG) {
    return root(volumeLimitMl * gramsPerMl, Z * DENSITY * massG);
  }

  /**
   * Of the mean attenuation of a lesion, HU.
   *
   * @param relative limit of its volume over its volume
   * @param hu the denser mean
   */
  public double meanHu(double relative, double hu, double expansion) {
    return root(Z * MEAN_HU, Math.min(relative, 1) * EDGE_HU) + airChange(hu, expansion);
  }

  /** What taking in air does to the attenuation of tissue. */
  private static double airChange(double hu, double expansion) {
    return Math.abs(Math.log(expansion)) * Math.max(0, hu + 1000);
  }

  private double edge(Rim rim) {
    return root(root(pair.edgeMm() * rim.surfaceMm2() / 1000, SOFT * rim.softMl()), LEAST_ML);
  }

  private static double larger(Rim prior, Rim current) {
    return Math.max(prior.volumeMl(), current.volumeMl());
  }

  private static double root(double a, double b) {
    return Math.sqrt(a * a + b * b);
  }
}
