package org.hilum.imaging.segmentation.inference;

/**
 * What a network says about one slice, seen with its neighbours.
 *
 * <p>In: three pictures on the network's frame, rows from anterior to posterior, columns from the
 * patient's right to left, values 0..1. Out: logits of lung and of opacity, the same pixels.
 *
 * <p>May be called by several threads at once, as many as it was opened for; more wait. The same
 * slices and window give the same logits whatever else runs.
 */
public interface SliceNetwork extends AutoCloseable {

  /** Rows and columns of the frame. */
  int size();

  /** Whether it can be run on a part of the frame; else only on the whole. */
  boolean takesWindows();

  /**
   * Writes the logits of a slice inside a window of the frame; what lies outside is not touched.
   *
   * @param lung logits of the whole frame
   * @param opacity the same
   * @return what the slice looks like to the network as a whole, if it tells: the means of its
   *     features over the window; else nothing, of length 0
   */
  float[] run(Neighbours slices, FrameWindow window, float[] lung, float[] opacity);

  /** A slice with its neighbours; the slice itself stands in for a missing one. */
  record Neighbours(float[] below, float[] slice, float[] above) {}

  @Override
  void close();
}
