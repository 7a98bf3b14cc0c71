package org.hilum.epidemic.forecasting;

import java.util.OptionalLong;
import org.hilum.epidemic.surveillance.DelayDistribution;

/**
 * What a scenario takes for granted; shown beside its picture.
 *
 * @param generation days from an infection to those it causes
 * @param population inhabitants; without it nobody is taken to be immune
 * @param ascertainment share of the infections that are counted, above 0 and up to 1
 */
public record ScenarioAssumptions(
    DelayDistribution generation, OptionalLong population, double ascertainment) {

  public ScenarioAssumptions {
    if (!(ascertainment > 0 && ascertainment <= 1)) {
      throw new IllegalArgumentException("ascertainment " + ascertainment);
    }
  }
}
