package org.hilum.imaging.reporting.overlay;

/**
 * How dark each attenuation is drawn: the usual window for lungs.
 *
 * <p>Source: the linear function of PS3.3 C.11.2.1.2.1 with centre -600 HU and width 1500 HU.
 */
public final class LungWindow {

  /** Centre, HU. */
  public static final double CENTRE_HU = -600;

  /** Width, HU. */
  public static final double WIDTH_HU = 1500;

  /** Grey levels a HU. */
  static final float SLOPE = (float) (255 / (WIDTH_HU - 1));

  /** Grey level of 0 HU; may lie outside 0 to 255. */
  static final float OFFSET = (float) (127.5 - SLOPE * (CENTRE_HU - 0.5));

  private LungWindow() {}

  /** Grey level, 0 black to 255 white. */
  static int grey(float hu) {
    float value = SLOPE * hu + OFFSET;
    return value <= 0 ? 0 : value >= 255 ? 255 : (int) (value + 0.5f);
  }
}
