package org.hilum.imaging.segmentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A network's files with its card, checked to belong together. */
public final class Network {

  private static final String RESTORE = " restore all from the release";

  private final NetworkCard card;
  private final byte[] onnx;
  private final Optional<FeatureSpace> features;

  private Network(NetworkCard card, byte[] onnx, Optional<FeatureSpace> features) {
    this.card = card;
    this.onnx = onnx;
    this.features = features;
  }

  /**
   * Reads a network's folder: {@code card.json} and the files it names.
   *
   * <p>Refuses, as a fault, a missing or unreadable file, a card that asks for what this version
   * cannot do, and a file whose SHA-256 is not the card's.
   */
  public static Network open(Path folder) {
    var card = Networks.card(folder);
    var onnx = checked(folder.resolve(card.file()), card.sha256(), card);
    var features =
        card.uncertainty()
            .featureDistance()
            .map(
                distance -> {
                  var file = folder.resolve(distance.file());
                  return FeatureSpace.read(
                      checked(file, distance.sha256(), card), file.toString(), distance.limit());
                });
    return new Network(card, onnx, features);
  }

  private static byte[] checked(Path file, String expected, NetworkCard card) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException missing) {
      throw new SegmentationFault(
          "the file %s of network %s cannot be read;".formatted(file, card.name()) + RESTORE,
          missing);
    }
    var sha256 = sha256(bytes);
    if (!sha256.equals(expected)) {
      throw new SegmentationFault(
          "the file %s is not the one of the card of network %s %s (SHA-256 %s, the card says %s);"
                  .formatted(file, card.name(), card.version(), sha256, expected)
              + RESTORE);
    }
    return bytes;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** What the network is and needs. */
  public NetworkCard card() {
    return card;
  }

  byte[] onnx() {
    return onnx;
  }

  /** What the chests it was trained on look like to it; empty where the card does not say. */
  Optional<FeatureSpace> features() {
    return features;
  }
}
