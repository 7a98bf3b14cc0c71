package org.hilum.imaging.segmentation.painting;

import java.util.Optional;

/**
 * Masks on every voxel of a volume, {@code [k][j * columns + i]}.
 *
 * @param probability of opacity inside the lungs, 0 to 255 for 0 to 1; where it was asked for
 * @param levels inside the lungs 1 where a voxel may be opacity, 2 where it probably is; where
 *     asked for. Slices without lung share one array
 */
public record PaintedMasks(
    byte[][] lungs, byte[][] opacity, Optional<byte[][]> probability, Optional<byte[][]> levels) {}
