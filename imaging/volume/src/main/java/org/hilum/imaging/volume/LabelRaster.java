package org.hilum.imaging.volume;

import java.util.Arrays;

/**
 * Small whole numbers on the voxels of a volume; what they mean is said by who made them.
 *
 * <p>In: {@code labels[k][j * columns + i]}, 0 is background.
 */
public record LabelRaster(VolumeGeometry geometry, byte[][] labels) {

  public LabelRaster {
    if (labels.length != geometry.slices()) {
      throw new IllegalArgumentException("one array a slice is needed");
    }
    for (var slice : labels) {
      if (slice.length != geometry.sliceSize()) {
        throw new IllegalArgumentException("every slice has rows x columns voxels");
      }
    }
  }

  /** A raster of background only. */
  public static LabelRaster empty(VolumeGeometry geometry) {
    return new LabelRaster(geometry, new byte[geometry.slices()][geometry.sliceSize()]);
  }

  /** How many voxels carry the label. */
  public long count(int label) {
    return Arrays.stream(labels)
        .mapToLong(
            slice -> {
              long found = 0;
              for (byte value : slice) {
                if (value == label) {
                  found++;
                }
              }
              return found;
            })
        .sum();
  }
}
