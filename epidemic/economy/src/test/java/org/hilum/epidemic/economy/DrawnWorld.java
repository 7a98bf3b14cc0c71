package org.hilum.epidemic.economy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Countries whose output follows measures by numbers we chose: 24 of them, struck in 2020-Q2, and
 * one, {@code GDE}, struck a quarter earlier that publishes quickly.
 */
final class DrawnWorld {

  static final double GROWTH = 0.5;
  static final double COST = 20;
  static final double KEPT = 0.5;
  static final String GUIDE = "GDE";
  static final int COUNTRIES = 24;

  private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2020, 12, 31);
  private static final Quarter BASE = new Quarter(2019, 4);

  private final double scale;
  private final int yearsLater;
  private final String prefix;

  DrawnWorld() {
    this(1, 0, "C");
  }

  DrawnWorld(double scale, int yearsLater, String prefix) {
    this.scale = scale;
    this.yearsLater = yearsLater;
    this.prefix = prefix;
  }

  String code(int number) {
    return "%s%02d".formatted(prefix, number);
  }

  /** Mean stringency of a country in a quarter of 2020, 0 to 100. */
  static double strictness(int country, int quarter) {
    return switch (quarter) {
      case 1 -> 10 + country % 5;
      case 2 -> 55 + country;
      case 3 -> 45 + country / 2.0;
      default -> 40;
    };
  }

  /** Gap to the path without measures, percent. */
  static double gap(int country, int quarter) {
    double cost = COST * sensitivity(country) * Math.pow((1 + KEPT) / 2, Math.max(0, quarter - 2));
    return -cost * strictness(country, quarter) / 100;
  }

  /** One country is twice as sensitive as the others. */
  static double sensitivity(int country) {
    return country == 7 ? 2 : 1;
  }

  /** The true change of a quarter of 2020, percent. */
  static double change(int country, int quarter) {
    double before = quarter == 1 ? 0 : gap(country, quarter - 1);
    return 100 * ((1 + GROWTH / 100) * (1 + gap(country, quarter) / 100) / (1 + before / 100) - 1);
  }

  EconomyData data() {
    Map<String, GdpLevels> gdp = new HashMap<>();
    Map<String, DailyStringency> stringency = new HashMap<>();
    Map<String, NavigableMap<Integer, Double>> annual = new HashMap<>();
    for (int country = 0; country < COUNTRIES; country++) {
      gdp.put(code(country), levels(country));
      stringency.put(code(country), days(code(country), country));
      annual.put(code(country), new TreeMap<>(Map.of(2019, 2.0)));
    }
    stringency.put(GUIDE, guideDays());
    return new EconomyData(
        gdp, stringency, annual, List.of(new Source("drawn", "none", "", "")), List.of());
  }

  /** The guide loses COST times 0.7 in 2020-Q1 and keeps KEPT of the cost in Q2. */
  PublishedReadings published() {
    double first = (1 + GROWTH / 100) * (1 - COST * 0.7 / 100) - 1;
    double second = (1 + GROWTH / 100) * (1 - COST * KEPT * 0.7 / 100) / (1 - COST * 0.7 / 100) - 1;
    return new PublishedReadings(
        List.of(
            published(BASE, GROWTH, LocalDate.of(2020, 1, 20)),
            published(BASE.plus(1), 100 * first, LocalDate.of(2020, 4, 20)),
            published(BASE.plus(2), 100 * second, LocalDate.of(2020, 7, 20))),
        25,
        0.2,
        LocalDate.MAX,
        new Source("drawn estimate", "none", "", ""));
  }

  Quarter quarter(int number) {
    return Quarter.of(day(new Quarter(2020, number).lastDay()));
  }

  LocalDate day(LocalDate day) {
    return day.plusYears(yearsLater);
  }

  private PublishedQuarter published(Quarter quarter, double change, LocalDate day) {
    return new PublishedQuarter(
        GUIDE,
        Quarter.of(day(quarter.lastDay())),
        change,
        day(day),
        new Source("drawn office", "none", "", day.toString()));
  }

  private GdpLevels levels(int country) {
    NavigableMap<Quarter, Double> levels = new TreeMap<>();
    double level = scale * (1000 + country);
    for (int back = 12; back >= 1; back--) {
      levels.put(quarter(1).plus(-back), level * Math.pow(1 + GROWTH / 100, 1 - back));
    }
    for (int number = 1; number <= 4; number++) {
      double path = level * Math.pow(1 + GROWTH / 100, number);
      levels.put(quarter(1).plus(number - 1), path * (1 + gap(country, number) / 100));
    }
    return new GdpLevels(code(country), code(country), levels);
  }

  private DailyStringency days(String code, int country) {
    double[] values = new double[(int) ChronoUnit.DAYS.between(FIRST_DAY, LAST_DAY) + 1];
    for (int day = 0; day < values.length; day++) {
      values[day] = strictness(country, Quarter.of(FIRST_DAY.plusDays(day)).number());
    }
    return new DailyStringency(code, day(FIRST_DAY), values);
  }

  private DailyStringency guideDays() {
    double[] values = new double[(int) ChronoUnit.DAYS.between(FIRST_DAY, LAST_DAY) + 1];
    java.util.Arrays.fill(values, 70);
    return new DailyStringency(GUIDE, day(FIRST_DAY), values);
  }
}
