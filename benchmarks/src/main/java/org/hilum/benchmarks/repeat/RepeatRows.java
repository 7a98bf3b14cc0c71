package org.hilum.benchmarks.repeat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hilum.imaging.comparison.Change;
import org.hilum.imaging.comparison.ComparedQuantity;
import org.hilum.imaging.comparison.Comparison;
import org.hilum.imaging.comparison.LesionState;
import org.hilum.imaging.comparison.limit.Rims;
import org.hilum.imaging.quantification.RegionCells;
import org.hilum.imaging.vocabulary.Region;
import org.jspecify.annotations.Nullable;

/**
 * Every difference of a repeat scan as a line of comma-separated values, to fit limits on: what it
 * is of, prior, current and limit in mL, then volume, surface and soft volume of both dates, then
 * prior, current and limit of the mean HU.
 */
final class RepeatRows {

  private RepeatRows() {}

  static void print(String name, Comparison comparison) {
    var prior = comparison.readings().getFirst();
    var current = comparison.readings().getLast();
    var before = Rims.of(prior, RegionCells.of(prior.segmentation()));
    var after = Rims.of(current, RegionCells.of(current.segmentation()));
    for (var lesion : comparison.lesions()) {
      for (var step : lesion.steps()) {
        var a = before.of(numbers(lesion.states().getFirst()));
        var b = after.of(numbers(lesion.states().getLast()));
        System.out.printf(
            Locale.ROOT,
            "row,lesion,%s,%d,%s,%s,%s,%.4f,%.2f,%.4f,%.4f,%.2f,%.4f,%s%n",
            name,
            lesion.identity(),
            step.fate(),
            step.doubt().isEmpty() ? "sure" : "doubt",
            values(step.changes().get(ComparedQuantity.OPACITY_VOLUME_AT_CURRENT_BREATH)),
            a.volumeMl(),
            a.surfaceMm2(),
            a.softMl(),
            b.volumeMl(),
            b.surfaceMm2(),
            b.softMl(),
            values(step.changes().get(ComparedQuantity.MEAN_HU)));
      }
    }
    for (var region : comparison.pairs().getFirst().regions()) {
      if (region.region().level() != Region.Level.LOBE) {
        var a = before.of(region.region());
        var b = after.of(region.region());
        System.out.printf(
            Locale.ROOT,
            "row,region,%s,%s,%s,-,%s,%.4f,%.2f,%.4f,%.4f,%.2f,%.4f,%s%n",
            name,
            region.region(),
            region.course(),
            values(region.of(ComparedQuantity.OPACITY_VOLUME_AT_CURRENT_BREATH)),
            a.volumeMl(),
            a.surfaceMm2(),
            a.softMl(),
            b.volumeMl(),
            b.surfaceMm2(),
            b.softMl(),
            values(region.of(ComparedQuantity.MEAN_HU)));
      }
    }
  }

  private static List<Integer> numbers(Optional<LesionState> state) {
    return state.map(LesionState::numbers).orElse(List.of());
  }

  private static String values(@Nullable Change change) {
    return change instanceof Change.Compared c
        ? String.format(Locale.ROOT, "%.4f,%.4f,%.4f", c.prior(), c.current(), c.limit())
        : ",,";
  }
}
