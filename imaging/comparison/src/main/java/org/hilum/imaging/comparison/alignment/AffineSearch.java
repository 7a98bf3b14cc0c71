package org.hilum.imaging.comparison.alignment;

import java.util.List;

/**
 * Lays both dates on each other as far as an affine movement can: by where the lungs lie and how
 * far they reach, then by what is seen.
 *
 * <p>Begins three times, from both lungs' middles and sizes, from their tops and from their
 * bottoms: a scan that ends inside the lungs has the wrong middle, but one right end. The start
 * that leaves least of the lungs apart, where both dates were scanned, is kept.
 */
final class AffineSearch {

  /** Sides of cubes, in mm: the fine ones for the last steps. */
  private static final double FINE_MM = 5;

  /** Room around the lungs, in mm: how far the start may be off. */
  private static final double MARGIN_MM = 40;

  private static final int COARSE_STEPS = 12;
  private static final int FINE_STEPS = 5;

  /** What a cube of lung outside the other's coverage costs against one that lies wrong. */
  private static final double UNSEEN_COSTS = 0.1;

  /** What vessels that do not lie on each other cost, against lungs that lie wholly apart. */
  private static final double UNLIKE_COSTS = 0.3;

  private final ReducedScan prior;
  private final ReducedScan current;
  private final LungExtent priorLungs;
  private final LungExtent currentLungs;

  AffineSearch(
      ReducedScan prior, ReducedScan current, LungExtent priorLungs, LungExtent currentLungs) {
    this.prior = prior;
    this.current = current;
    this.priorLungs = priorLungs;
    this.currentLungs = currentLungs;
  }

  MiddleFrame find() {
    var best = List.<Fit>of();
    for (var start : starts()) {
      var fit = refine(start);
      if (best.isEmpty() || fit.cost < best.getFirst().cost) {
        best = List.of(fit);
      }
    }
    return best.getFirst().finished();
  }

  private List<MiddleFrame> starts() {
    double p = priorLungs.head();
    double c = currentLungs.head();
    return List.of(
        start(1, priorLungs.centre()[2], currentLungs.centre()[2]),
        start(0, p, c),
        start(0, priorLungs.feet(), currentLungs.feet()));
  }

  /**
   * A frame by the lungs' middles and spreads.
   *
   * @param height 1 to match the spread of height too, 0 to leave it
   */
  private MiddleFrame start(int height, double priorZ, double currentZ) {
    var scale = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      double ratio = Math.sqrt(currentLungs.spread()[axis] / priorLungs.spread()[axis]);
      scale[axis] = axis == 2 && height == 0 ? 1 : ratio;
    }
    double[] perScale = {1 / scale[0], 1 / scale[1], 1 / scale[2]};
    double[] p = {priorLungs.centre()[0], priorLungs.centre()[1], priorZ};
    double[] c = {currentLungs.centre()[0], currentLungs.centre()[1], currentZ};
    return new MiddleFrame(Affine.scaleAndShift(perScale, p), Affine.scaleAndShift(scale, c));
  }

  private Fit refine(MiddleFrame frame) {
    var lattice = frame.lattice(priorLungs, currentLungs, FINE_MM, MARGIN_MM, 4);
    var a = LungImage.of(SampledLungs.of(prior, frame.toPrior(), lattice));
    var b = LungImage.of(SampledLungs.of(current, frame.toCurrent(), lattice));
    var fit = new Fit(frame, a, b, new double[12], 0);
    return fit.after(COARSE_STEPS, true);
  }

  /** A start and how far it has come. */
  private record Fit(MiddleFrame frame, LungImage a, LungImage b, double[] velocity, double cost) {

    MiddleFrame finished() {
      return frame.moved(after(FINE_STEPS, false).velocity);
    }

    Fit after(int steps, boolean coarse) {
      var first = coarse ? a.halved() : a;
      var second = coarse ? b.halved() : b;
      double power = LungImage.contrastPower(first, second);
      var moved = velocity.clone();
      for (int step = 0; step <= steps; step++) {
        var x = Warp.of(first, Flow.of(first.lattice(), Affine.exp(moved, -0.5)));
        var y = Warp.of(second, Flow.of(first.lattice(), Affine.exp(moved, 0.5)));
        if (step == steps) {
          return new Fit(frame, a, b, moved, apart(x, y));
        }
        var add = AffineStep.of(x, y, power);
        for (int n = 0; n < add.length; n++) {
          moved[n] += add[n];
        }
      }
      throw new IllegalStateException("the last step returns");
    }

    /** Part of the lungs that lies apart where both dates were scanned, and unlikeness. */
    private static double apart(LungImage x, LungImage y) {
      var sums =
          Layers.sum(x.lattice().layers(), 3, (z, sum) -> LungOverlap.addLayer(x, y, z, sum));
      double seen = sums[0];
      return (sums[1] + UNSEEN_COSTS * sums[2]) / Math.max(1e-9, seen + sums[2])
          + UNLIKE_COSTS * (1 - Likeness.of(x, y));
    }
  }
}
