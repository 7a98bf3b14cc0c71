package org.hilum.imaging.segmentation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * How unlike the chests a network was trained on another chest looks to it.
 *
 * <p>In: the mean of the network's features over slices that hold lung, seen as whole frames. Out:
 * the root of the mean square of the deviations along the principal components, each in standard
 * deviations; about 1 for a chest like those.
 *
 * <p>Source: Mahalanobis 1936; features of the deepest layer after Lee 2018, arXiv 1807.03888.
 */
final class FeatureSpace {

  private final double[] mean;
  private final double[][] components;
  private final double[] scale;
  private final double limit;

  private FeatureSpace(double[] mean, double[][] components, double[] scale, double limit) {
    this.mean = mean;
    this.components = components;
    this.scale = scale;
    this.limit = limit;
  }

  /** Reads {@code features.json}: mean, components and their standard deviations. */
  static FeatureSpace read(byte[] json, String where, double limit) {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(json);
    } catch (IOException malformed) {
      throw new SegmentationFault(where + " is not JSON", malformed);
    }
    var mean = numbers(root.path("mean"));
    var components = new double[root.path("components").size()][];
    boolean fits = mean.length > 0 && components.length > 0;
    for (int n = 0; n < components.length; n++) {
      components[n] = numbers(root.path("components").get(n));
      fits &= components[n].length == mean.length;
    }
    var scale = numbers(root.path("scale"));
    fits &= scale.length == components.length;
    for (double each : scale) {
      fits &= each > 0;
    }
    if (!fits) {
      throw new SegmentationFault(
          where + ": mean, components and scale do not fit together; restore it from the release");
    }
    return new FeatureSpace(mean, components, scale, limit);
  }

  private static double[] numbers(JsonNode list) {
    var numbers = new double[list.size()];
    for (int n = 0; n < numbers.length; n++) {
      numbers[n] = list.get(n).asDouble();
    }
    return numbers;
  }

  /** How many features a network must give to be measured here. */
  int size() {
    return mean.length;
  }

  /** A larger distance is outside what the network was trained on. */
  double limit() {
    return limit;
  }

  /** How far away a chest lies. */
  double distance(float[] features) {
    double squares = 0;
    for (int n = 0; n < components.length; n++) {
      double along = 0;
      for (int feature = 0; feature < mean.length; feature++) {
        along += (features[feature] - mean[feature]) * components[n][feature];
      }
      squares += along / scale[n] * (along / scale[n]);
    }
    return Math.sqrt(squares / components.length);
  }
}
