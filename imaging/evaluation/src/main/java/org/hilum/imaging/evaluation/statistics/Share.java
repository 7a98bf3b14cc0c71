package org.hilum.imaging.evaluation.statistics;

/**
 * A part of a whole that may be summed with others before it is divided: 3 of 4 lesions; a plain
 * value is so much of 1.
 */
public record Share(double part, double whole) {

  public Share {
    if (!(whole > 0) || !Double.isFinite(part) || !Double.isFinite(whole)) {
      throw new IllegalArgumentException("a share is a finite part of something");
    }
  }

  /** A plain value. */
  public static Share of(double value) {
    return new Share(value, 1);
  }

  /** The part of one. */
  public double value() {
    return part / whole;
  }
}
