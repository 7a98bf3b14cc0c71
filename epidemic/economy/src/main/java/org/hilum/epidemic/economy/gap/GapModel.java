package org.hilum.epidemic.economy.gap;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hilum.epidemic.economy.EconomyReason;
import org.hilum.epidemic.economy.EconomyRemark;
import org.hilum.epidemic.economy.Quarter;

/**
 * What was known on a day of how measures move output, learnt from all countries together.
 *
 * <p>Gap to the old path = −(elasticity x stringency x the country's sensitivity) + a random walk
 * of its own; see {@link CountryState}. The common elasticity of a quarter whose output is known is
 * fitted over all countries; of later ones see {@link ElasticityOutlook}.
 */
public final class GapModel {

  private static final int FEWEST_COUNTRIES = 10;

  private final KnownWorld world;
  private final TreeMap<Quarter, Double> elasticities = new TreeMap<>();
  private final Map<String, CountryState> states = new HashMap<>();
  private final Surprises surprises = new Surprises();
  private final List<EconomyRemark> remarks = new ArrayList<>();
  private double walkVariance;

  private GapModel(KnownWorld world) {
    this.world = world;
    this.walkVariance = world.usualVariance();
  }

  /** Learns from the quarters published. */
  public static GapModel learn(KnownWorld world) {
    GapModel model = new GapModel(world);
    world
        .everyone()
        .forEach((code, _) -> model.states.put(code, CountryState.before(world.spread())));
    List<Double> walks = new ArrayList<>();
    for (Quarter quarter : world.quartersOfEpidemicKnown()) {
      model.learn(quarter, walks);
    }
    if (world.countries().size() < FEWEST_COUNTRIES) {
      model.remark(
          EconomyReason.FEW_COUNTRIES, world.countries().size() + " countries have figures.");
    }
    if (world.epidemicBegan() && model.outlook("").start().isEmpty()) {
      model.remark(EconomyReason.NOTHING_LEARNT, "No cost of measures was published by then.");
    }
    return model;
  }

  /** What is unusual. */
  public List<EconomyRemark> remarks() {
    return List.copyOf(remarks);
  }

  /** How far countries fell from what was expected of them. */
  public Surprises surprises() {
    return surprises;
  }

  /** Percent of output that full stringency is taken to cost in a quarter. */
  public OptionalDouble elasticity(String code, Quarter quarter) {
    return expected(code, quarter).stream().mapToDouble(Elasticity::percent).findFirst();
  }

  /** Standard deviation of a quarter's walk of a country by itself, percent. */
  public double walkPercent() {
    return Math.sqrt(walkVariance);
  }

  /** How sensitive a country was seen to be; 1 as others. */
  public double sensitivity(String code) {
    return state(code).m();
  }

  /** Where a country's output may lie from its first quarter unknown to a last one. */
  public GapPath path(String code, Quarter last) {
    Quarter first = world.country(code).lastKnown().plus(1);
    int quarters = Math.max(0, last.since(first) + 1);
    CountryState state = state(code);
    double[] effects = new double[quarters];
    double[] unsure = new double[quarters];
    double[] means = new double[quarters];
    double[] stringency = new double[quarters];
    for (int at = 0; at < quarters; at++) {
      stringency[at] = world.stringency(code, first.plus(at));
      Elasticity elasticity = expected(code, first.plus(at)).orElse(new Elasticity(0, 0));
      effects[at] = elasticity.percent() * stringency[at];
      unsure[at] = elasticity.deviation() * stringency[at] * state.m();
      means[at] = state.gap(effects[at]);
    }
    return new GapPath(first, means, covariances(state, effects, unsure), stringency);
  }

  private double[][] covariances(CountryState state, double[] effects, double[] unsure) {
    double[][] all = new double[effects.length][effects.length];
    for (int row = 0; row < effects.length; row++) {
      for (int column = 0; column < effects.length; column++) {
        all[row][column] =
            state.covariance(effects[row], effects[column])
                + walkVariance * (Math.min(row, column) + 1)
                + unsure[row] * unsure[column];
      }
    }
    return all;
  }

  private void learn(Quarter quarter, List<Double> walks) {
    List<String> knowing =
        world.countries().keySet().stream()
            .filter(code -> world.country(code).knows(quarter))
            .filter(code -> world.stringency(code, quarter) >= 0)
            .sorted()
            .toList();
    if (!knowing.isEmpty()) {
      fit(quarter, knowing);
    }
    double excess =
        knowing.stream().mapToDouble(code -> squaredSurprise(code, quarter)).average().orElse(0);
    if (knowing.size() >= FEWEST_COUNTRIES) {
      walks.add(Math.max(world.usualVariance(), excess));
      walkVariance = walks.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
      knowing.forEach(code -> surprises.add(surprise(code, quarter)));
    }
    states.replaceAll((code, state) -> updated(code, state.later(walkVariance), quarter));
  }

  private void fit(Quarter quarter, List<String> knowing) {
    double[] gaps = knowing.stream().mapToDouble(code -> gap(code, quarter)).toArray();
    double[] strict =
        knowing.stream().mapToDouble(code -> world.stringency(code, quarter)).toArray();
    double fitted = Elasticity.fitted(gaps, strict);
    if (Double.isFinite(fitted)) {
      elasticities.put(quarter, fitted);
    }
  }

  private CountryState updated(String code, CountryState state, Quarter quarter) {
    boolean known = world.country(code).knows(quarter);
    double effect = effect(code, quarter);
    return known && Double.isFinite(effect) ? state.read(gap(code, quarter), effect) : state;
  }

  /** The square of what the state did not expect, less what it was unsure of itself. */
  private double squaredSurprise(String code, Quarter quarter) {
    double effect = effect(code, quarter);
    double off = gap(code, quarter) - state(code).gap(effect);
    return off * off - state(code).covariance(effect, effect);
  }

  private double surprise(String code, Quarter quarter) {
    double effect = effect(code, quarter);
    double off = gap(code, quarter) - state(code).gap(effect);
    return Math.abs(off) / Math.sqrt(state(code).covariance(effect, effect) + walkVariance);
  }

  private CountryState state(String code) {
    return requireNonNull(states.get(code), code);
  }

  private double gap(String code, Quarter quarter) {
    return world.country(code).gap(quarter);
  }

  private double effect(String code, Quarter quarter) {
    return expected(code, quarter).map(Elasticity::percent).orElse(0.0)
        * world.stringency(code, quarter);
  }

  private Optional<Elasticity> expected(String code, Quarter quarter) {
    if (world.guides().containsKey(code)) {
      double own = world.elasticitiesOf(code).getOrDefault(quarter, Double.NaN);
      return Double.isFinite(own) ? Optional.of(new Elasticity(own, 0)) : outlook(code).in(quarter);
    }
    Double fitted = elasticities.get(quarter);
    return fitted != null ? Optional.of(new Elasticity(fitted, 0)) : outlook("").in(quarter);
  }

  /** The outlook of a country struck earlier, or of all others together. */
  private ElasticityOutlook outlook(String guide) {
    StrongQuarters all = new StrongQuarters(world.meanStringency(), elasticities);
    Map<String, StrongQuarters> guides = new HashMap<>();
    world
        .guides()
        .keySet()
        .forEach(
            code ->
                guides.put(
                    code,
                    new StrongQuarters(world.stringencyOf(code), world.elasticitiesOf(code))));
    StrongQuarters own = guides.getOrDefault(guide, all);
    List<StrongQuarters> others =
        Stream.concat(guides.values().stream(), Stream.of(all)).filter(one -> one != own).toList();
    return new ElasticityOutlook(own, others, world.estimate());
  }

  private void remark(EconomyReason reason, String message) {
    remarks.add(new EconomyRemark(reason, message, ""));
  }
}
