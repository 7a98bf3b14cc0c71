package org.hilum.imaging.intake.web;

/**
 * How much one STOW-RS request may bring.
 *
 * @param parts objects
 * @param bytes of all of them together
 */
public record StowLimits(int parts, long bytes) {

  /** Many studies of the largest kind. */
  public static final StowLimits USUAL = new StowLimits(20_000, 64L << 30);

  public StowLimits {
    if (parts < 1 || bytes < 1) {
      throw new IllegalArgumentException("a request brings something");
    }
  }
}
