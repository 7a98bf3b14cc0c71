package org.hilum.epidemic.forecasting.transmission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.hilum.epidemic.forecasting.BedDemand;
import org.hilum.epidemic.forecasting.Finding;
import org.hilum.epidemic.forecasting.Finding.Absent;
import org.hilum.epidemic.forecasting.Finding.Found;
import org.hilum.epidemic.forecasting.Scenario;
import org.hilum.epidemic.forecasting.ScenarioAssumptions;
import org.hilum.epidemic.forecasting.ScenarioOutcome;
import org.hilum.epidemic.forecasting.TransmissionReason;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Rhythm;
import org.hipparchus.distribution.continuous.GammaDistribution;

/**
 * What would be counted if a scenario held, by the renewal equation: {@code I(t) = R c(t) S(t) sum
 * of I(t - s) w(s) + entering}, R drawn from today's estimate ({@link CoriReproduction}), c the
 * share of today's contacts, S the share of the people not infected since, w the generation
 * interval.
 *
 * <p>Each path has one R and counts drawn around their mean with the dispersion seen lately. The
 * draws are the same each time, so that scenarios differ by their measures only.
 */
public final class RenewalScenario {

  private static final int PATHS = 500;
  private static final int LONGEST = 40;
  private static final int FURTHEST = 365;
  private static final double LARGE = 50;
  private static final long SEED = 20200123;

  private RenewalScenario() {}

  /** One outcome for each scenario, in their order; all rest on the same draws of R. */
  public static Finding<List<ScenarioOutcome>> of(
      CaseCounts cases, List<Scenario> scenarios, ScenarioAssumptions assumptions, int days) {
    if (days < 1 || days > FURTHEST) {
      throw new IllegalArgumentException("days " + days);
    }
    if (cases.rhythm() != Rhythm.DAILY) {
      return Finding.absent(TransmissionReason.NO_DAILY_COUNTS);
    }
    DailyCounts counts = DailyCounts.of(cases);
    return switch (CoriReproduction.newest(counts, assumptions.generation())) {
      case Absent<GammaDistribution>(TransmissionReason reason) -> Finding.absent(reason);
      case Found<GammaDistribution>(GammaDistribution today) -> {
        double[] reproductions = reproductions(today);
        yield Finding.found(
            scenarios.stream()
                .map(
                    each ->
                        new ScenarioOutcome(
                            each,
                            assumptions,
                            new Run(cases, counts, each, assumptions).days(reproductions, days)))
                .toList());
      }
    };
  }

  private static double[] reproductions(GammaDistribution today) {
    double[] reproductions = new double[PATHS];
    for (int p = 0; p < PATHS; p++) {
      reproductions[p] = today.inverseCumulativeProbability((p + 0.5) / PATHS);
    }
    return reproductions;
  }

  private record Run(
      CaseCounts cases, DailyCounts counts, Scenario scenario, ScenarioAssumptions assumptions) {

    List<ScenarioOutcome.Day> days(double[] reproductions, int days) {
      double[] interval = DelayDays.fromDayOne(assumptions.generation(), LONGEST);
      double[][] drawn = new double[days][PATHS];
      SplittableRandom seeds = new SplittableRandom(SEED);
      for (int p = 0; p < PATHS; p++) {
        double[] path = path(reproductions[p], interval, days, seeds.split());
        for (int d = 0; d < days; d++) {
          drawn[d][p] = path[d];
        }
      }
      List<ScenarioOutcome.Day> all = new ArrayList<>();
      for (int d = 0; d < days; d++) {
        BedDemand.Range range = BedOccupancy.range(drawn[d]);
        all.add(new ScenarioOutcome.Day(date(d), range.low(), range.median(), range.high()));
      }
      return all;
    }

    private LocalDate date(int ahead) {
      return cases.dateAt(counts.last() + 1 + ahead);
    }

    private double[] path(
        double reproduction, double[] interval, int days, SplittableRandom chance) {
      double[] course = new double[LONGEST + days];
      for (int k = 0; k < LONGEST; k++) {
        course[k] = calm(counts.last() - LONGEST + 1 + k);
      }
      double dispersion = counts.dispersion(counts.last());
      double infected = infectedSoFar();
      for (int d = 0; d < days; d++) {
        double pressure = 0;
        for (int s = 1; s < LONGEST; s++) {
          pressure += course[LONGEST + d - s] * interval[s];
        }
        double entering = scenario.enteringOn(date(d)) * assumptions.ascertainment();
        double mean =
            reproduction * scenario.contactsOn(date(d)) * susceptible(infected) * pressure
                + entering;
        course[LONGEST + d] = around(mean, dispersion, chance);
        infected += course[LONGEST + d] / assumptions.ascertainment();
      }
      double[] ahead = new double[days];
      System.arraycopy(course, LONGEST, ahead, 0, days);
      return ahead;
    }

    /** A count freed of the weekday: mean of the seven days around it, as far as known. */
    private double calm(int day) {
      double sum = 0;
      int days = 0;
      for (int d = Math.max(0, day - 3); d <= Math.min(counts.last(), day + 3); d++) {
        sum += counts.filled(d);
        days++;
      }
      return days == 0 || day < 0 ? 0 : sum / days;
    }

    private double infectedSoFar() {
      double sum = 0;
      for (int d = 0; d <= counts.last(); d++) {
        sum += Double.isNaN(counts.values()[d]) ? 0 : counts.values()[d];
      }
      return sum / assumptions.ascertainment();
    }

    /** Share not infected, relative to today, as today's R holds for today's people. */
    private double susceptible(double infected) {
      OptionalLong population = assumptions.population();
      if (population.isEmpty()) {
        return 1;
      }
      double now = population.getAsLong() - infectedSoFar();
      return now > 0 ? Math.max(0, (population.getAsLong() - infected) / now) : 0;
    }

    /** A draw with a mean and a variance of dispersion times the mean. */
    private static double around(double mean, double dispersion, SplittableRandom chance) {
      return dispersion * poisson(mean / dispersion, chance);
    }

    /** Knuth's product of uniforms; a bell curve where the mean is large. */
    private static double poisson(double mean, SplittableRandom chance) {
      if (mean > LARGE) {
        return Math.max(0, mean + Math.sqrt(mean) * chance.nextGaussian());
      }
      double bound = Math.exp(-mean);
      double product = chance.nextDouble();
      int count = 0;
      while (product > bound) {
        product *= chance.nextDouble();
        count++;
      }
      return count;
    }
  }
}
