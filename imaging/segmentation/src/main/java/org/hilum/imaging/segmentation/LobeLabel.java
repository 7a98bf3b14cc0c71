package org.hilum.imaging.segmentation;

import org.hilum.imaging.vocabulary.Lobe;

/** What the labels of a lobe mask mean: 1 LUL, 2 LLL, 3 RUL, 4 RML, 5 RLL, as in {@link Lobe}. */
public final class LobeLabel {

  private LobeLabel() {}

  /** The label of a lobe. */
  public static byte of(Lobe lobe) {
    return (byte) (lobe.ordinal() + 1);
  }
}
