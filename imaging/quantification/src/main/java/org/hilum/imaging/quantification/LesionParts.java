package org.hilum.imaging.quantification;

import org.hilum.imaging.volume.LabelRaster;

/**
 * How a person parted lesions that touch, or put together such that do not.
 *
 * <p>In: a part of every opacity voxel. Voxels of different parts never belong to one lesion; those
 * of parts from {@value #FIRST_TOGETHER} on are one lesion in each lung, whether they touch or not;
 * those of the others as far as they touch, as everywhere else.
 *
 * @param parts 0 where nobody said anything; read a label with {@code & 0xFF}
 */
public record LesionParts(LabelRaster parts) {

  /** The first part whose voxels are one lesion even where they do not touch. */
  public static final int FIRST_TOGETHER = 128;

  /** The last part. */
  public static final int LAST = 255;

  /** Whether the voxels of a part are one lesion even where they do not touch. */
  public static boolean isTogether(int part) {
    return part >= FIRST_TOGETHER;
  }

  /** The parts of a slice. */
  public byte[] slice(int k) {
    return parts.labels()[k];
  }
}
