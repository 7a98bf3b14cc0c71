package org.hilum.server.command;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.hilum.imaging.segmentation.ChestSegmenter;
import org.hilum.imaging.segmentation.Network;
import org.hilum.imaging.segmentation.NetworkChestSegmenter;
import org.hilum.imaging.segmentation.SegmentationSettings;

/** The network, loaded while the images are still being decoded. */
final class SegmenterLoading implements Supplier<ChestSegmenter>, AutoCloseable {

  /** The network that finds lungs and opacities. */
  static final String NETWORK = "chest-opacity-2d";

  private final CompletableFuture<ChestSegmenter> segmenter;

  private SegmenterLoading(CompletableFuture<ChestSegmenter> segmenter) {
    this.segmenter = segmenter;
  }

  static SegmenterLoading begin(SegmentationSettings settings) {
    return new SegmenterLoading(
        CompletableFuture.supplyAsync(
            () ->
                NetworkChestSegmenter.open(
                    Network.open(ProgramHome.networks().resolve(NETWORK)), settings)));
  }

  @Override
  public ChestSegmenter get() {
    return segmenter.join();
  }

  @Override
  public void close() {
    segmenter.join().close();
  }
}
