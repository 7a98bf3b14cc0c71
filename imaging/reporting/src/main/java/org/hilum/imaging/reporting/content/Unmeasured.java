package org.hilum.imaging.reporting.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hilum.imaging.quantification.Interval;
import org.hilum.imaging.quantification.Measurement;
import org.hilum.imaging.quantification.Measurement.Measured;
import org.hilum.imaging.quantification.Measurement.NotMeasured;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.quantification.RegionMeasurements;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.Region;

/**
 * What was not measured for one reason.
 *
 * @param what regions, quantities and scores, in words
 */
public record Unmeasured(Reason reason, List<String> what) {

  public Unmeasured {
    what = List.copyOf(what);
  }

  /** Everything that was not measured, by reason, each reason once. */
  public static List<Unmeasured> of(ReadingFindings findings, Wording wording) {
    var byReason = new LinkedHashMap<String, Reason>();
    var what = new LinkedHashMap<String, Set<String>>();
    var gathered = new Gathered(byReason, what);
    for (var region : findings.measurements().regions()) {
      gathered.region(region, wording);
    }
    var lungs = findings.measurements().of(Region.LUNGS);
    for (var quantity : List.of(Quantity.OPACITY_PERCENT, Quantity.VOLUME)) {
      gathered.interval(lungs, quantity, wording);
    }
    for (var score : findings.measurements().scores()) {
      gathered.add(score.value(), score.name());
    }
    var all = new ArrayList<Unmeasured>();
    byReason.forEach(
        (key, reason) ->
            all.add(new Unmeasured(reason, List.copyOf(what.getOrDefault(key, Set.of())))));
    return List.copyOf(all);
  }

  private record Gathered(Map<String, Reason> byReason, Map<String, Set<String>> what) {

    void region(RegionMeasurements region, Wording wording) {
      var missing = new ArrayList<Quantity>();
      for (var quantity : Quantity.values()) {
        if (region.of(quantity) instanceof NotMeasured) {
          missing.add(quantity);
        }
      }
      boolean whole = missing.size() == Quantity.values().length;
      for (var quantity : missing) {
        add(
            region.of(quantity),
            whole ? wording.region(region.region()) : wording.quantity(quantity));
      }
    }

    /** An interval of what was measured; else the quantity has said why. */
    void interval(RegionMeasurements region, Quantity quantity, Wording wording) {
      if (region.of(quantity) instanceof Measured
          && region.interval(quantity) instanceof Interval.NotMeasured(Reason reason)) {
        add(new NotMeasured(reason), wording.text(Phrase.INTERVAL_OF, wording.quantity(quantity)));
      }
    }

    void add(Measurement measurement, String name) {
      if (measurement instanceof NotMeasured(Reason reason)) {
        var key = reason.code().code() + " " + reason.message();
        byReason.putIfAbsent(key, reason);
        what.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(name);
      }
    }
  }
}
