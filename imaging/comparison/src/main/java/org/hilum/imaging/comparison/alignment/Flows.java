package org.hilum.imaging.comparison.alignment;

/**
 * Where a velocity carries tissue in the middle frame.
 *
 * @param priorHalf from the middle to the prior
 * @param currentHalf from the middle to the current
 * @param forth from prior to current
 * @param back from current to prior
 */
record Flows(Flow priorHalf, Flow currentHalf, Flow forth, Flow back) {

  static Flows of(float[][] velocity, Lattice lattice, int squarings) {
    return new Flows(
        Flow.exp(velocity, lattice, -0.5, squarings - 1),
        Flow.exp(velocity, lattice, 0.5, squarings - 1),
        Flow.exp(velocity, lattice, 1, squarings),
        Flow.exp(velocity, lattice, -1, squarings));
  }
}
