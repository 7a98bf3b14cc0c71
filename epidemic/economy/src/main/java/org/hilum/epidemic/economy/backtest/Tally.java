package org.hilum.epidemic.economy.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hilum.epidemic.economy.BacktestRow;

/** Gathers forecasts of many countries beside what came true. */
public final class Tally {

  private static final int SAMPLES = 1000;
  private static final long SEED = 2020;

  private final List<Double> errors = new ArrayList<>();
  private int withIntervals;
  private int inHalf;
  private int inMost;

  /** A forecast without an interval; nothing is noted where either is unknown. */
  public void add(double truth, double forecast) {
    double error = truth - forecast;
    if (Double.isFinite(error)) {
      errors.add(error);
    }
  }

  /** A forecast with intervals. */
  public void add(
      double truth, double forecast, double low50, double high50, double low95, double high95) {
    if (Double.isFinite(truth - forecast)) {
      add(truth, forecast);
      withIntervals++;
      inHalf += truth >= low50 && truth <= high50 ? 1 : 0;
      inMost += truth >= low95 && truth <= high95 ? 1 : 0;
    }
  }

  /** The row of all that was added. */
  public BacktestRow row(String target, String method, String asOf) {
    double[] all = errors.stream().mapToDouble(Double::doubleValue).toArray();
    double[] sampled = sampled(all);
    return new BacktestRow(
        target,
        method,
        asOf,
        all.length,
        rms(all),
        sampled[SAMPLES / 20],
        sampled[SAMPLES - 1 - SAMPLES / 20],
        Arrays.stream(all).map(Math::abs).average().orElse(Double.NaN),
        Arrays.stream(all).average().orElse(Double.NaN),
        withIntervals == 0 ? Double.NaN : (double) inHalf / withIntervals,
        withIntervals == 0 ? Double.NaN : (double) inMost / withIntervals);
  }

  private static double[] sampled(double[] errors) {
    Random random = new Random(SEED);
    double[] sampled = new double[SAMPLES];
    double[] drawn = new double[errors.length];
    for (int sample = 0; sample < SAMPLES; sample++) {
      for (int at = 0; at < errors.length; at++) {
        drawn[at] = errors[random.nextInt(errors.length)];
      }
      sampled[sample] = rms(drawn);
    }
    Arrays.sort(sampled);
    return sampled;
  }

  private static double rms(double[] errors) {
    return Math.sqrt(
        Arrays.stream(errors).map(error -> error * error).average().orElse(Double.NaN));
  }
}
