package org.hilum.epidemic.forecasting.weekly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;

/** Waves drawn by a formula, with a weekday pattern and the scatter of counting. */
final class DrawnPlaces {

  static final LocalDate FIRST = LocalDate.of(2020, 9, 7);
  static final int DAYS = 210;

  private static final double[] WEEKDAYS = {1.2, 1.1, 1.1, 1.05, 1.05, 0.9, 0.6};

  private DrawnPlaces() {}

  /** Twelve places whose waves come at different times, and their deaths. */
  static List<CaseCounts> of(double level) {
    List<CaseCounts> all = new ArrayList<>();
    for (int place = 0; place < 12; place++) {
      double[] cases = wave(place, level);
      all.add(counts("place " + (char) ('a' + place), Measure.CASES, cases));
      all.add(counts("place " + (char) ('a' + place), Measure.DEATHS, deaths(cases, place)));
    }
    return all;
  }

  static CaseCounts counts(String place, Measure measure, double... values) {
    return new CaseCounts(place, measure, Rhythm.DAILY, FIRST, values);
  }

  private static double[] wave(int place, double level) {
    Random chance = new Random(place);
    double[] values = new double[DAYS];
    for (int day = 0; day < DAYS; day++) {
      double phase = (day + 11 * place) / (18.0 + place % 3);
      double mean = level * (1 + place % 4) * Math.exp(1.1 * Math.sin(phase)) * WEEKDAYS[day % 7];
      values[day] = Math.max(0, Math.rint(mean + Math.sqrt(mean) * chance.nextGaussian()));
    }
    return values;
  }

  private static double[] deaths(double[] cases, int place) {
    Random chance = new Random(100 + place);
    double[] values = new double[DAYS];
    for (int day = 0; day < DAYS; day++) {
      double mean = 0.02 * cases[Math.max(0, day - 14)];
      values[day] = Math.max(0, Math.rint(mean + Math.sqrt(mean) * chance.nextGaussian()));
    }
    return values;
  }
}
