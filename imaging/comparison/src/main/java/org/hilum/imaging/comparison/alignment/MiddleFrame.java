package org.hilum.imaging.comparison.alignment;

/**
 * The frame midway between two dates, and how it lies at each.
 *
 * <p>Swapping the dates swaps both maps and changes nothing else.
 *
 * @param toPrior from the middle frame to the prior, LPS mm
 * @param toCurrent from the middle frame to the current, LPS mm
 */
record MiddleFrame(Affine toPrior, Affine toCurrent) {

  /** The affine part of the movement from prior to current. */
  Affine priorToCurrent() {
    return toCurrent.after(toPrior.inverse());
  }

  /** The frame with both dates moved apart by half of an affine movement each. */
  MiddleFrame moved(double[] velocity) {
    return new MiddleFrame(
        toPrior.after(Affine.exp(velocity, -0.5)), toCurrent.after(Affine.exp(velocity, 0.5)));
  }

  MiddleFrame swapped() {
    return new MiddleFrame(toCurrent, toPrior);
  }

  /** A lattice about the lungs of both dates. */
  Lattice lattice(
      LungExtent prior, LungExtent current, double stepMm, double marginMm, int multiple) {
    double[] low = {1e9, 1e9, 1e9};
    double[] high = {-1e9, -1e9, -1e9};
    include(toPrior.inverse(), prior, low, high);
    include(toCurrent.inverse(), current, low, high);
    for (int axis = 0; axis < 3; axis++) {
      low[axis] -= marginMm;
      high[axis] += marginMm;
    }
    return Lattice.around(low, high, stepMm, multiple);
  }

  private static void include(Affine toMiddle, LungExtent lungs, double[] low, double[] high) {
    var place = new double[3];
    for (int corner = 0; corner < 8; corner++) {
      toMiddle.apply(
          ((corner & 1) == 0 ? lungs.low() : lungs.high())[0],
          ((corner & 2) == 0 ? lungs.low() : lungs.high())[1],
          ((corner & 4) == 0 ? lungs.low() : lungs.high())[2],
          place);
      for (int axis = 0; axis < 3; axis++) {
        low[axis] = Math.min(low[axis], place[axis]);
        high[axis] = Math.max(high[axis], place[axis]);
      }
    }
  }
}
