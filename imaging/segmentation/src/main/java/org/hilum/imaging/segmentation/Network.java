package org.hilum.imaging.segmentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A network's file with its card, checked to belong together. */
public final class Network {

  private final NetworkCard card;
  private final byte[] onnx;

  private Network(NetworkCard card, byte[] onnx) {
    this.card = card;
    this.onnx = onnx;
  }

  /**
   * Reads a network's folder: {@code card.json} and the ONNX file it names.
   *
   * <p>Refuses, as a fault, a missing or unreadable file, a card that asks for what this version
   * cannot do, and an ONNX file whose SHA-256 is not the card's.
   */
  public static Network open(Path folder) {
    var card = Networks.card(folder);
    var file = folder.resolve(card.file());
    byte[] onnx;
    try {
      onnx = Files.readAllBytes(file);
    } catch (IOException missing) {
      throw new SegmentationFault(
          "the file %s of network %s cannot be read; restore it from the release"
              .formatted(file, card.name()),
          missing);
    }
    var sha256 = sha256(onnx);
    if (!sha256.equals(card.sha256())) {
      throw new SegmentationFault(
          "the file %s is not the one of the card of network %s %s (SHA-256 %s, the card says %s);"
                  .formatted(file, card.name(), card.version(), sha256, card.sha256())
              + " restore both from the release");
    }
    return new Network(card, onnx);
  }

  private static String sha256(byte[] bytes) {
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
}
