package org.hilum.imaging.comparison;

/**
 * Stage of COVID-19 pneumonia by days since onset.
 *
 * <p>Source: Pan 2020, doi:10.1148/radiol.2020200370, table 1.
 */
public enum Stage {
  /** Days 0 to 4. */
  EARLY,
  /** Days 5 to 8. */
  PROGRESSIVE,
  /** Days 9 to 13. */
  PEAK,
  /** Day 14 and later. */
  ABSORPTION
}
