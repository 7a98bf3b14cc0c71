package org.hilum.imaging.lobes.surface;

/**
 * What speaks for a fissure at each level of each post, {@code [post * count + level]}.
 *
 * @param base height of the middle level of each post, in mm
 * @param count levels of a post
 * @param ridge HU that a plate stands out by, see {@link RidgeFilter}
 * @param open whether the level lies where the fissure may be
 * @param vessel part of the place about it that vessels fill, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent")
record Levels(float[] base, int count, float[] ridge, boolean[] open, float[] vessel) {

  /** Bins a HU for quantiles, and how many. */
  private static final int BINS_PER_HU = 10;

  private static final int BINS = 2000;

  static Levels about(Searched lung, SurfaceFrame frame, float[] base, double rangeMm) {
    int half = (int) Math.round(rangeMm / SurfaceFrame.LEVEL_MM);
    var samples = PostSamples.of(lung, frame, base, half);
    return new Levels(
        base,
        samples.levels(),
        RidgeFilter.of(frame, samples),
        samples.open(),
        aboutEach(frame, samples));
  }

  /** Mean of the vessels over three by three posts. */
  private static float[] aboutEach(SurfaceFrame frame, PostSamples samples) {
    int levels = samples.levels();
    var mean = new float[samples.vessel().length];
    for (int post = 0; post < frame.posts(); post++) {
      for (int side = 0; side < 9; side++) {
        int column = post % frame.columns() + side % 3 - 1;
        int row = post / frame.columns() + side / 3 - 1;
        if (column < 0 || row < 0 || column >= frame.columns() || row >= frame.rows()) {
          continue;
        }
        int from = (row * frame.columns() + column) * levels;
        for (int level = 0; level < levels; level++) {
          mean[post * levels + level] += samples.vessel()[from + level] / 9;
        }
      }
    }
    return mean;
  }

  /** How far a level lies from the middle one, in mm. */
  double offMm(int level) {
    return (level - count / 2) * SurfaceFrame.LEVEL_MM;
  }

  /** Height of a level, in mm. */
  float height(int post, int level) {
    return (float) (base[post] + offMm(level));
  }

  /** Ridge at a level or next to it, as a multiple; negative outside the lung. */
  float response(int post, int level, float unit) {
    int at = post * count + level;
    if (!open[at]) {
      return -1;
    }
    float best = ridge[at];
    best = level > 0 ? Math.max(best, ridge[at - 1]) : best;
    best = level < count - 1 ? Math.max(best, ridge[at + 1]) : best;
    return best / unit;
  }

  /** The ridge that a part of all places in the lung does not exceed, in HU; over 0. */
  float quantile(double part) {
    var counts = new int[BINS];
    int all = 0;
    for (int at = 0; at < ridge.length; at++) {
      if (open[at]) {
        counts[Math.min(BINS - 1, (int) (ridge[at] * BINS_PER_HU))]++;
        all++;
      }
    }
    int bin = 0;
    for (int seen = counts[0]; seen < part * all && bin < BINS - 1; seen += counts[bin]) {
      bin++;
    }
    return (bin + 1f) / BINS_PER_HU;
  }
}
