package org.hilum.imaging.comparison.limit;

import org.hilum.imaging.comparison.DatedReading;

/**
 * What makes the edges of a pair of scans wobble.
 *
 * @param edgeMm movement of the whole edge of an opacity from scan to scan, mm
 */
public record PairQuality(double edgeMm) {

  /**
   * With slices up to half as thick again, any kernel, noise and place on the table; fitted, mm.
   */
  private static final double EDGE_MM = 0.12;

  /** Ratio of slice distances that the fit covers; beyond it the edge is taken to grow with it. */
  private static final double FITTED_RATIO = 1.5;

  /** Judged by both scans. */
  public static PairQuality of(DatedReading prior, DatedReading current) {
    double before = prior.volume().geometry().normalSpacingMm();
    double after = current.volume().geometry().normalSpacingMm();
    double ratio = Math.max(before, after) / Math.min(before, after);
    return new PairQuality(EDGE_MM * Math.max(1, ratio / FITTED_RATIO));
  }
}
