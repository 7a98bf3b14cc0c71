package org.hilum.epidemic.surveillance.revision;

import java.util.Arrays;

/** Logarithms of settled over earlier counts; one person is added to both so that none fails. */
public final class LogRatios {

  /** A count that more than doubles or halves was corrected and has not grown. */
  private static final double FURTHEST = Math.log(2);

  /** Makes the median absolute deviation that of a normal distribution. */
  private static final double NORMAL = 1.4826;

  private double[] ratios = new double[8];
  private int size;
  private double median;
  private double deviation;
  private boolean isKnown;

  /** Takes one pair. */
  public void add(double earlier, double settled) {
    if (size == ratios.length) {
      ratios = Arrays.copyOf(ratios, size * 2);
    }
    ratios[size++] = Math.clamp(Math.log((settled + 1) / (earlier + 1)), -FURTHEST, FURTHEST);
    isKnown = false;
  }

  /** How many pairs. */
  public int size() {
    return size;
  }

  /** Their median; 0 when there is none. */
  public double median() {
    know();
    return median;
  }

  /** Their standard deviation about the median, from the median absolute deviation; 0 for none. */
  public double deviation() {
    know();
    return deviation;
  }

  private void know() {
    if (!isKnown && size > 0) {
      Arrays.sort(ratios, 0, size);
      median = middle(ratios);
      var distances = new double[size];
      for (int n = 0; n < size; n++) {
        distances[n] = Math.abs(ratios[n] - median);
      }
      Arrays.sort(distances);
      deviation = NORMAL * middle(distances);
    }
    isKnown = true;
  }

  private double middle(double[] sorted) {
    return (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
  }
}
