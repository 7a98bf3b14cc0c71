package org.hilum.imaging.segmentation.inference;

/**
 * What is known about the slices that were run, on the network's frame.
 *
 * <p>Arrays are {@code [run][row * size + column]}.
 *
 * @param size rows and columns of the frame
 * @param grey the network's input, 0..1
 * @param lung logits of lung; above 0 is lung
 * @param opacity logits of opacity; above 0 is opacity
 * @param features means of the network's features over slices that hold lung, seen whole; of length
 *     0 where the network gives none, or no slice holds lung
 */
public record FrameFields(
    int size, float[][] grey, float[][] lung, float[][] opacity, float[] features) {

  /** How many slices were run. */
  public int runs() {
    return grey.length;
  }
}
