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
  private final double expansion;
  private final Rim rimBefore;
  private final Rim rimAfter;

  private RegionChanges(DatePair pair, Region region) {
    before = pair.prior().measurements().of(region);
    after = pair.current().measurements().of(region);
    limits = pair.limits();
    expansion = pair.expansion(region);
    rimBefore = pair.priorRims().of(region);
    rimAfter = pair.currentRims().of(region);
  }

  /** The changes of a region. */
  public static Map<ComparedQuantity, Change> of(DatePair pair, Region region) {
    return new RegionChanges(pair, region).all();
  }

  private Map<ComparedQuantity, Change> all() {
    double corrected = limits.regionMl(rimBefore.expanded(expansion), rimAfter, expansion);
    double raw =
        limits.rawVolumeMl(
            corrected, Math.max(rimBefore.volumeMl(), rimAfter.volumeMl()), expansion);
    var changes = new EnumMap<ComparedQuantity, Change>(ComparedQuantity.class);
    changes.put(VOLUME, compared(Quantity.VOLUME, limits::regionVolumeMl));
    changes.put(OPACITY_VOLUME, compared(Quantity.OPACITY_VOLUME, _ -> raw));
    changes.put(OPACITY_VOLUME_AT_CURRENT_BREATH, atCurrentBreath(corrected));
    changes.put(OPACITY_PERCENT, compared(Quantity.OPACITY_PERCENT, _ -> percentLimit(corrected)));
    changes.put(GROUND_GLASS_VOLUME, compared(Quantity.GROUND_GLASS_VOLUME, _ -> kindLimit(raw)));
    changes.put(CONSOLIDATION_VOLUME, compared(Quantity.CONSOLIDATION_VOLUME, _ -> kindLimit(raw)));
    changes.put(
        OPACITY_MASS,
        compared(Quantity.OPACITY_MASS, grams -> limits.massG(corrected, gramsPerMl(), grams)));
    changes.put(MEAN_HU, compared(Quantity.MEAN_HU, hu -> limits.regionMeanHu(hu, expansion)));
    return changes;
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

  /** The limit of opacity over the smaller lung, in voxels of which both are counted. */
  private double percentLimit(double opacityLimitMl) {
    double lungMl =
        Math.min(
            lungMl(before, rimBefore.volumeMl() * expansion), lungMl(after, rimAfter.volumeMl()));
    return limits.percent(opacityLimitMl, lungMl, larger(Quantity.OPACITY_PERCENT));
  }

  /** Millilitres of the region as its rim counts them: also where the spacing is not trusted. */
  private static double lungMl(RegionMeasurements region, double opacityMl) {
    double percent = value(region, Quantity.OPACITY_PERCENT);
    return region.of(Quantity.VOLUME).number().orElse(percent == 0 ? 0 : 100 * opacityMl / percent);
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
