package org.hilum.imaging.segmentation;

import java.util.List;
import java.util.Optional;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.LabelRaster;

/**
 * Lungs and opacities of one chest, on the voxels of its volume.
 *
 * @param lungs labels of {@link LungLabel}; without trachea, main bronchi and hilar vessels
 * @param opacity labels of {@link OpacityLabel}; only inside the lungs
 * @param lobes 1 LUL, 2 LLL, 3 RUL, 4 RML, 5 RLL, 0 also where a lung could not be parted; empty
 *     when no fissure was found
 * @param opacityProbability probability of opacity of every lung voxel, 0 to 255 for 0 to 1, 0
 *     outside the lungs, where {@link SegmentationSettings#keepingProbability} asked for it;
 *     calibrated where the network's card has a calibration. It is what the network says, also
 *     where the mask of opacity left out a speck
 * @param networks which networks made the masks
 * @param remarks what limits the masks: a lung cut off, a volume outside the network's range
 * @param uncertainty how far the amount of opacity may be off; empty where the card does not say
 * @param fissures how well each fissure was seen; empty when none was looked for
 */
public record ChestSegmentation(
    LabelRaster lungs,
    LabelRaster opacity,
    Optional<LabelRaster> lobes,
    Optional<LabelRaster> opacityProbability,
    List<NetworkIdentity> networks,
    List<Reason> remarks,
    Optional<OpacityUncertainty> uncertainty,
    List<FissureFinding> fissures) {

  /** Masks without a statement of how sure they are, of a chest without a search for fissures. */
  public ChestSegmentation(
      LabelRaster lungs,
      LabelRaster opacity,
      Optional<LabelRaster> lobes,
      Optional<LabelRaster> opacityProbability,
      List<NetworkIdentity> networks,
      List<Reason> remarks) {
    this(lungs, opacity, lobes, opacityProbability, networks, remarks, Optional.empty());
  }

  public ChestSegmentation {
    if (!lungs.geometry().equals(opacity.geometry())) {
      throw new IllegalArgumentException("all masks lie on the same voxels");
    }
    networks = List.copyOf(networks);
    remarks = List.copyOf(remarks);
    fissures = List.copyOf(fissures);
  }

  /** Masks of a chest whose fissures were not looked for. */
  public ChestSegmentation(
      LabelRaster lungs,
      LabelRaster opacity,
      Optional<LabelRaster> lobes,
      Optional<LabelRaster> opacityProbability,
      List<NetworkIdentity> networks,
      List<Reason> remarks,
      Optional<OpacityUncertainty> uncertainty) {
    this(lungs, opacity, lobes, opacityProbability, networks, remarks, uncertainty, List.of());
  }

  /** The same masks with the lobes that were found, and how well each fissure was seen. */
  public ChestSegmentation withLobes(Optional<LabelRaster> found, List<FissureFinding> findings) {
    return new ChestSegmentation(
        lungs, opacity, found, opacityProbability, networks, remarks, uncertainty, findings);
  }
}
