package org.hilum.benchmarks.repeat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hilum.imaging.comparison.Change;
import org.hilum.imaging.comparison.ComparedQuantity;
import org.hilum.imaging.comparison.Comparison;
import org.hilum.imaging.comparison.CourseVerdict;
import org.hilum.imaging.comparison.LesionFate;
import org.hilum.imaging.vocabulary.Region;

/** Counts what a comparison calls changed although nothing changed. */
final class RepeatTally {
  private int lesions;
  private int lesionsChanged;
  private int lungs;
  private int lungsChanged;
  private int zones;
  private int zonesChanged;
  private int pairs;
  private int verdicts;
  private final Map<ComparedQuantity, List<Double>> lungRatios =
      new EnumMap<>(ComparedQuantity.class);
  private final Map<ComparedQuantity, List<Double>> zoneRatios =
      new EnumMap<>(ComparedQuantity.class);
  private final Map<ComparedQuantity, List<Double>> lesionRatios =
      new EnumMap<>(ComparedQuantity.class);

  void add(Comparison comparison) {
    pairs++;
    verdicts += comparison.course().verdict() == CourseVerdict.STABLE ? 0 : 1;
    for (var change : comparison.pairs().getFirst().regions()) {
      var level = change.region().level();
      boolean changed =
          change.course() == CourseVerdict.WORSE || change.course() == CourseVerdict.BETTER;
      if (level == Region.Level.ZONE) {
        zones++;
        zonesChanged += changed ? 1 : 0;
        ratios(zoneRatios, change.changes());
      } else if (level != Region.Level.LOBE) {
        lungs++;
        lungsChanged += changed ? 1 : 0;
        ratios(lungRatios, change.changes());
      }
    }
    comparison.lesions().stream()
        .flatMap(lesion -> lesion.steps().stream())
        .forEach(
            step -> {
              lesions++;
              boolean sure = step.doubt().isEmpty() && step.fate() != LesionFate.PERSISTED;
              lesionsChanged += sure ? 1 : 0;
              ratios(lesionRatios, step.changes());
            });
  }

  private static void ratios(
      Map<ComparedQuantity, List<Double>> to, Map<ComparedQuantity, Change> changes) {
    changes.forEach(
        (quantity, change) -> {
          if (change instanceof Change.Compared compared && compared.limit() > 0) {
            to.computeIfAbsent(quantity, _ -> new ArrayList<>())
                .add(Math.abs(compared.difference()) / compared.limit());
          }
        });
  }

  /** One line: of how many, how many were called changed. */
  String line(String name) {
    return String.format(
        Locale.ROOT,
        "%-12s lesions %4d changed %3d (%4.1f %%)  lungs %3d changed %2d (%4.1f %%)  zones %3d changed %2d (%4.1f %%)"
            + "  verdicts %2d not stable %2d",
        name,
        lesions,
        lesionsChanged,
        percent(lesionsChanged, lesions),
        lungs,
        lungsChanged,
        percent(lungsChanged, lungs),
        zones,
        zonesChanged,
        percent(zonesChanged, zones),
        pairs,
        verdicts);
  }

  private static double percent(int part, int whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }

  /**
   * For each quantity: how often its difference was over its limit, and by what factor at worst.
   */
  String quantities() {
    return "difference over limit, lungs:\n"
        + table(lungRatios)
        + "zones:\n"
        + table(zoneRatios)
        + "lesions:\n"
        + table(lesionRatios);
  }

  private static String table(Map<ComparedQuantity, List<Double>> ratios) {
    var lines = new StringBuilder();
    ratios.forEach(
        (quantity, values) -> {
          values.sort(null);
          long over = values.stream().filter(value -> value > 1).count();
          lines.append(
              String.format(
                  Locale.ROOT,
                  "  %-26s n %4d  median %.2f  95th percentile %.2f  most %.2f  over the limit %.1f %%%n",
                  quantity.key(),
                  values.size(),
                  quantile(values, 0.5),
                  quantile(values, 0.95),
                  values.getLast(),
                  100.0 * over / values.size()));
        });
    return lines.toString();
  }

  private static double quantile(List<Double> sorted, double part) {
    return sorted.get((int) Math.min(sorted.size() - 1.0, part * sorted.size()));
  }
}
