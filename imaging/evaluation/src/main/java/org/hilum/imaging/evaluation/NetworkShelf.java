package org.hilum.imaging.evaluation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hilum.imaging.segmentation.ChestSegmenter;
import org.hilum.imaging.segmentation.Network;
import org.hilum.imaging.segmentation.NetworkCard;
import org.hilum.imaging.segmentation.NetworkChestSegmenter;
import org.hilum.imaging.segmentation.SegmentationSettings;

/** Networks by folder, each loaded when first asked for and kept until {@link #close}. */
public final class NetworkShelf implements SegmenterShelf, AutoCloseable {

  private final Path shipped;
  private final SegmentationSettings settings;
  private final Map<Path, Shelved> open = new LinkedHashMap<>();

  private record Shelved(NetworkCard card, ChestSegmenter segmenter) {}

  /**
   * An empty shelf.
   *
   * @param shipped folder of the network that is used where none is named
   * @param settings the same for all
   */
  public NetworkShelf(Path shipped, SegmentationSettings settings) {
    this.shipped = shipped;
    this.settings = settings.keepingProbability();
  }

  @Override
  public ChestSegmenter segmenter(Optional<Path> network) {
    return shelved(network).segmenter();
  }

  @Override
  public OptionalDouble opacityTemperature(Optional<Path> network) {
    return shelved(network)
        .card()
        .uncertainty()
        .calibration()
        .map(calibration -> OptionalDouble.of(calibration.opacityTemperature()))
        .orElse(OptionalDouble.empty());
  }

  private Shelved shelved(Optional<Path> network) {
    return open.computeIfAbsent(
        network.orElse(shipped).toAbsolutePath().normalize(),
        folder -> {
          var opened = Network.open(folder);
          return new Shelved(opened.card(), NetworkChestSegmenter.open(opened, settings));
        });
  }

  @Override
  public void close() {
    open.values().forEach(each -> each.segmenter().close());
    open.clear();
  }
}
