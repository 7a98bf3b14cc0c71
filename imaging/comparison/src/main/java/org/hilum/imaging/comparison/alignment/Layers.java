package org.hilum.imaging.comparison.alignment;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Shares work by layers among the threads at hand.
 *
 * <p>Each task writes its own part of a result only and sums are added in the order of layers, so
 * that nothing depends on the number of threads.
 */
final class Layers {

  private Layers() {}

  static void forEach(int layers, IntConsumer task) {
    IntStream.range(0, layers).parallel().forEach(task);
  }

  /** The sum of as many vectors as there are layers, added in their order. */
  static double[] sum(int layers, int length, LayerSum task) {
    var parts = new double[layers][length];
    forEach(layers, layer -> task.add(layer, parts[layer]));
    var total = new double[length];
    for (var part : parts) {
      for (int n = 0; n < length; n++) {
        total[n] += part[n];
      }
    }
    return total;
  }

  /** Adds up one layer. */
  interface LayerSum {
    void add(int layer, double[] sum);
  }
}
