package org.hilum.imaging.vocabulary;

/**
 * A stable name for why something was refused, left out or could not be measured.
 *
 * <p>Each leaf keeps its codes in one enum that implements this, e.g. {@code VOL-004}. A code is
 * never reused for another meaning.
 */
public interface ReasonCode {

  /** Stable code, three letters and three digits: {@code VOL-004}. */
  String code();

  /** What the code means and what to do about it, for the generated page of codes. */
  String meaning();

  /**
   * Whether an input of which this is said lies outside what the networks were validated for,
   * though it could be read.
   */
  default boolean limitsScope() {
    return false;
  }
}
