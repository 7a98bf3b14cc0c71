package org.hilum.imaging.comparison.change;

import static org.hilum.imaging.comparison.ComparedQuantity.CONSOLIDATION_VOLUME;
import static org.hilum.imaging.comparison.ComparedQuantity.GROUND_GLASS_VOLUME;
import static org.hilum.imaging.comparison.ComparedQuantity.MEAN_HU;
import static org.hilum.imaging.comparison.ComparedQuantity.OPACITY_MASS;
import static org.hilum.imaging.comparison.ComparedQuantity.OPACITY_PERCENT;
import static org.hilum.imaging.comparison.ComparedQuantity.OPACITY_VOLUME;
import static org.hilum.imaging.comparison.ComparedQuantity.OPACITY_VOLUME_AT_CURRENT_BREATH;
import static org.hilum.imaging.comparison.ComparedQuantity.VOLUME;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.hilum.imaging.comparison.Change;
import org.hilum.imaging.comparison.Change.Compared;
import org.hilum.imaging.comparison.Change.NotCompared;
import org.hilum.imaging.comparison.ComparedQuantity;
import org.hilum.imaging.comparison.limit.Limits;
import org.hilum.imaging.comparison.limit.Limits.Cut;
import org.hilum.imaging.comparison.limit.Rim;
import org.hilum.imaging.quantification.Measurement;
import org.hilum.imaging.quantification.Measurement.Measured;
import org.hilum.imaging.quantification.Measurement.NotMeasured;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.quantification.RegionMeasurements;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.Region;

/**
 * How every quantity of one region changed.
 *
 * <p>Out: both dates' measurements as the readings have them, with the limit of detectable change
 * for this pair; the prior's opacity also as it would be at the current breath. What was not
 * measured at either date is not compared, for that date's reason.
 */
public final class RegionChanges {
  private final RegionMeasurements before;
  private final RegionMeasurements after;
  private final Limits limits;
  private final Cut cut;
  private final double expansion;
  private final Rim rimBefore;
  private final Rim rimAfter;

  private RegionChanges(DatePair pair, Region region) {
    before = pair.prior().measurements().of(region);
    after = pair.current().measurements().of(region);
    limits = pair.limits();
    cut =
        switch (region.level()) {
          case BOTH, LUNG -> Cut.LUNG;
          case LOBE, ZONE -> Cut.PART;
        };
    expansion = pair.expansion(region);
    rimBefore = pair.priorRims().of(region);
    rimAfter = pair.currentRims().of(region);
  }

  /** The changes of a region. */
  public static Map<ComparedQuantity, Change> of(DatePair pair, Region region) {
    return new RegionChanges(pair, region).all(pair);
  }

  private Map<ComparedQuantity, Change> all(DatePair pair) {
    double halfWay = halfWayLimit(pair);
    double larger = Math.max(rimBefore.volumeMl(), rimAfter.volumeMl());
    double raw = limits.rawVolumeMl(halfWay, larger, expansion);
    double percent = percentLimit(halfWay);
    var changes = new EnumMap<ComparedQuantity, Change>(ComparedQuantity.class);
    changes.put(VOLUME, compared(Quantity.VOLUME, ml -> limits.regionMl(ml, cut)));
    changes.put(OPACITY_VOLUME, compared(Quantity.OPACITY_VOLUME, _ -> raw));
    changes.put(OPACITY_VOLUME_AT_CURRENT_BREATH, atCurrentBreath(halfWay * Math.sqrt(expansion)));
    changes.put(OPACITY_PERCENT, compared(Quantity.OPACITY_PERCENT, _ -> percent));
    changes.put(GROUND_GLASS_VOLUME, compared(Quantity.GROUND_GLASS_VOLUME, _ -> kindLimit(raw)));
    changes.put(CONSOLIDATION_VOLUME, compared(Quantity.CONSOLIDATION_VOLUME, _ -> kindLimit(raw)));
    changes.put(
        OPACITY_MASS,
        compared(Quantity.OPACITY_MASS, grams -> limits.massG(halfWay, gramsPerMl(), grams)));
    changes.put(MEAN_HU, compared(Quantity.MEAN_HU, hu -> limits.regionHu(hu, expansion, cut)));
    return changes;
  }

  /** As {@link DatePair#halfWayMl}, with what a cut adds. */
  private double halfWayLimit(DatePair pair) {
    double limit = pair.halfWayMl(rimBefore, rimAfter, expansion);
    double half = Math.sqrt(expansion);
    double larger = Math.max(rimBefore.volumeMl() * half, rimAfter.volumeMl() / half);
    return cut == Cut.PART ? limits.cutMl(limit, larger) : limit;
  }

  /** A change with a limit that may depend on the larger value. */
  private Change compared(Quantity quantity, DoubleUnaryOperator limitOfLarger) {
    return switch (before.of(quantity)) {
      case NotMeasured(Reason reason) -> new NotCompared(reason);
      case Measured(double prior) ->
          switch (after.of(quantity)) {
            case NotMeasured(Reason reason) -> new NotCompared(reason);
            case Measured(double current) ->
                new Compared(prior, current, limitOfLarger.applyAsDouble(Math.max(prior, current)));
          };
    };
  }

  private Change atCurrentBreath(double limit) {
    return compared(Quantity.OPACITY_VOLUME, _ -> limit) instanceof Compared raw
        ? new Compared(raw.prior() * expansion, raw.current(), limit)
        : compared(Quantity.OPACITY_VOLUME, _ -> limit);
  }

  /** Ground glass and consolidation are told apart by density, which adds error where both are. */
  private double kindLimit(double volumeLimit) {
    double consolidation =
        Math.max(
            value(before, Quantity.CONSOLIDATION_VOLUME),
            value(after, Quantity.CONSOLIDATION_VOLUME));
    return limits.kindMl(volumeLimit, consolidation);
  }

  /** The limit of opacity over the smaller of both regions. */
  private double percentLimit(double opacityLimitMl) {
    double lungMl =
        Math.min(lungMl(before, rimBefore.volumeMl()), lungMl(after, rimAfter.volumeMl()));
    return limits.percent(opacityLimitMl, lungMl, larger(Quantity.OPACITY_PERCENT), cut);
  }

  /**
   * Millilitres of a region, in the same millimetres as its opacity also where these are not
   * trusted; without opacity to tell them by no region is small.
   */
  private static double lungMl(RegionMeasurements region, double opacityMl) {
    double percent = value(region, Quantity.OPACITY_PERCENT);
    return region
        .of(Quantity.VOLUME)
        .number()
        .orElse(percent == 0 ? Double.MAX_VALUE : 100 * opacityMl / percent);
  }

  private double larger(Quantity quantity) {
    return Math.max(value(before, quantity), value(after, quantity));
  }

  private double gramsPerMl() {
    double ml = Math.max(rimBefore.volumeMl(), rimAfter.volumeMl());
    return ml == 0 ? 1 : Math.min(1, larger(Quantity.OPACITY_MASS) / ml);
  }

  private static double value(RegionMeasurements region, Quantity quantity) {
    Measurement measurement = region.of(quantity);
    return measurement.number().orElse(0);
  }
}
