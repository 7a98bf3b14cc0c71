package org.hilum.imaging.comparison;

import java.util.List;
import java.util.OptionalLong;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.Region;

/**
 * Two neighbouring dates.
 *
 * @param prior index of the earlier reading
 * @param current index of the later reading
 * @param days between them; empty where a date is not known
 * @param alignment prior to current
 * @param regions as {@link org.hilum.imaging.quantification.ChestMeasurements#regions}
 * @param remarks what limits this comparison: other kernel, other thickness, another depth of
 *     breath
 */
public record PairComparison(
    int prior,
    int current,
    OptionalLong days,
    Alignment alignment,
    List<RegionChange> regions,
    List<Reason> remarks) {

  public PairComparison {
    regions = List.copyOf(regions);
    remarks = List.copyOf(remarks);
  }

  /** The change of one region. */
  public RegionChange of(Region region) {
    return regions.stream()
        .filter(change -> change.region() == region)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not among the regions: " + region));
  }
}
