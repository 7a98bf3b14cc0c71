package org.hilum.imaging.quantification;

import java.util.List;
import org.hilum.imaging.vocabulary.Region;

/**
 * Everything measured of one chest.
 *
 * @param regions both lungs first, then each lung, lobes and zones; all are listed, measured or not
 * @param lesions largest first
 * @param lesionLabels number of the lesion at each opacity voxel, {@code [k][j * columns + i]}, 0
 *     elsewhere and for opacity too small to be a lesion; not to be changed: slices without opacity
 *     share one array
 * @param scores published severity scores
 * @param covid19 category of the pattern
 */
public record ChestMeasurements(
    List<RegionMeasurements> regions,
    List<Lesion> lesions,
    short[][] lesionLabels,
    List<SeverityScore> scores,
    Covid19Pattern covid19) {

  public ChestMeasurements {
    regions = List.copyOf(regions);
    lesions = List.copyOf(lesions);
    scores = List.copyOf(scores);
  }

  /** The measurements of a region; refuses a region that is not among them. */
  public RegionMeasurements of(Region region) {
    return regions.stream()
        .filter(measured -> measured.region() == region)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not among the regions: " + region));
  }
}
