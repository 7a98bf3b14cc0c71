package org.hilum.imaging.segmentation;

import java.util.List;

/**
 * What a network is, what it needs and what it may be used for; the content of {@code card.json}.
 *
 * @param file name of the ONNX file beside the card
 * @param sha256 of that file, lower-case hexadecimal
 * @param task what it finds, in words
 * @param sliceStepMm about how far apart the slices lie that it is run on
 * @param licence under which terms it may be used
 * @param limits what it must not be trusted with, in words
 */
public record NetworkCard(
    String name,
    String version,
    String file,
    String sha256,
    String task,
    Input input,
    Output output,
    BodyFrame frame,
    double sliceStepMm,
    Validated validated,
    List<TrainingSet> trainingSets,
    String licence,
    List<String> limits) {

  public NetworkCard {
    trainingSets = List.copyOf(trainingSets);
    limits = List.copyOf(limits);
  }

  /**
   * What goes in: three neighbouring slices, HU scaled to 0..1.
   *
   * @param size rows and columns in pixels
   */
  public record Input(String tensor, int size, double clipLowHu, double clipHighHu) {}

  /** What comes out: logits of lung and of opacity, and from which probability each counts. */
  public record Output(String tensor, double lungThreshold, double opacityThreshold) {}

  /**
   * How the body is put into the picture.
   *
   * @param boxThresholdHu mean HU from which a block is body
   * @param boxBlockMm side of a block
   * @param boxOpeningBlocks side of the square that opens the blocks of a slice
   * @param fillPixels how many pixels the larger side of the body spans
   */
  public record BodyFrame(
      double boxThresholdHu, double boxBlockMm, int boxOpeningBlocks, int fillPixels) {}

  /** For which distances between slices it was validated, with remarks. */
  public record Validated(
      double leastSliceSpacingMm, double mostSliceSpacingMm, List<String> notes) {
    public Validated {
      notes = List.copyOf(notes);
    }
  }

  /** What it was trained with. */
  public record TrainingSet(String name, String source, String licence) {}

  /** The name under which results say who made them. */
  public NetworkIdentity identity() {
    return new NetworkIdentity(name, version, sha256);
  }
}
