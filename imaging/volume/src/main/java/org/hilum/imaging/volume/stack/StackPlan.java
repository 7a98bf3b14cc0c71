package org.hilum.imaging.volume.stack;

import java.util.List;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * Which slice becomes which layer of a volume, told from headers alone.
 *
 * @param slices one for each k of the geometry
 * @param repeats further images at the place of a slice, which must prove to be identical
 * @param deviations what was odd and how it was handled
 */
public record StackPlan(
    VolumeGeometry geometry, List<Slice> slices, List<Repeat> repeats, List<Reason> deviations) {

  /** Another image at the position of slice k. */
  public record Repeat(int k, Slice slice) {}

  public StackPlan {
    slices = List.copyOf(slices);
    repeats = List.copyOf(repeats);
    deviations = List.copyOf(deviations);
  }
}
