package org.hilum.epidemic.surveillance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hilum.epidemic.surveillance.FatalityEstimate.Estimated;
import org.hilum.epidemic.surveillance.FatalityEstimate.NotEstimated;
import org.hilum.epidemic.surveillance.fatality.Days;
import org.hilum.epidemic.surveillance.fatality.Proportion;

/**
 * Which part of the cases die, so far and from day to day, with 95 % intervals and the direction of
 * the bias.
 *
 * <p>In: cases and deaths of one place, best {@link ReviewedCounts#corrected}; absent days are not
 * counted, weeks are shared evenly among their days. <br>
 * Naive: deaths over cases, exact binomial interval. <br>
 * Adjusted: deaths over the cases that have had time for an outcome, which is the sum of cases
 * times the density of the delay from case to death; the most likely ratio of a binomial with that
 * many trials and the interval in which its log-likelihood falls by at most 1.92. <br>
 * Source: Nishiura 2009, doi:10.1371/journal.pone.0006852; reference values of the R package cfr,
 * whose binomial likelihood is used here at every size, without Poisson or normal approximation.
 * <br>
 * Limits: against the ratio 60 days later, in 83 to 92 countries in spring 2020, the adjusted ratio
 * was not better than the naive one, because ever more cases were found; so both are to be shown.
 */
public final class FatalityRatio {

  private static final List<FatalityBias> NAIVE =
      List.of(
          FatalityBias.LOW_WHILE_DEATHS_LAG,
          FatalityBias.HIGH_WHERE_MILD_CASES_ARE_MISSED,
          FatalityBias.LOW_WHERE_DEATHS_ARE_MISSED);

  private static final List<FatalityBias> ADJUSTED =
      List.of(
          FatalityBias.HIGH_WHILE_MORE_CASES_ARE_FOUND,
          FatalityBias.HIGH_WHERE_MILD_CASES_ARE_MISSED,
          FatalityBias.LOW_WHERE_DEATHS_ARE_MISSED);

  private final Days days;

  private FatalityRatio(Days days) {
    this.days = days;
  }

  /** Puts the cases and deaths of a place side by side, up to the last day both know. */
  public static FatalityRatio of(CaseCounts cases, CaseCounts deaths) {
    return new FatalityRatio(Days.of(cases, deaths));
  }

  /** Deaths over cases, up to the last day. */
  public FatalityEstimate naive() {
    return last(naiveOn());
  }

  /** Deaths over cases with an outcome, up to the last day. */
  public FatalityEstimate adjusted(DelayDistribution delay) {
    return last(adjustedOn(delay));
  }

  private FatalityEstimate last(IntFunction<FatalityEstimate> on) {
    return days.size() == 0
        ? new NotEstimated(days.first(), "There is no day with both cases and deaths.")
        : on.apply(days.size() - 1);
  }

  /** The naive ratio as it stood on each day. */
  public List<FatalityEstimate> rollingNaive() {
    return IntStream.range(0, days.size()).mapToObj(naiveOn()).toList();
  }

  /** The adjusted ratio as it stood on each day. */
  public List<FatalityEstimate> rollingAdjusted(DelayDistribution delay) {
    return IntStream.range(0, days.size()).mapToObj(adjustedOn(delay)).toList();
  }

  private IntFunction<FatalityEstimate> naiveOn() {
    double[] cases = cumulative(days.cases());
    double[] deaths = cumulative(days.deaths());
    return day -> estimate(day, deaths[day], cases[day], cases[day], true, NAIVE);
  }

  private IntFunction<FatalityEstimate> adjustedOn(DelayDistribution delay) {
    double[] cases = cumulative(days.cases());
    double[] deaths = cumulative(days.deaths());
    double[] outcomes = cumulative(days.outcomes(delay));
    return day -> estimate(day, deaths[day], outcomes[day], cases[day], false, ADJUSTED);
  }

  /** The deaths of each single day over its cases. */
  public List<FatalityEstimate> varyingNaive() {
    return varying(days.cases(), NAIVE);
  }

  /** The deaths of each single day over the cases whose outcome was due on it, whole persons. */
  public List<FatalityEstimate> varyingAdjusted(DelayDistribution delay) {
    return varying(Arrays.stream(days.outcomes(delay)).map(Math::rint).toArray(), ADJUSTED);
  }

  private List<FatalityEstimate> varying(double[] outcomes, List<FatalityBias> biases) {
    var varying = new ArrayList<FatalityEstimate>();
    for (int day = 0; day < days.size(); day++) {
      varying.add(estimate(day, days.deaths()[day], outcomes[day], Double.MAX_VALUE, true, biases));
    }
    return varying;
  }

  private FatalityEstimate estimate(
      int day,
      double deaths,
      double outcomes,
      double cases,
      boolean isExact,
      List<FatalityBias> biases) {
    var date = days.first().plusDays(day);
    if (!(outcomes > 0)) {
      return new NotEstimated(date, "No case has had time for an outcome.");
    }
    if (deaths < 0 || deaths > cases) {
      return new NotEstimated(date, "More deaths than cases are counted, or fewer than none.");
    }
    if (deaths > outcomes) {
      return new NotEstimated(
          date,
          "More have died than have had time for an outcome: the delay is too long for them.");
    }
    var proportion =
        isExact ? Proportion.exact(deaths, outcomes) : Proportion.likely(deaths, outcomes);
    return new Estimated(
        date, proportion.value(), proportion.lower(), proportion.upper(), deaths, outcomes, biases);
  }

  /** Part of the cases that have had time for an outcome, 0 to 1; NaN without cases. */
  public double knownOutcomes(DelayDistribution delay) {
    double outcomes = Arrays.stream(days.outcomes(delay)).sum();
    return outcomes / Arrays.stream(days.cases()).sum();
  }

  /**
   * Which part of the cases is found, if the true ratio is known from elsewhere: the true one over
   * the adjusted one, at most 1.
   *
   * @param trueRatio 0 to 1
   * @return without biases, which are those of the assumption
   */
  public FatalityEstimate ascertainment(DelayDistribution delay, double trueRatio) {
    return switch (adjusted(delay)) {
      case NotEstimated none -> none;
      case Estimated none when none.ratio() == 0 ->
          new NotEstimated(
              none.day(), "Nobody has died; how many cases are missed cannot be told.");
      case Estimated some -> {
        var found =
            new Proportion(some.ratio(), some.lower(), some.upper()).ascertainedOf(trueRatio);
        yield new Estimated(
            some.day(),
            found.value(),
            found.lower(),
            found.upper(),
            some.deaths(),
            some.outcomes(),
            List.of());
      }
    };
  }

  private static double[] cumulative(double[] daily) {
    var cumulative = daily.clone();
    Arrays.parallelPrefix(cumulative, Double::sum);
    return cumulative;
  }
}
