package org.hilum.imaging.reporting.content;

import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.quantification.ChestMeasurements;
import org.hilum.imaging.quantification.Measurement.Measured;
import org.hilum.imaging.quantification.RegionMeasurements;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.vocabulary.Region.Level;
import org.hilum.imaging.vocabulary.Side;

/**
 * Which regions a table shows, in which order: both lungs, then each lung with its lobes, or with
 * its zones where not all of its lobes are known; the right lung first, as it stands on a picture.
 */
public final class ReportRegions {

  private ReportRegions() {}

  /** The rows of a table. */
  public static List<RegionMeasurements> of(ChestMeasurements measurements) {
    var rows = new ArrayList<RegionMeasurements>();
    add(rows, measurements, Region.LUNGS);
    for (var side : List.of(Side.RIGHT, Side.LEFT)) {
      add(rows, measurements, Region.lung(side));
      var parts = lobesAreMeasured(measurements, side) ? Level.LOBE : Level.ZONE;
      for (var region : Region.values()) {
        if (region.level() == parts && region.side().filter(s -> s == side).isPresent()) {
          add(rows, measurements, region);
        }
      }
    }
    return List.copyOf(rows);
  }

  private static void add(
      List<RegionMeasurements> rows, ChestMeasurements measurements, Region region) {
    measurements.regions().stream()
        .filter(measured -> measured.region() == region)
        .forEach(rows::add);
  }

  private static boolean lobesAreMeasured(ChestMeasurements measurements, Side side) {
    var lobes =
        measurements.regions().stream()
            .filter(measured -> measured.region().level() == Level.LOBE)
            .filter(measured -> measured.region().side().filter(s -> s == side).isPresent())
            .toList();
    return !lobes.isEmpty()
        && lobes.stream()
            .allMatch(
                lobe -> lobe.quantities().values().stream().anyMatch(Measured.class::isInstance));
  }
}
