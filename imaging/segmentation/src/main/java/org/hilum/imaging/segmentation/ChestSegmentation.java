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
 * @param lobes 1 LUL, 2 LLL, 3 RUL, 4 RML, 5 RLL; empty when fissures were not found
 * @param opacityProbability 0 to 255 for 0 to 1, as asked for
 * @param networks which networks made the masks
 * @param remarks what limits the masks: a lung cut off, a volume outside the network's range
 */
public record ChestSegmentation(
    LabelRaster lungs,
    LabelRaster opacity,
    Optional<LabelRaster> lobes,
    Optional<LabelRaster> opacityProbability,
    List<NetworkIdentity> networks,
    List<Reason> remarks) {

  public ChestSegmentation {
    if (!lungs.geometry().equals(opacity.geometry())) {
      throw new IllegalArgumentException("all masks lie on the same voxels");
    }
    networks = List.copyOf(networks);
    remarks = List.copyOf(remarks);
  }
}
