package org.hilum.imaging.segmentation;

import org.hilum.imaging.vocabulary.OpacityKind;

/** What the labels of an opacity mask mean. */
public final class OpacityLabel {
  /** Ground-glass opacity. */
  public static final byte GROUND_GLASS = 1;

  /** Consolidation. */
  public static final byte CONSOLIDATION = 2;

  /** Opacity whose kind the data cannot tell. */
  public static final byte UNDETERMINED = 3;

  private OpacityLabel() {}

  /** The label of a kind of opacity. */
  public static byte of(OpacityKind kind) {
    return switch (kind) {
      case GROUND_GLASS -> GROUND_GLASS;
      case CONSOLIDATION -> CONSOLIDATION;
      case UNDETERMINED -> UNDETERMINED;
    };
  }
}
