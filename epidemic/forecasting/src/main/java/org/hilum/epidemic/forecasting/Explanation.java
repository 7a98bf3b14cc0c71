package org.hilum.epidemic.forecasting;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hilum.epidemic.surveillance.Measure;

/**
 * What a place's weekly forecast rests on.
 *
 * @param weights share of each family of models in the forecast of the nearest week, adding up to 1
 * @param firstCounted date of the first count given
 * @param lastCounted date of the last count that was believed to be wholly reported
 * @param note in words
 */
public record Explanation(
    String location,
    Measure measure,
    Map<String, Double> weights,
    LocalDate firstCounted,
    LocalDate lastCounted,
    String note) {

  public Explanation {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
  }
}
