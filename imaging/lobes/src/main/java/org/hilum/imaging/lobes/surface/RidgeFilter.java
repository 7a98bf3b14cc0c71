package org.hilum.imaging.lobes.surface;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Tells how much brighter a small tilted patch of a raster is than the patches above and below it:
 * a bright plate, not a line or a dot.
 *
 * <p>The mean is taken along the patch before it is compared across, so that a plate far fainter
 * than the noise of one place stands out; of {@value #TILTS} x {@value #TILTS} tilts the best
 * counts. What has a bright side and a dark one is an edge and loses by it.
 */
final class RidgeFilter {

  /** Posts from the middle of a patch to its edge: patches of 15 mm. */
  private static final int REACH = 2;

  private static final int TILTS = 5;

  /** Levels for a post, of one tilt to the next: 14 degrees. */
  private static final double TILT_STEP = 0.6;

  /** Levels between a patch and what it is compared with: 3.75 mm, and one more. */
  private static final int GAP = 3;

  /** Part of a patch that must be lung without vessels. */
  private static final double LEAST_PART = 0.35;

  /** How much of the difference between both sides is held against a plate. */
  private static final float EDGE_PENALTY = 0.25f;

  private static final float LEAST_PLACES =
      (float) (LEAST_PART * PostSamples.PLACES * (2 * REACH + 1) * (2 * REACH + 1));

  private final SurfaceFrame frame;
  private final PostSamples samples;
  private final int levels;

  private RidgeFilter(SurfaceFrame frame, PostSamples samples) {
    this.frame = frame;
    this.samples = samples;
    this.levels = samples.levels();
  }

  /** HU above both sides, at least 0, {@code [post * levels + level]}. */
  static float[] of(SurfaceFrame frame, PostSamples samples) {
    var filter = new RidgeFilter(frame, samples);
    var best = new float[TILTS][];
    IntStream.range(0, TILTS).parallel().forEach(tilt -> best[tilt] = filter.tiltedAlongU(tilt));
    for (int tilt = 1; tilt < TILTS; tilt++) {
      for (int at = 0; at < best[0].length; at++) {
        best[0][at] = Math.max(best[0][at], best[tilt][at]);
      }
    }
    return best[0];
  }

  private float[] tiltedAlongU(int tilt) {
    int size = samples.places().length;
    var sumsU = new float[size];
    var placesU = new float[size];
    sum(samples.brightness(), sumsU, tilt, true);
    sum(samples.places(), placesU, tilt, true);
    var sums = new float[size];
    var places = new float[size];
    var best = new float[size];
    for (int other = 0; other < TILTS; other++) {
      sum(sumsU, sums, other, false);
      sum(placesU, places, other, false);
      compare(sums, places, best);
    }
    return best;
  }

  /**
   * Numeric kernel: adds up neighbours along one way of the raster, on a tilted line. What is
   * shifted is copied first: a loop over one index alone becomes vector instructions.
   */
  private void sum(float[] from, float[] to, int tilt, boolean alongRow) {
    int columns = frame.columns();
    var sum = new float[levels];
    var shifted = new float[levels];
    for (int post = 0; post < frame.posts(); post++) {
      Arrays.fill(sum, 0);
      for (int step = -REACH; step <= REACH; step++) {
        int place = (alongRow ? post % columns : post / columns) + step;
        if (place < 0 || place >= (alongRow ? columns : frame.rows())) {
          continue;
        }
        int shift = shift((tilt - TILTS / 2) * step);
        int first = Math.max(0, -shift);
        int end = Math.min(levels, levels - shift);
        int source = (post + (alongRow ? step : step * columns)) * levels + shift;
        Arrays.fill(shifted, 0, first, 0);
        System.arraycopy(from, source + first, shifted, first, end - first);
        Arrays.fill(shifted, end, levels, 0);
        add(sum, shifted);
      }
      System.arraycopy(sum, 0, to, post * levels, levels);
    }
  }

  private static void add(float[] sum, float[] more) {
    for (int level = 0; level < sum.length; level++) {
      sum[level] += more[level];
    }
  }

  /** Rounded alike both ways, so that a mirrored lung has mirrored ridges. */
  private static int shift(int tiltedPosts) {
    int far = (int) Math.round(TILT_STEP * Math.abs(tiltedPosts));
    return tiltedPosts < 0 ? -far : far;
  }

  /** Numeric kernel. */
  private void compare(float[] sums, float[] places, float[] best) {
    var mean = new float[levels];
    for (int post = 0; post < frame.posts(); post++) {
      int at = post * levels;
      for (int level = 0; level < levels; level++) {
        mean[level] =
            places[at + level] >= LEAST_PLACES ? sums[at + level] / places[at + level] : Float.NaN;
      }
      for (int level = GAP + 1; level < levels - GAP - 1; level++) {
        float below = side(mean[level - GAP], mean[level - GAP - 1]);
        float above = side(mean[level + GAP], mean[level + GAP + 1]);
        float ridge = mean[level] - (below + above) / 2 - EDGE_PENALTY * Math.abs(above - below);
        // Not true of NaN: where a side is missing nothing is said.
        if (ridge > best[at + level]) {
          best[at + level] = ridge;
        }
      }
    }
  }

  private static float side(float near, float far) {
    return Float.isNaN(far) ? near : (near + far) / 2;
  }
}
