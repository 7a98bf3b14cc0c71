package org.hilum.imaging.segmentation.preparation;

/**
 * Which slices of a volume are given to a network, and which lie between them.
 *
 * <p>Every {@code step}-th slice from the first is run; a slice between two takes the linear mean
 * of theirs, one after the last run takes the last's.
 *
 * @param slices number of slices of the volume
 * @param step from one run slice to the next
 */
public record SliceSteps(int slices, int step) {

  /** Steps of about {@code stepMm}, at least one slice. */
  public static SliceSteps about(double stepMm, double spacingMm, int slices) {
    return new SliceSteps(slices, Math.max(1, (int) (stepMm / spacingMm + 0.5)));
  }

  /** How many slices are run. */
  public int runs() {
    return (slices + step - 1) / step;
  }

  /** The slice of the volume that is run as number {@code run}. */
  public int sliceOf(int run) {
    return run * step;
  }

  /** The run below, towards the feet; the run itself where there is none. */
  public int below(int run) {
    return Math.max(run - 1, 0);
  }

  /** The run above, towards the head; the run itself where there is none. */
  public int above(int run) {
    return Math.min(run + 1, runs() - 1);
  }

  /** The last run at or below a slice. */
  public int lowerRun(int slice) {
    return Math.min(slice / step, runs() - 1);
  }

  /** How far, 0 to 1, a slice lies from its lower run towards the next. */
  public float share(int slice) {
    return lowerRun(slice) == runs() - 1 ? 0 : (float) (slice % step) / step;
  }
}
