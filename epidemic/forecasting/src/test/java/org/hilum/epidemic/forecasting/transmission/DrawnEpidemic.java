package org.hilum.epidemic.forecasting.transmission;

import java.time.LocalDate;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.DelayDistribution;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;

/** Epidemics whose reproduction number is known, drawn by the renewal equation. */
final class DrawnEpidemic {

  static final LocalDate FIRST = LocalDate.of(2021, 3, 1);

  private DrawnEpidemic() {}

  /** Daily counts of a place that began with so many cases a day for two weeks. */
  static CaseCounts renewal(
      int days,
      double start,
      DelayDistribution serial,
      IntToDoubleFunction reproduction,
      long seed) {
    Random chance = new Random(seed);
    double[] interval = DelayDays.fromDayOne(serial, 40);
    double[] cases = new double[days];
    for (int d = 0; d < days; d++) {
      double mean = start;
      if (d >= 14) {
        mean = 0;
        for (int s = 1; s < 40 && s <= d; s++) {
          mean += cases[d - s] * interval[s];
        }
        mean *= reproduction.applyAsDouble(d);
      }
      cases[d] = Math.max(0, Math.rint(mean + Math.sqrt(mean) * chance.nextGaussian()));
    }
    return counts(cases);
  }

  static CaseCounts counts(double... values) {
    return new CaseCounts("A", Measure.CASES, Rhythm.DAILY, FIRST, values);
  }
}
