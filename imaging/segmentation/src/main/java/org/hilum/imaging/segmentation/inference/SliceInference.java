package org.hilum.imaging.segmentation.inference;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.hilum.imaging.segmentation.preparation.SliceSteps;
import org.hilum.imaging.segmentation.workers.Workers;

/**
 * Runs a network over the slices of one chest.
 *
 * <p>First over slices about {@value #COARSE_MM} mm apart, then over those next to one that showed
 * lung. The others, above the apices and below the lungs, hold none: what is nowhere that high is
 * no lung.
 */
public final class SliceInference {

  static final double COARSE_MM = 8;

  /** The logit of a slice that was not run: certainly nothing. */
  private static final float NOTHING = -20;

  private final SliceNetwork network;
  private final Workers workers;
  private final float[] logitShift;
  private final int coarse;

  /**
   * Logits are shifted so that 0 is the threshold.
   *
   * @param thresholds probabilities from which a pixel is lung, and opacity
   * @param runSpacingMm from one slice that may be run to the next
   */
  public SliceInference(
      SliceNetwork network, Workers workers, double[] thresholds, double runSpacingMm) {
    this.network = network;
    this.coarse = Math.max(1, (int) (COARSE_MM / runSpacingMm));
    this.workers = workers;
    this.logitShift = new float[] {logit(thresholds[0]), logit(thresholds[1])};
  }

  private static float logit(double probability) {
    return (float) Math.log(probability / (1 - probability));
  }

  /** Logits of all runs; {@code progress} is told the fraction done. */
  public FrameFields run(float[][] grey, SliceSteps steps, DoubleConsumer progress) {
    int pixels = network.size() * network.size();
    var fields =
        new FrameFields(
            network.size(), grey, new float[grey.length][pixels], new float[grey.length][pixels]);
    var hasLung = new boolean[grey.length];
    var done = new AtomicInteger();
    var first = IntStream.range(0, grey.length).filter(this::isCoarse).toArray();
    workers.forEach(
        first.length,
        n -> {
          int run = first[n];
          run(fields, steps, run);
          hasLung[run] = isAnyAboveZero(fields.lung()[run]);
          progress.accept(done.incrementAndGet() / (double) grey.length);
        });
    workers.forEach(
        grey.length,
        run -> {
          if (isCoarse(run)) {
            return;
          }
          if (isNextToLung(run, hasLung)) {
            run(fields, steps, run);
          } else {
            Arrays.fill(fields.lung()[run], NOTHING);
            Arrays.fill(fields.opacity()[run], NOTHING);
          }
          progress.accept(done.incrementAndGet() / (double) grey.length);
        });
    return fields;
  }

  private boolean isCoarse(int run) {
    return run % coarse == 0;
  }

  /** Past the last coarse run there is only the one before; such a slice is always run. */
  private boolean isNextToLung(int run, boolean[] hasLung) {
    int before = run - run % coarse;
    int after = before + coarse;
    return hasLung[before] || after >= hasLung.length || hasLung[after];
  }

  private void run(FrameFields fields, SliceSteps steps, int run) {
    var grey = fields.grey();
    var slices =
        new SliceNetwork.Neighbours(grey[steps.below(run)], grey[run], grey[steps.above(run)]);
    network.run(slices, fields.lung()[run], fields.opacity()[run]);
    shift(fields.lung()[run], logitShift[0]);
    shift(fields.opacity()[run], logitShift[1]);
  }

  private static boolean isAnyAboveZero(float[] logits) {
    for (float logit : logits) {
      if (logit > 0) {
        return true;
      }
    }
    return false;
  }

  private static void shift(float[] logits, float by) {
    if (by == 0) {
      return;
    }
    for (int pixel = 0; pixel < logits.length; pixel++) {
      logits[pixel] -= by;
    }
  }
}
