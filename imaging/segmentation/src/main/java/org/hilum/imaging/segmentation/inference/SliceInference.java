package org.hilum.imaging.segmentation.inference;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import org.hilum.imaging.segmentation.preparation.SliceSteps;
import org.hilum.imaging.segmentation.workers.Workers;

/** Runs a network over the slices of one chest. */
public final class SliceInference {

  private final SliceNetwork network;
  private final Workers workers;
  private final float[] logitShift;

  /**
   * Logits are shifted so that 0 is the threshold.
   *
   * @param thresholds probabilities from which a pixel is lung, and opacity
   */
  public SliceInference(SliceNetwork network, Workers workers, double[] thresholds) {
    this.network = network;
    this.workers = workers;
    this.logitShift =
        new float[] {
          (float) Math.log(thresholds[0] / (1 - thresholds[0])),
          (float) Math.log(thresholds[1] / (1 - thresholds[1]))
        };
  }

  /** Logits of all runs; {@code progress} is told the fraction done. */
  public FrameFields run(float[][] grey, SliceSteps steps, DoubleConsumer progress) {
    int pixels = network.size() * network.size();
    var lung = new float[grey.length][pixels];
    var opacity = new float[grey.length][pixels];
    var done = new AtomicInteger();
    workers.forEach(
        grey.length,
        run -> {
          var slices =
              new SliceNetwork.Neighbours(
                  grey[steps.below(run)], grey[run], grey[steps.above(run)]);
          network.run(slices, lung[run], opacity[run]);
          shift(lung[run], logitShift[0]);
          shift(opacity[run], logitShift[1]);
          progress.accept(done.incrementAndGet() / (double) grey.length);
        });
    return new FrameFields(network.size(), grey, lung, opacity);
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
