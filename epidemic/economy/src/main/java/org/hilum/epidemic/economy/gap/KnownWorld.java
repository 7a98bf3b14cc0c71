package org.hilum.epidemic.economy.gap;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hilum.epidemic.economy.DailyStringency;
import org.hilum.epidemic.economy.EconomyData;
import org.hilum.epidemic.economy.EconomyReason;
import org.hilum.epidemic.economy.EconomyRemark;
import org.hilum.epidemic.economy.PublishedReadings;
import org.hilum.epidemic.economy.Quarter;
import org.hilum.epidemic.economy.StringencyScenario;

/** What was known on a day of all countries: output published, stringency so far, what was read. */
public final class KnownWorld {

  /** As far ahead as anything is asked. */
  private static final int QUARTERS_AHEAD = 9;

  private static final double PERCENT = 100;

  private final EconomyData data;
  private final PublishedReadings published;
  private final LocalDate asOf;
  private final MeanStringency means;
  private final Optional<Quarter> began;
  private final Quarter base;
  private final SortedMap<String, KnownCountry> countries = new TreeMap<>();
  private final SortedMap<String, KnownCountry> guides;
  private final Map<String, NavigableMap<Quarter, Double>> stringency = new HashMap<>();
  private final List<EconomyRemark> remarks = new ArrayList<>();
  private final NavigableMap<Quarter, Double> meanStringency;

  /** Nothing dated later than the day is looked at; stringency of later days is the scenario's. */
  public KnownWorld(
      EconomyData data, PublishedReadings published, LocalDate asOf, StringencyScenario scenario) {
    this.data = data;
    this.published = published;
    this.asOf = asOf;
    this.means = new MeanStringency(asOf, scenario);
    this.began = firstWithMeasures();
    Quarter lastPublished =
        Quarter.of(asOf.minusDays(KnownCountry.PUBLICATION_DAYS).plusDays(1)).plus(-1);
    this.base = began.map(quarter -> quarter.plus(-1)).orElse(lastPublished);
    this.guides = Guides.of(published, data.stringency(), base, asOf);
    findCountries();
    this.meanStringency = meanOfCountries();
  }

  /** Countries learnt from, by code. */
  public SortedMap<String, KnownCountry> countries() {
    return countries;
  }

  /** Countries struck earlier whose output was published, by code. */
  public SortedMap<String, KnownCountry> guides() {
    return guides;
  }

  /** Both. */
  public SortedMap<String, KnownCountry> everyone() {
    SortedMap<String, KnownCountry> all = new TreeMap<>(countries);
    all.putAll(guides);
    return all;
  }

  /** A country that is there. */
  public KnownCountry country(String code) {
    return requireNonNull(guides.containsKey(code) ? guides.get(code) : countries.get(code), code);
  }

  /** Who was left out and why. */
  public List<EconomyRemark> remarks() {
    return List.copyOf(remarks);
  }

  /** Whether a part of a quarter's stringency is assumed. */
  public boolean assumes(String code, Quarter quarter) {
    return means.assumes(country(code).stringency(), quarter);
  }

  /** Mean stringency of a country in a quarter, 0 to 1; 0 before anything is known of it. */
  public double stringency(String code, Quarter quarter) {
    return stringency
        .computeIfAbsent(code, _ -> new TreeMap<>())
        .computeIfAbsent(quarter, at -> orZero(means.of(strictness(code), at)));
  }

  boolean epidemicBegan() {
    return began.isPresent();
  }

  double spread() {
    return published.spreadBetweenCountries();
  }

  /** Median over countries of the variance of quarterly growth before the epidemic. */
  double usualVariance() {
    double[] noises =
        countries.values().stream()
            .mapToDouble(one -> one.path().noisePercent())
            .sorted()
            .toArray();
    return noises.length == 0 ? 1 : Math.pow(noises[noises.length / 2], 2);
  }

  /** Quarters of the epidemic whose output some country knows, in order. */
  List<Quarter> quartersOfEpidemicKnown() {
    Quarter last =
        everyone().values().stream()
            .map(KnownCountry::lastKnown)
            .max(Comparator.naturalOrder())
            .orElse(base);
    return quartersUntil(last);
  }

  NavigableMap<Quarter, Double> meanStringency() {
    return meanStringency;
  }

  Map<Quarter, Double> stringencyOf(String code) {
    return quartersUntil(horizon()).stream()
        .collect(Collectors.toMap(quarter -> quarter, quarter -> stringency(code, quarter)));
  }

  /** Percent of output at full stringency in each quarter a country published. */
  Map<Quarter, Double> elasticitiesOf(String code) {
    KnownCountry country = country(code);
    Map<Quarter, Double> all = new HashMap<>();
    for (Quarter quarter : quartersUntil(country.lastKnown())) {
      if (country.knows(quarter) && stringency(code, quarter) > 0) {
        all.put(quarter, -country.gap(quarter) / stringency(code, quarter));
      }
    }
    return all;
  }

  /** The published estimate of a shutdown at the mean stringency of the day it was published. */
  OptionalDouble estimate() {
    if (published.estimatedOn().isAfter(asOf)) {
      return OptionalDouble.empty();
    }
    double mean =
        countries.values().stream()
            .mapToDouble(one -> one.stringency().on(published.estimatedOn()))
            .filter(Double::isFinite)
            .average()
            .orElse(0);
    return mean / PERCENT >= StrongQuarters.STRONG
        ? OptionalDouble.of(published.shutdownLossPercent() / (mean / PERCENT))
        : OptionalDouble.empty();
  }

  private Quarter horizon() {
    return Quarter.of(asOf).plus(QUARTERS_AHEAD);
  }

  private List<Quarter> quartersUntil(Quarter last) {
    return Stream.iterate(
            base.plus(1), quarter -> quarter.compareTo(last) <= 0, quarter -> quarter.plus(1))
        .toList();
  }

  private NavigableMap<Quarter, Double> meanOfCountries() {
    NavigableMap<Quarter, Double> all = new TreeMap<>();
    for (Quarter quarter : quartersUntil(horizon())) {
      all.put(
          quarter,
          countries.keySet().stream()
              .mapToDouble(code -> stringency(code, quarter))
              .average()
              .orElse(0));
    }
    return all;
  }

  private Optional<Quarter> firstWithMeasures() {
    Optional<LocalDate> first =
        data.stringency().values().stream()
            .map(DailyStringency::first)
            .min(Comparator.naturalOrder());
    return first.flatMap(
        day ->
            Stream.iterate(Quarter.of(day), at -> !at.firstDay().isAfter(asOf), at -> at.plus(1))
                .filter(
                    at ->
                        data.countries().stream()
                            .anyMatch(code -> orZero(means.of(strictness(code), at)) > 0))
                .findFirst());
  }

  private void findCountries() {
    for (String code : data.countries()) {
      if (guides.containsKey(code)) {
        continue;
      }
      KnownCountry.of(requireNonNull(data.gdp().get(code)), strictness(code), base, asOf)
          .ifPresentOrElse(
              known -> countries.put(code, known),
              () ->
                  remarks.add(
                      new EconomyRemark(
                          EconomyReason.TOO_SHORT,
                          "Too few quarters of " + code + " were published before the epidemic.",
                          code)));
    }
  }

  private DailyStringency strictness(String code) {
    return requireNonNull(data.stringency().get(code), code);
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
