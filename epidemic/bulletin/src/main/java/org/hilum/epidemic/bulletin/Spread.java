package org.hilum.epidemic.bulletin;

import java.util.List;
import java.util.Optional;
import org.hilum.epidemic.forecasting.BedDemand;
import org.hilum.epidemic.forecasting.GrowthEstimate;
import org.hilum.epidemic.forecasting.PeakWindow;
import org.hilum.epidemic.forecasting.ReproductionEstimate;

/**
 * How the disease passes on in a place, by one measure; empty where the counts do not tell.
 *
 * @param growth of the last seven days over the seven before
 * @param reproduction how many others one case infects, by day, the newest last; of cases alone
 * @param peak when the seven-day mean may be highest
 * @param beds needed on the coming days; of admissions alone, where the plan of care is known
 */
public record Spread(
    Optional<GrowthEstimate> growth,
    List<ReproductionEstimate> reproduction,
    Optional<PeakWindow> peak,
    List<BedDemand> beds) {

  public Spread {
    reproduction = List.copyOf(reproduction);
    beds = List.copyOf(beds);
  }

  /** Nothing is known. */
  public static final Spread UNKNOWN =
      new Spread(Optional.empty(), List.of(), Optional.empty(), List.of());

  /** The newest reproduction number. */
  public Optional<ReproductionEstimate> newest() {
    return reproduction.isEmpty() ? Optional.empty() : Optional.of(reproduction.getLast());
  }
}
