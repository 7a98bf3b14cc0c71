package org.hilum.imaging.evaluation.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.hilum.imaging.evaluation.statistics.Estimate.Interval;

/**
 * The mean over patients, and how far it may be off for having seen these patients only.
 *
 * <p>In: one share a patient; parts and wholes are summed, then divided, so that plain values give
 * their mean and counts their pooled share. <br>
 * Out: the value, and from {@value #LEAST_PATIENTS} patients on the 2.5th and 97.5th percentile of
 * {@value #RESAMPLES} resamples of whole patients with a fixed seed. <br>
 * Source: Efron and Tibshirani 1993, An Introduction to the Bootstrap, chapter 13 (percentile
 * interval). <br>
 * Limits: with few patients the interval is too narrow; it says nothing of other hospitals.
 */
public final class Bootstrap {

  /** Fewer patients give no interval. */
  public static final int LEAST_PATIENTS = 3;

  /** Resamples; percentiles move by less than the digits shown. */
  public static final int RESAMPLES = 10_000;

  private static final long SEED = 20200311;
  private static final double LOWER = 0.025;
  private static final double UPPER = 0.975;

  private Bootstrap() {}

  /** The estimate; empty without a patient. */
  public static Optional<Estimate> of(List<Share> patients) {
    if (patients.isEmpty()) {
      return Optional.empty();
    }
    double value =
        patients.stream().mapToDouble(Share::part).sum()
            / patients.stream().mapToDouble(Share::whole).sum();
    return Optional.of(
        new Estimate(
            value,
            patients.size() < LEAST_PATIENTS ? Optional.empty() : Optional.of(interval(patients)),
            patients.size()));
  }

  private static Interval interval(List<Share> patients) {
    var chance = new SplittableRandom(SEED);
    var values = new double[RESAMPLES];
    for (int n = 0; n < RESAMPLES; n++) {
      double part = 0;
      double whole = 0;
      for (int draw = 0; draw < patients.size(); draw++) {
        var patient = patients.get(chance.nextInt(patients.size()));
        part += patient.part();
        whole += patient.whole();
      }
      values[n] = part / whole;
    }
    Arrays.sort(values);
    return new Interval(percentile(values, LOWER), percentile(values, UPPER));
  }

  private static double percentile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
