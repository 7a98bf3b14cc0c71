package org.hilum.imaging.segmentation;

import java.util.List;
import java.util.Optional;

/**
 * What a network is, what it needs and what it may be used for; the content of {@code card.json}.
 *
 * @param file name of the ONNX file beside the card
 * @param sha256 of that file, lower-case hexadecimal
 * @param task what it finds, in words
 * @param sliceStepMm about how far apart the slices lie that it is run on
 * @param uncertainty how sure its answers are, as far as that was measured
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
    Uncertainty uncertainty,
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

  /** How sure the network's answers are; a part that was not measured is empty. */
  public record Uncertainty(
      Optional<Calibration> calibration,
      Optional<Interval> interval,
      Optional<FeatureDistance> featureDistance) {

    /** Nothing was measured. */
    public static final Uncertainty NOT_MEASURED =
        new Uncertainty(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * How logits become probabilities that mean what they say: sigmoid(logit / temperature).
   *
   * <p>Source: Guo 2017, arXiv 1706.04599, temperature scaling.
   *
   * @param lungTemperature divides the logits of lung
   * @param opacityTemperature divides the logits of opacity
   * @param expectedErrors expected calibration error of lung and of opacity, 0 to 1
   * @param patients on how many held-out patients it was set
   */
  public record Calibration(
      double lungTemperature,
      double opacityTemperature,
      List<Double> expectedErrors,
      int patients) {
    public Calibration {
      expectedErrors = List.copyOf(expectedErrors);
    }
  }

  /**
   * How far the true amounts may lie from the measured ones.
   *
   * <p>The percent of opacity of a region lies between {@code lowerFactor} times the percent of its
   * voxels with a probability above {@code upperProbability}, which are opacity almost surely, and
   * {@code upperFactor} times that above the {@code lowerProbability}, plus {@code
   * upperFloorPercent}; the volume of a lung within {@code lungPercent} of the measured one.
   *
   * @param level in how many patients the truth is expected to lie inside, 0 to 1
   * @param patients on how many held-out patients it was set
   */
  public record Interval(
      double level,
      int patients,
      double lowerProbability,
      double upperProbability,
      double lowerFactor,
      double upperFactor,
      double upperFloorPercent,
      double lungPercent) {}

  /**
   * How far a chest may lie from those the network was trained on.
   *
   * @param file name of the file beside the card that describes those
   * @param sha256 of that file, lower-case hexadecimal
   * @param limit a larger distance is outside
   */
  public record FeatureDistance(String file, String sha256, double limit) {}

  /** What it was trained with. */
  public record TrainingSet(String name, String source, String licence) {}

  /** The name under which results say who made them. */
  public NetworkIdentity identity() {
    return new NetworkIdentity(name, version, sha256);
  }
}
