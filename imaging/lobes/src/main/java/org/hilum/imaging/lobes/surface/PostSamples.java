package org.hilum.imaging.lobes.surface;

import java.util.stream.IntStream;
import org.hilum.imaging.lobes.grid.Lattice;
import org.hilum.imaging.lobes.grid.LungContrast;

/**
 * What stands along each post of a raster, level by level.
 *
 * <p>Arrays are {@code [post * levels + level]}, levels {@value SurfaceFrame#LEVEL_MM} mm apart
 * about a base height of each post.
 *
 * @param brightness sum of the contrast of the places looked at, in HU
 * @param places how many of the {@value #PLACES} places about the post were neither vessel nor
 *     outside
 * @param open part of the places where a fissure may lie at all: 0 or 1
 * @param vessel part of the places that vessels fill, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent")
record PostSamples(int levels, float[] brightness, float[] places, boolean[] open, float[] vessel) {

  /** Places looked at about a post at each level: two by two. */
  static final int PLACES = 4;

  /** From one place to the next, in posts. */
  private static final double APART = 0.5;

  /**
   * Looks along the posts.
   *
   * @param base height about which the levels lie, of each post
   * @param half levels above and below it
   * @param within tells whether a cube of the lung may hold the fissure
   */
  static PostSamples of(Searched lung, SurfaceFrame frame, float[] base, int half) {
    int levels = 2 * half + 1;
    int size = frame.posts() * levels;
    var samples =
        new PostSamples(
            levels, new float[size], new float[size], new boolean[size], new float[size]);
    IntStream.range(0, frame.posts())
        .parallel()
        .forEach(
            post -> samples.look(lung, frame, post, base[post] - half * SurfaceFrame.LEVEL_MM));
    return samples;
  }

  private void look(Searched lung, SurfaceFrame frame, int post, double from) {
    var lattice = lung.grid().lattice();
    int column = post % frame.columns();
    int row = post / frame.columns();
    for (int level = 0; level < levels; level++) {
      int at = post * levels + level;
      double height = from + level * SurfaceFrame.LEVEL_MM;
      int outside = 0;
      for (int place = 0; place < PLACES; place++) {
        double c = column + ((place & 1) - 0.5) * APART;
        double r = row + ((place >> 1) - 0.5) * APART;
        double x = (frame.x(c, r, height) - lattice.x0()) / lattice.stepMm();
        double y = (frame.y(c, r, height) - lattice.y0()) / lattice.stepMm();
        double z = (frame.z(c, r, height) - lattice.z0()) / lattice.stepMm();
        int cube = nearest(lattice, x, y, z);
        if (cube < 0 || !lung.mayHold(cube)) {
          outside++;
        } else if (lung.contrast()[cube] > LungContrast.UNSEEN) {
          brightness[at] += between(lung.contrast(), lattice, x, y, z, lung.contrast()[cube]);
          places[at]++;
        } else if (lung.contrast()[cube] == LungContrast.VESSEL) {
          vessel[at] += 1f / PLACES;
        }
      }
      open[at] = outside < PLACES - 1;
    }
  }

  private static int nearest(Lattice lattice, double x, double y, double z) {
    int i = (int) Math.floor(x + 0.5);
    int j = (int) Math.floor(y + 0.5);
    int k = (int) Math.floor(z + 0.5);
    boolean inside =
        i > 0
            && j > 0
            && k > 0
            && i < lattice.columns() - 1
            && j < lattice.rows() - 1
            && k < lattice.layers() - 1;
    return inside ? (k * lattice.rows() + j) * lattice.columns() + i : -1;
  }

  /** Linear between cubes; what is no lung counts as the nearest cube. Numeric kernel. */
  private static float between(
      float[] field, Lattice lattice, double x, double y, double z, float near) {
    int i = (int) x;
    int j = (int) y;
    int k = (int) z;
    float a = (float) (x - i);
    float b = (float) (y - j);
    float c = (float) (z - k);
    int at = (k * lattice.rows() + j) * lattice.columns() + i;
    int back = at + lattice.columns();
    int up = at + lattice.layer();
    int upBack = up + lattice.columns();
    float lower = row(field, at, a, near) * (1 - b) + row(field, back, a, near) * b;
    float upper = row(field, up, a, near) * (1 - b) + row(field, upBack, a, near) * b;
    return lower * (1 - c) + upper * c;
  }

  private static float row(float[] field, int at, float share, float near) {
    float left = field[at];
    float right = field[at + 1];
    left = left <= LungContrast.UNSEEN ? near : left;
    right = right <= LungContrast.UNSEEN ? near : right;
    return left + share * (right - left);
  }
}
