package org.hilum.imaging.quantification.region;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hilum.imaging.quantification.Interval;
import org.hilum.imaging.quantification.Measurement;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.segmentation.NetworkCard;
import org.hilum.imaging.vocabulary.Region;

/**
 * How far percent of opacity and volume of a lung may be off.
 *
 * <p>Out: percent of opacity from {@code lowerFactor} times the percent of voxels that probably are
 * opacity to {@code upperFactor} times that of voxels that may be, plus {@code upperFloorPercent},
 * within 0 to 100 and around what was measured; volume times 1 minus and plus {@code lungPercent}.
 * <br>
 * Source: the network's card, set on its held-out patients. <br>
 * Limits: set on whole lungs; on a lobe or zone the percent is less certain than it says, and the
 * volume, which depends on where the zone is cut, has no interval.
 */
final class Intervals {

  private Intervals() {}

  /** The intervals of a region; none where the card states none. */
  static Map<Quantity, Interval> of(
      RegionTotals totals,
      Map<Quantity, Measurement> quantities,
      Optional<NetworkCard.Interval> stated) {
    var intervals = new EnumMap<Quantity, Interval>(Quantity.class);
    if (stated.isEmpty()) {
      return intervals;
    }
    var rule = stated.get();
    number(quantities, Quantity.OPACITY_PERCENT)
        .ifPresent(
            percent -> intervals.put(Quantity.OPACITY_PERCENT, percent(totals, percent, rule)));
    var level = totals.region().level();
    if (level == Region.Level.BOTH || level == Region.Level.LUNG) {
      number(quantities, Quantity.VOLUME)
          .ifPresent(ml -> intervals.put(Quantity.VOLUME, volume(ml, rule)));
    }
    return intervals;
  }

  private static OptionalDouble number(Map<Quantity, Measurement> quantities, Quantity of) {
    return Objects.requireNonNull(quantities.get(of)).number();
  }

  private static Interval percent(RegionTotals totals, double percent, NetworkCard.Interval rule) {
    double voxels = totals.sums().voxels();
    double low = rule.lowerFactor() * 100 * totals.sums().probable() / voxels;
    double high =
        rule.upperFactor() * 100 * totals.sums().possible() / voxels + rule.upperFloorPercent();
    return new Interval.Between(Math.min(low, percent), Math.clamp(high, percent, 100));
  }

  private static Interval volume(double ml, NetworkCard.Interval rule) {
    double reach = ml * rule.lungPercent() / 100;
    return new Interval.Between(ml - reach, ml + reach);
  }
}
