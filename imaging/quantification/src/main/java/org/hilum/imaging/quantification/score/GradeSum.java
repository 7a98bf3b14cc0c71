package org.hilum.imaging.quantification.score;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleToIntFunction;
import java.util.stream.Collectors;
import org.hilum.imaging.quantification.Measurement;
import org.hilum.imaging.quantification.QuantityReason;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.Region;

/**
 * The sum of grades over regions.
 *
 * @param inputs percent of each region that lesions fill, in reading order
 * @param value the sum; not measured as soon as one region is not
 */
record GradeSum(Map<String, Measurement> inputs, Measurement value) {

  static List<Region> regions(Region.Level level) {
    return Arrays.stream(Region.values()).filter(region -> region.level() == level).toList();
  }

  static GradeSum over(Region.Level level, ScoreInputs inputs, DoubleToIntFunction grade) {
    Map<String, Measurement> shares = new LinkedHashMap<>();
    for (var region : regions(level)) {
      shares.put(region.name() + " lesion %", inputs.lesionPercent(region));
    }
    return new GradeSum(Collections.unmodifiableMap(shares), sum(shares, grade));
  }

  private static Measurement sum(Map<String, Measurement> shares, DoubleToIntFunction grade) {
    var missing =
        shares.entrySet().stream()
            .filter(share -> share.getValue().number().isEmpty())
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      return new Measurement.NotMeasured(
          new Reason(
              QuantityReason.SCORE_INPUT_MISSING,
              QuantityReason.SCORE_INPUT_MISSING.meaning() + " See its inputs for the reason.",
              missing));
    }
    return new Measurement.Measured(
        shares.values().stream()
            .mapToInt(share -> grade.applyAsInt(share.number().orElseThrow()))
            .sum());
  }
}
