package org.hilum.imaging.worklist;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.hilum.imaging.reading.ReadingTools;
import org.hilum.imaging.reporting.SoftwareIdentity;
import org.hilum.imaging.segmentation.ChestSegmenter;
import org.hilum.imaging.segmentation.Network;
import org.hilum.imaging.segmentation.NetworkChestSegmenter;
import org.hilum.imaging.segmentation.SegmentationSettings;

/** The line with the network of the repository. */
final class Chests implements AutoCloseable {

  private final ChestSegmenter segmenter =
      NetworkChestSegmenter.open(Network.open(networkFolder()), SegmentationSettings.standard());

  ReadingTools tools() {
    return new ReadingTools(
        () -> segmenter, Clock.systemUTC(), new SoftwareIdentity("Hilum", "0.0.0-test"));
  }

  private static Path networkFolder() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      var network = folder.resolve("networks").resolve("chest-opacity-2d");
      if (Files.isDirectory(network)) {
        return network;
      }
    }
    throw new IllegalStateException("networks/chest-opacity-2d is missing from the checkout");
  }

  @Override
  public void close() {
    segmenter.close();
  }
}
