package org.hilum.imaging.reporting.sr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hilum.imaging.quantification.ChestMeasurements;
import org.hilum.imaging.quantification.Measurement;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.quantification.RegionMeasurements;

/** What could not be measured and why: one sentence for each reason, never a number. */
final class UnmeasuredNotes {

  private UnmeasuredNotes() {}

  static List<String> of(ChestMeasurements measurements) {
    var byReason = new LinkedHashMap<String, List<String>>();
    measurements.regions().forEach(region -> note(region, byReason));
    for (var lesion : measurements.lesions()) {
      note(lesion.volumeMl(), "volume of lesion " + lesion.number(), byReason);
      note(lesion.massG(), "mass of lesion " + lesion.number(), byReason);
    }
    for (var score : measurements.scores()) {
      note(score.value(), score.name(), byReason);
    }
    return byReason.entrySet().stream()
        .map(
            entry -> "Not measured: " + String.join(", ", entry.getValue()) + ". " + entry.getKey())
        .toList();
  }

  /** A region of which nothing was measured, for one reason, is named once. */
  private static void note(RegionMeasurements region, Map<String, List<String>> byReason) {
    var name = RegionGroups.words(region.region());
    var measurements = Arrays.stream(Quantity.values()).map(region::of).distinct().toList();
    if (measurements.size() == 1) {
      note(measurements.getFirst(), name, byReason);
      return;
    }
    for (var quantity : Quantity.values()) {
      note(region.of(quantity), quantity.key() + " of " + name, byReason);
    }
  }

  private static void note(
      Measurement measurement, String what, Map<String, List<String>> byReason) {
    if (measurement instanceof Measurement.NotMeasured absent) {
      byReason.computeIfAbsent(absent.reason().toString(), _ -> new ArrayList<>()).add(what);
    }
  }
}
