package org.hilum.imaging.segmentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Which networks lie in a folder, without loading any. */
public final class Networks {

  private static final String CARD = "card.json";

  private Networks() {}

  /** The cards of all networks in a folder of networks, by name. */
  public static List<NetworkCard> list(Path networks) {
    try (var folders = Files.list(networks)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve(CARD)))
          .map(Networks::card)
          .sorted(Comparator.comparing(NetworkCard::name))
          .toList();
    } catch (IOException missing) {
      throw new SegmentationFault(
          "the folder of networks %s cannot be read".formatted(networks), missing);
    }
  }

  static NetworkCard card(Path folder) {
    var file = folder.resolve(CARD);
    try {
      return CardReader.read(Files.readString(file), file.toString());
    } catch (IOException missing) {
      throw new SegmentationFault(
          "the card %s cannot be read; restore it from the release".formatted(file), missing);
    }
  }
}
