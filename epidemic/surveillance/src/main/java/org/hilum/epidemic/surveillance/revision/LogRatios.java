package org.hilum.epidemic.surveillance.revision;

import java.util.Arrays;

/** Logarithms of settled over earlier counts; one person is added to both so that none fails. */
public final class LogRatios {

  /** A count that more than doubles or halves was corrected and has not grown. */
  private static final double FURTHEST = Math.log(2);

  private static final double SURE_DEVIATIONS = 3;

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

  /** Root of their mean squared distance from the median; 0 when there is none. */
  public double deviation() {
    know();
    return deviation;
  }

  /**
   * Whether counts grow: more ratios are above 0 than below by more than three standard deviations
   * of a fair coin's.
   */
  public boolean isGrowth() {
    int sign = 0;
    int signed = 0;
    for (int n = 0; n < size; n++) {
      sign += ratios[n] > 0 ? 1 : ratios[n] < 0 ? -1 : 0;
      signed += ratios[n] == 0 ? 0 : 1;
    }
    return sign > SURE_DEVIATIONS * Math.sqrt(signed);
  }

  private void know() {
    if (!isKnown && size > 0) {
      Arrays.sort(ratios, 0, size);
      median = middle(ratios);
      double squares = 0;
      for (int n = 0; n < size; n++) {
        squares += (ratios[n] - median) * (ratios[n] - median);
      }
      deviation = Math.sqrt(squares / size);
    }
    isKnown = true;
  }

  private double middle(double[] sorted) {
    return (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
  }
}
