package org.hilum.imaging.quantification;

import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.volume.CtVolume;

/** Measures a segmented chest. */
public final class Quantifier {

  /** Measures everything {@link ChestMeasurements} names. */
  public ChestMeasurements measure(CtVolume volume, ChestSegmentation segmentation) {
    throw new IllegalStateException("unfinished");
  }
}
