package org.hilum.imaging.comparison.alignment;

import java.util.function.DoubleConsumer;

/**
 * Finds the smooth movement that lays the lungs of two dates on each other in the frame between
 * them: coarse to fine, each date moved by half.
 */
final class Deformation {

  /**
   * One level of detail.
   *
   * @param steps how many
   * @param windowMm standard deviation of the window in which one movement is assumed
   * @param smoothMm standard deviation by which the whole movement is smoothed after each step
   */
  record Level(int steps, double windowMm, double smoothMm) {}

  private static final Level COARSE = new Level(10, 14, 10);
  private static final Level MIDDLE = new Level(8, 9, 6);
  private static final Level FINE = new Level(6, 10, 5);

  /** Halvings of time within the search, and for the result. */
  private static final int SQUARINGS = 4;

  /** Lung counts so much more than what lies outside when the movement is smoothed. */
  private static final float OUTSIDE = 0.05f;

  /** Standard deviation, in cubes, and least value by which a cube is near a lung. */
  private static final double NEAR_CUBES = 2.5;

  private static final float NEAR = 0.002f;

  /** Cubes over which the movement fades out at the edge of the lattice. */
  private static final int FADE = 3;

  private final LungImage[] prior;
  private final LungImage[] current;
  private final DoubleConsumer progress;
  private int done;

  /** Images at the finest level; lattices can be halved twice. */
  Deformation(LungImage prior, LungImage current, DoubleConsumer progress) {
    this.prior = levels(prior);
    this.current = levels(current);
    this.progress = progress;
  }

  private static LungImage[] levels(LungImage fine) {
    var middle = fine.halved();
    return new LungImage[] {fine, middle, middle.halved()};
  }

  /** The velocity, on the lattice of the middle level, in mm per unit time. */
  float[][] find() {
    var velocity = new float[3][prior[2].lattice().size()];
    run(2, prior[2].lattice(), velocity, COARSE);
    for (int axis = 0; axis < 3; axis++) {
      velocity[axis] = Halving.undo(velocity[axis], prior[1].lattice());
    }
    run(1, prior[1].lattice(), velocity, MIDDLE);
    run(0, prior[1].lattice(), velocity, FINE);
    return velocity;
  }

  private void run(int level, Lattice lattice, float[][] velocity, Level settings) {
    var a = prior[level];
    var b = current[level];
    double power = LungImage.contrastPower(a, b);
    var lungs = lungs(lattice);
    var near = near(lungs, lattice);
    double step = a.lattice().stepMm();
    for (int n = 0; n < settings.steps; n++) {
      var x = Warp.of(a, Flow.exp(velocity, lattice, -0.5, SQUARINGS), near);
      var y = Warp.of(b, Flow.exp(velocity, lattice, 0.5, SQUARINGS), near);
      new VelocityStep(x, y, power, lattice).addTo(velocity, settings.windowMm, step, step);
      smooth(velocity, lattice, lungs, settings.smoothMm / lattice.stepMm());
      done++;
      progress.accept((double) done / (COARSE.steps + MIDDLE.steps + FINE.steps));
    }
  }

  /** Lung of either date. */
  private float[] lungs(Lattice lattice) {
    int level = lattice.equals(prior[1].lattice()) ? 1 : 2;
    var lungs = new float[lattice.size()];
    for (int n = 0; n < lungs.length; n++) {
      int at = LungImage.CHANNELS * n + LungImage.LUNG;
      lungs[n] = Math.max(prior[level].values()[at], current[level].values()[at]);
    }
    return lungs;
  }

  private static boolean[] near(float[] lungs, Lattice lattice) {
    var soft = lungs.clone();
    Blur.inPlace(soft, lattice, NEAR_CUBES);
    var near = new boolean[soft.length];
    for (int n = 0; n < near.length; n++) {
      near[n] = soft[n] > NEAR;
    }
    return near;
  }

  /** Smooths the movement, that of the lungs before that around them. */
  private static void smooth(float[][] velocity, Lattice lattice, float[] lungs, double sigma) {
    var weight = new float[lungs.length];
    for (int n = 0; n < weight.length; n++) {
      weight[n] = OUTSIDE + (1 - OUTSIDE) * lungs[n];
      for (var component : velocity) {
        component[n] *= weight[n];
      }
    }
    Blur.inPlace(weight, lattice, sigma);
    for (var component : velocity) {
      Blur.inPlace(component, lattice, sigma);
      Layers.forEach(
          lattice.layers(),
          z -> {
            for (int n = 0; n < lattice.layer(); n++) {
              int at = z * lattice.layer() + n;
              component[at] *=
                  fade(lattice, n % lattice.columns(), n / lattice.columns(), z)
                      / Math.max(OUTSIDE / 10, weight[at]);
            }
          });
    }
  }

  private static float fade(Lattice lattice, int x, int y, int z) {
    int edge = Math.min(x, lattice.columns() - 1 - x);
    edge = Math.min(edge, Math.min(y, lattice.rows() - 1 - y));
    edge = Math.min(edge, Math.min(z, lattice.layers() - 1 - z));
    return edge >= FADE ? 1 : (float) edge / FADE;
  }
}
