package org.hilum.imaging.comparison.limit;

/**
 * Limits of detectable change between two dates.
 *
 * <p>In: what was measured at both dates, the prior as it would be at the current breath. <br>
 * Out: the half width, in the quantity's unit, within which differences lie that repeat scans of an
 * unchanged chest show: {@value #Z} x sqrt(s1² + s2²), with the s of each date's volume from its
 * edge, its uncertain part and the smallest lesion: s² = (edge x surface)² + soft² x U x min(U,
 * {@value #COHERENT_ML} mL) + ({@value #LEAST_ML} mL)². The edge moves as a whole with kernel and
 * slices; what the network is not sure of comes and goes in patches, so it adds up like independent
 * parts once it is larger than one. <br>
 * Source: Bland and Altman 1999, doi:10.1177/096228029900800204, for the form (repeatability
 * coefficient). The constants were fitted on simulated repeat scans of real chests by {@code ./dev
 * repeat}: docs/methods/change.md. <br>
 * Limits: the simulated repeats vary noise, table, slices, kernel and breath, not scanner or
 * motion. Now and then a sharp kernel makes the network see a large opacity that is not there; no
 * limit covers that.
 */
public final class Limits {

  /** Two-sided 95 % of a normal distribution. */
  private static final double Z = 1.96;

  /** Part of an uncertain volume by which a repeat differs: all of it may go; fitted. */
  private static final double SOFT = 0.55;

  /** Uncertain volume that comes and goes as one, mL; fitted. */
  private static final double COHERENT_ML = 2;

  /** Smallest wobble of a volume, mL: that of the smallest lesion that is counted. */
  private static final double LEAST_ML = 0.1;

  /** Part of what breathing changes of a volume that its correction may leave. */
  private static final double BREATH = 0.5;

  /** Part of the opacity of a zone or lobe that lies on the other side of its cut; fitted. */
  private static final double CUT = 0.05;

  /** Part of a mass by which the calibration of density differs; fitted. */
  private static final double DENSITY = 0.02;

  /** Part of the consolidation that noise takes for ground glass, or the reverse; fitted. */
  private static final double KIND = 0.1;

  /** Wobble of the mean attenuation of a lesion whose edge stays, HU; fitted. */
  private static final double LESION_HU = 8;

  /** How much denser a lesion is than its edge, HU; fitted. */
  private static final double EDGE_HU = 150;

  private final PairQuality pair;

  /** The limits of a pair of scans. */
  public Limits(PairQuality pair) {
    this.pair = pair;
  }

  /** Of a volume of opacity, mL, corrected for breath. */
  public double volumeMl(Rim prior, Rim current, double expansion) {
    double breath = BREATH * breathMl(Math.max(prior.volumeMl(), current.volumeMl()), expansion);
    return Z * Math.hypot(Math.hypot(wobbleMl(prior), wobbleMl(current)), breath);
  }

  private double wobbleMl(Rim rim) {
    double edge = pair.edgeMm() * rim.surfaceMm2() / 1000;
    double soft = SOFT * Math.sqrt(rim.softMl() * Math.min(rim.softMl(), COHERENT_ML));
    return Math.hypot(Math.hypot(edge, soft), LEAST_ML);
  }

  /** Of the opacity of a zone or lobe, mL, whose cut may lie elsewhere. */
  public double cutMl(double volumeLimitMl, double largerMl) {
    return Math.hypot(volumeLimitMl, Z * Math.sqrt(2) * CUT * largerMl);
  }

  /** Of a volume of opacity, mL, not corrected: what breathing does to it is no change. */
  public double rawVolumeMl(double correctedLimitMl, double largerMl, double expansion) {
    return correctedLimitMl + breathMl(largerMl, expansion);
  }

  private static double breathMl(double volumeMl, double expansion) {
    return Math.abs(Math.log(expansion)) * volumeMl;
  }

  /** Of a percent of opacity, in percentage points. */
  public double percent(double opacityLimitMl, double lungMl, double largerPercent, Cut cut) {
    return Math.hypot(100 * opacityLimitMl / lungMl, Z * cut.volume * largerPercent);
  }

  /** Of the volume of a lung, zone or lobe, mL. */
  public double regionMl(double largerMl, Cut cut) {
    return Z * cut.volume * largerMl;
  }

  /** Of ground glass or of consolidation, mL: their border is a density that noise crosses. */
  public double kindMl(double opacityLimitMl, double largerConsolidationMl) {
    return Math.hypot(opacityLimitMl, Z * KIND * largerConsolidationMl);
  }

  /** Of a mass of opacity, g. */
  public double massG(double volumeLimitMl, double gramsPerMl, double largerG) {
    return Math.hypot(volumeLimitMl * gramsPerMl, Z * DENSITY * largerG);
  }

  /** Of the mean attenuation of a region, HU; what breathing does to it is no change. */
  public double regionHu(double denserHu, double expansion, Cut cut) {
    return Z * cut.hu + airHu(denserHu, expansion);
  }

  /**
   * Of the mean attenuation of a lesion, HU; what breathing does to it is no change.
   *
   * @param relative limit of its volume over its volume
   */
  public double lesionHu(double relative, double denserHu, double expansion) {
    return Math.hypot(Z * LESION_HU, Math.min(relative, 1) * EDGE_HU) + airHu(denserHu, expansion);
  }

  /** What taking in air does to the attenuation of tissue: its HU + 1000 fall as it expands. */
  private static double airHu(double hu, double expansion) {
    return Math.abs(Math.log(expansion)) * Math.max(0, hu + 1000);
  }

  /** How a region is cut out of the chest; wobbles of its volume (a part) and mean (HU), fitted. */
  public enum Cut {
    /** By the mask of the lungs. */
    LUNG(0.02, 6),
    /** Also by a height or a fissure. */
    PART(0.05, 9);

    private final double volume;
    private final double hu;

    Cut(double volume, double hu) {
      this.volume = volume;
      this.hu = hu;
    }
  }
}
