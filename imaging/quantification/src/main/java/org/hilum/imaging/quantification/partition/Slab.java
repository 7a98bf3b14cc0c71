package org.hilum.imaging.quantification.partition;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Neighbouring slices that one thread works on.
 *
 * @param from first slice
 * @param to after the last slice
 */
public record Slab(int from, int to) {

  /** More slabs than threads, because lungs do not fill all slices alike. */
  private static final int SLABS_PER_PROCESSOR = 4;

  /** Cuts slices into slabs of nearly equal size, in order; none when there are no slices. */
  public static List<Slab> cut(int from, int to) {
    int count =
        Math.min(to - from, Runtime.getRuntime().availableProcessors() * SLABS_PER_PROCESSOR);
    return IntStream.range(0, Math.max(count, 0))
        .mapToObj(
            part ->
                new Slab(
                    from + (int) ((long) (to - from) * part / count),
                    from + (int) ((long) (to - from) * (part + 1) / count)))
        .toList();
  }
}
