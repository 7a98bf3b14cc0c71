package org.hilum.imaging.comparison.alignment;

import java.util.Arrays;
import org.hilum.imaging.comparison.AlignmentQuality;

/**
 * Measures how well the lungs of two dates lie on each other, in the frame between them: the same
 * for either order of the dates.
 */
final class QualityMeter {

  /** Least part of a cube that is lung for it to be looked at. */
  private static final float LUNG = 0.9f;

  /** Smoothing of HU before they are compared, standard deviation in mm. */
  private static final double SMOOTH_MM = 5;

  private final SampledLungs prior;
  private final SampledLungs current;
  private final MiddleFrame frame;

  /** Lungs on the lattice of the movement. */
  QualityMeter(SampledLungs prior, SampledLungs current, MiddleFrame frame) {
    this.prior = prior;
    this.current = current;
    this.frame = frame;
  }

  /** What is left apart when each date is moved half of the way. */
  Fit fit(Flow priorHalf, Flow currentHalf) {
    var lattice = prior.lattice();
    var a = Warp.of(densities(prior), priorHalf);
    var b = Warp.of(densities(current), currentHalf);
    var shrunk = priorHalf.expansion();
    var grown = currentHalf.expansion();
    double affine = frame.toCurrent().determinant() / frame.toPrior().determinant();
    var differences = new float[lattice.size()];
    int found = 0;
    for (int n = 0; n < lattice.size(); n++) {
      int at = LungImage.CHANNELS * n;
      float first = a.values()[at + LungImage.LUNG];
      float second = b.values()[at + LungImage.LUNG];
      if (Math.min(first, second) > LUNG) {
        double root = Math.sqrt(Math.max(0.01, affine * grown[n] / shrunk[n]));
        differences[found++] =
            (float) Math.abs(a.values()[at] / first / root - b.values()[at] / second * root);
      }
    }
    return new Fit(LungOverlap.dice(a, b), LungOverlap.seen(a, b), median(differences, found));
  }

  /** Smoothed density times lung takes the place of the contrast. */
  private static LungImage densities(SampledLungs lungs) {
    var lattice = lungs.lattice();
    var air = lungs.air().clone();
    var lung = lungs.lung().clone();
    Blur.inPlace(air, lattice, SMOOTH_MM / lattice.stepMm());
    Blur.inPlace(lung, lattice, SMOOTH_MM / lattice.stepMm());
    var values = new float[LungImage.CHANNELS * lattice.size()];
    for (int n = 0; n < lattice.size(); n++) {
      int at = LungImage.CHANNELS * n;
      values[at] = lungs.lung()[n] > 0 ? air[n] / lung[n] * lungs.lung()[n] : 0;
      values[at + LungImage.LUNG] = lungs.lung()[n];
      values[at + LungImage.COVERED] = lungs.covered()[n];
    }
    return new LungImage(lattice, values);
  }

  private static double median(float[] values, int count) {
    if (count == 0) {
      return 0;
    }
    Arrays.sort(values, 0, count);
    return values[count / 2];
  }

  /** What the movement does at every cube of the lungs. */
  FlowWalk walk(Flows flows) {
    return new FlowWalk(prior, flows.forth(), flows.back());
  }

  /** All figures of a finished movement. */
  AlignmentQuality quality(Fit after, FlowWalk walk) {
    var still = Flow.of(prior.lattice(), Affine.IDENTITY);
    var before = fit(still, still);
    double affine = frame.toCurrent().determinant() / frame.toPrior().determinant();
    return new AlignmentQuality(
        before.overlap,
        after.overlap,
        before.residualHu,
        after.residualHu,
        walk.foldedPercent(),
        affine * walk.smallestExpansion(),
        affine * walk.largestExpansion(),
        walk.inverseErrorMm(),
        walk.meanMovementMm());
  }

  /**
   * How the lungs lie on each other.
   *
   * @param overlap Dice over what both scans cover
   * @param seen part of the lungs that both scans cover
   * @param residualHu median difference of smoothed density, at one inflation
   */
  record Fit(double overlap, double seen, double residualHu) {}
}
