package org.hilum.imaging.quantification;

import java.util.List;
import java.util.Optional;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.CtVolume;

/**
 * Measures a segmented chest.
 *
 * <p>In: CT in HU and masks on the same {@link org.hilum.imaging.volume.VolumeGeometry}, arrays
 * [slice][row][column], any orientation. <br>
 * Out: every {@link Quantity} of every {@link org.hilum.imaging.vocabulary.Region}, lesions,
 * published scores and the pattern, each measured or with the reason why not. <br>
 * Refuses: masks on another geometry. <br>
 * Limits: the numbers are those of the masks; what limits the masks is said by {@link
 * ChestSegmentation#remarks}. Intervals are given where the network's card states how far amounts
 * were off on patients it had not seen ({@link ChestSegmentation#uncertainty}). <br>
 * Cost: the numbers of the lesions take two bytes a voxel.
 */
public final class Quantifier {

  /** Measures a chest whose input was not odd. */
  public ChestMeasurements measure(CtVolume volume, ChestSegmentation masks) {
    return measure(volume, masks, List.of());
  }

  /**
   * Measures everything {@link ChestMeasurements} names.
   *
   * @param deviations what was odd in the input: with these and the masks' own remarks the pattern
   *     is estimated only within what the networks were validated for
   */
  public ChestMeasurements measure(
      CtVolume volume, ChestSegmentation masks, List<Reason> deviations) {
    return new RepeatedQuantifier(volume, masks, deviations).measure(Optional.empty());
  }
}
