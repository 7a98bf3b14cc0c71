package org.hilum.epidemic.forecasting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.hilum.epidemic.surveillance.Measure;

/**
 * What a count may be: 23 quantiles, persons, ascending and never below zero, at the levels of
 * {@link QuantileLevels}.
 */
public final class Forecast {

  private final String location;
  private final Measure measure;
  private final Span span;
  private final int horizon;
  private final LocalDate targetEnd;
  private final double[] quantiles;

  /**
   * @param horizon days or weeks ahead, see {@link Span}
   * @param targetEnd last day of the forecast stretch
   * @param quantiles 23 values in the order of the levels; copied
   * @throws IllegalArgumentException when they are not 23 finite, ascending values of at least 0
   */
  public Forecast(
      String location,
      Measure measure,
      Span span,
      int horizon,
      LocalDate targetEnd,
      double[] quantiles) {
    this.location = Objects.requireNonNull(location);
    this.measure = Objects.requireNonNull(measure);
    this.span = Objects.requireNonNull(span);
    this.horizon = horizon;
    this.targetEnd = Objects.requireNonNull(targetEnd);
    this.quantiles = checked(quantiles);
  }

  private static double[] checked(double[] quantiles) {
    if (quantiles.length != QuantileLevels.COUNT) {
      throw new IllegalArgumentException("quantiles: " + quantiles.length);
    }
    double below = 0;
    for (double value : quantiles) {
      if (!Double.isFinite(value) || value < below) {
        throw new IllegalArgumentException("not ascending: " + Arrays.toString(quantiles));
      }
      below = value;
    }
    return quantiles.clone();
  }

  /** The place. */
  public String location() {
    return location;
  }

  /** What is counted. */
  public Measure measure() {
    return measure;
  }

  /** Day, week or seven days. */
  public Span span() {
    return span;
  }

  /** Days or weeks ahead. */
  public int horizon() {
    return horizon;
  }

  /** Last day of the forecast stretch. */
  public LocalDate targetEnd() {
    return targetEnd;
  }

  /** The value at a place of {@link QuantileLevels}, 0 to 22. */
  public double quantile(int place) {
    return quantiles[place];
  }

  /** The median. */
  public double median() {
    return quantiles[QuantileLevels.MEDIAN];
  }

  /** All quantiles, a copy. */
  public double[] quantiles() {
    return quantiles.clone();
  }
}
