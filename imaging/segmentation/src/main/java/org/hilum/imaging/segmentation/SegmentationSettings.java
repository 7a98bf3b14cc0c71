package org.hilum.imaging.segmentation;

import java.util.function.Consumer;

/**
 * How a chest is segmented.
 *
 * @param workers threads that share the work; masks do not depend on it
 * @param withProbability whether the probability of opacity is kept too
 * @param steps told how long each step took, in their order
 */
public record SegmentationSettings(int workers, boolean withProbability, Consumer<StepTime> steps) {

  public SegmentationSettings {
    if (workers < 1) {
      throw new IllegalArgumentException("at least one worker is needed");
    }
  }

  /** One worker a processor, masks only. */
  public static SegmentationSettings standard() {
    return new SegmentationSettings(Runtime.getRuntime().availableProcessors(), false, step -> {});
  }

  /** The same with another number of workers. */
  public SegmentationSettings withWorkers(int number) {
    return new SegmentationSettings(number, withProbability, steps);
  }

  /** The same, and the probability of opacity is kept. */
  public SegmentationSettings keepingProbability() {
    return new SegmentationSettings(workers, true, steps);
  }

  /** The same, and someone is told how long each step took. */
  public SegmentationSettings tellingSteps(Consumer<StepTime> listener) {
    return new SegmentationSettings(workers, withProbability, listener);
  }
}
