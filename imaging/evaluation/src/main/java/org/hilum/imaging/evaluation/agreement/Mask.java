package org.hilum.imaging.evaluation.agreement;

/**
 * Which voxels belong to a structure, {@code labels[k][j * columns + i]}.
 *
 * @param labels of a raster
 * @param label the one that counts; {@value #ANY} for all but the background
 */
public record Mask(byte[][] labels, byte label) {

  /** Every label but the background. */
  public static final byte ANY = 0;

  /** Voxels with any label. */
  public static Mask any(byte[][] labels) {
    return new Mask(labels, ANY);
  }

  /** Whether a voxel belongs. */
  public boolean has(int k, int at) {
    byte value = labels[k][at];
    return label == ANY ? value != 0 : value == label;
  }
}
