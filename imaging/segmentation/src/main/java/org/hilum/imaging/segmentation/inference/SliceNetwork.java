package org.hilum.imaging.segmentation.inference;

/**
 * What a network says about one slice, seen with its neighbours.
 *
 * <p>In: three pictures on the network's frame, rows from anterior to posterior, columns from the
 * patient's right to left, values 0..1. Out: logits of lung and of opacity, the same pixels.
 *
 * <p>May be called by several threads at once, as many as it was opened for; more wait. The same
 * slices give the same logits whatever else runs.
 */
public interface SliceNetwork extends AutoCloseable {

  /** Rows and columns of the frame. */
  int size();

  /** Writes the logits of a slice; {@code below} is towards the feet, {@code above} the head. */
  void run(Neighbours slices, float[] lung, float[] opacity);

  /** A slice with its neighbours; the slice itself stands in for a missing one. */
  record Neighbours(float[] below, float[] slice, float[] above) {}

  @Override
  void close();
}
