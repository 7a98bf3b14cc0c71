package org.hilum.imaging.segmentation;

import org.hilum.imaging.vocabulary.Side;

/** What the labels of a lung mask mean: 1 is the patient's left lung, 2 the right. */
public final class LungLabel {
  /** Left lung. */
  public static final byte LEFT = 1;

  /** Right lung. */
  public static final byte RIGHT = 2;

  private LungLabel() {}

  /** The label of a lung. */
  public static byte of(Side side) {
    return side == Side.LEFT ? LEFT : RIGHT;
  }
}
