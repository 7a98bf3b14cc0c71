package org.hilum.imaging.segmentation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Cards and networks that tests use. */
final class Cards {

  private Cards() {}

  /** The card of a network by hand. */
  static NetworkCard drawn() {
    return new NetworkCard(
        "by-hand",
        "1.0",
        "none",
        "0".repeat(64),
        "drawn chests",
        new NetworkCard.Input("slices", 256, -1150, 150),
        new NetworkCard.Output("logits", 0.5, 0.5),
        new NetworkCard.BodyFrame(-300, 4, 3, 248),
        2.0,
        new NetworkCard.Validated(1.5, 3, List.of()),
        NetworkCard.Uncertainty.NOT_MEASURED,
        List.of(),
        "none",
        List.of());
  }

  static ChestSegmenter byHand(SegmentationSettings settings) {
    return new NetworkChestSegmenter(drawn(), new ThresholdNetwork(256, true), settings);
  }

  /** The folder of the network in the checkout; skips the calling test, in words, without one. */
  static Path folder() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var folder = at.resolve("networks").resolve("chest-opacity-2d");
      if (Files.isRegularFile(folder.resolve("card.json"))) {
        return folder;
      }
    }
    return Assumptions.abort("skipped: networks/chest-opacity-2d is not in this checkout");
  }
}
