package org.hilum.imaging.quantification.lesion;

import org.hilum.imaging.quantification.partition.LungExtent;
import org.hilum.imaging.volume.LabelRaster;
import org.jspecify.annotations.Nullable;

/** The peripheral third of the lungs, found when it is first asked for and then kept. */
public final class LungRim {

  private final LabelRaster lungs;
  private final LungExtent extent;
  private @Nullable PeripheralThird third;

  public LungRim(LabelRaster lungs, LungExtent extent) {
    this.lungs = lungs;
    this.extent = extent;
  }

  PeripheralThird peripheralThird() {
    var known = third;
    if (known == null) {
      known = PeripheralThird.of(lungs, extent);
      third = known;
    }
    return known;
  }
}
