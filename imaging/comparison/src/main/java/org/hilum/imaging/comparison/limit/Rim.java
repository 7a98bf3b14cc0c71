package org.hilum.imaging.comparison.limit;

/**
 * How much of an opacity is edge, where a repeat of the scan may draw it otherwise.
 *
 * @param volumeMl volume of the opacity
 * @param surfaceMm2 area of the voxel faces between it and what is no opacity
 * @param softMl volume about which the network is not sure: calibrated probability between the ends
 *     of its card's interval
 */
public record Rim(double volumeMl, double surfaceMm2, double softMl) {

  /** No opacity. */
  public static final Rim NONE = new Rim(0, 0, 0);

  /** Both together. */
  public Rim plus(Rim other) {
    return new Rim(volumeMl + other.volumeMl, surfaceMm2 + other.surfaceMm2, softMl + other.softMl);
  }

  /** The same tissue holding so many times its volume. */
  public Rim expanded(double expansion) {
    return new Rim(
        volumeMl * expansion, surfaceMm2 * Math.pow(expansion, 2.0 / 3), softMl * expansion);
  }
}
