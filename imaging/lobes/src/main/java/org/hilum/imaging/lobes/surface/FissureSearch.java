package org.hilum.imaging.lobes.surface;

/**
 * Finds the surface of one fissure in a lung, and how much of it the image bears out.
 *
 * <p>First widely and roughly about the drawn surface, then near the smooth shape of what was
 * found, once more with the place of the first closed: the same search where that fissure is not.
 * The surface with more support is the fissure; the other tells how much support a search finds by
 * chance, or by other plates, in this lung, at this noise.
 *
 * <p>Limits: a lung with two plates alike, an accessory fissure or a scar, has no confident one.
 */
public final class FissureSearch {

  /** In mm: how far from the smooth shape the second search looks. */
  private static final double NEAR_MM = 15;

  /** In mm: nothing as near to the first surface counts for the second one. */
  private static final double CLOSED_MM = 7.5;

  /** Part of all places in the lung whose ridge is lower than what counts as support. */
  private static final double COMMON_PART = 0.95;

  /** Stiffness of the wide search and of the near one; the unit is that of {@link #cost}. */
  private static final float NEAR_STIFFNESS = 0.08f;

  /** In mm: how far the near search may leave the smooth shape at a cost of {@link #FAR_COST}. */
  private static final double NEAR_SPREAD_MM = 12;

  private static final float[] NOTHING = {};

  private static final float RIDGE_GAIN = 0.3f;
  private static final float MOST_RIDGE = 2;
  private static final float VESSEL_COST = 1;
  private static final float CLOSED_COST = 0.15f;
  private static final float FAR_COST = 0.03f;

  private final Searched lung;
  private final DrawnSurface drawn;
  private final SurfaceFrame frame;

  private FissureSearch(Searched lung, DrawnSurface drawn) {
    this.lung = lung;
    this.drawn = drawn;
    this.frame = drawn.frame();
  }

  /** The fissure that a drawn surface says where to look for. */
  public static FoundFissure find(Searched lung, DrawnSurface drawn) {
    return new FissureSearch(lung, drawn).find();
  }

  private FoundFissure find() {
    var drawnHeights = new float[frame.posts()];
    var wide = Levels.about(lung, frame, drawnHeights, drawn.rangeMm());
    float common = wide.quantile(COMMON_PART);
    var first = candidate(wide, common, NOTHING, NOTHING);
    var second = candidate(wide, common, first.rough(), first.heights());
    boolean swapped = second.support() > first.support();
    var better = swapped ? second : first;
    var other = swapped ? first : second;
    return new FoundFissure(
        new FissureSurface(frame, Relaxation.of(frame, better.heights(), better.response())),
        better.support(),
        other.support());
  }

  /** A wide search, then a near one about the smooth shape of what it found. */
  private Candidate candidate(Levels wide, float common, float[] closedWide, float[] closedNear) {
    var rough = chosen(wide, common, closedWide, drawn.stiffness(), drawn.spreadMm());
    var shape = Quadratic.through(frame, rough.heights(), rough.response());
    var levels = Levels.about(lung, frame, shape, NEAR_MM);
    var fine = chosen(levels, common, closedNear, NEAR_STIFFNESS, NEAR_SPREAD_MM);
    return new Candidate(rough.heights(), fine.heights(), fine.response());
  }

  private Chosen chosen(
      Levels levels, float common, float[] closed, float stiffness, double spreadMm) {
    var level =
        new SurfaceSearch(frame, cost(levels, common, closed, spreadMm), stiffness).search();
    var heights = new float[frame.posts()];
    var response = new float[frame.posts()];
    for (int post = 0; post < heights.length; post++) {
      heights[post] = levels.height(post, level[post]);
      response[post] = levels.response(post, level[post], common);
    }
    return new Chosen(heights, response);
  }

  /** Low on bright plates, high in vessels, a little higher far from where it was looked for. */
  private float[] cost(Levels levels, float common, float[] closed, double spreadMm) {
    var cost = new float[levels.ridge().length];
    for (int post = 0; post < frame.posts(); post++) {
      for (int level = 0; level < levels.count(); level++) {
        int at = post * levels.count() + level;
        if (!levels.open()[at]) {
          continue;
        }
        float ridge = Math.min(levels.ridge()[at] / common, MOST_RIDGE);
        float seen = VESSEL_COST * levels.vessel()[at] - RIDGE_GAIN * ridge;
        double off = levels.offMm(level) / spreadMm;
        cost[at] =
            (float) (FAR_COST * off * off)
                + (isClosed(closed, post, levels.height(post, level)) ? CLOSED_COST : seen);
      }
    }
    return cost;
  }

  private static boolean isClosed(float[] closed, int post, float height) {
    return closed.length > 0 && Math.abs(height - closed[post]) < CLOSED_MM;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Chosen(float[] heights, float[] response) {}

  @SuppressWarnings("ArrayRecordComponent")
  private record Candidate(float[] rough, float[] heights, float[] response) {

    /** Part of the posts in the lung at which a ridge stands out. */
    double support() {
      int inside = 0;
      int borne = 0;
      for (float post : response) {
        inside += post >= 0 ? 1 : 0;
        borne += post >= 1 ? 1 : 0;
      }
      return inside == 0 ? 0 : (double) borne / inside;
    }
  }
}
