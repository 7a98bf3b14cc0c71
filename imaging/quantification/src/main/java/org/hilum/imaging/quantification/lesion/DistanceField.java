package org.hilum.imaging.quantification.lesion;

/**
 * How far each cell of a cubic grid is from the nearest source, exactly.
 *
 * <p>Out: squared distance between cell centres, in cells; {@link #NO_SOURCE} when there is none.
 * <br>
 * Source: Felzenszwalb, Huttenlocher 2012, Distance Transforms of Sampled Functions, Theory of
 * Computing 8, 415-428, doi:10.4086/toc.2012.v008a019.
 */
final class DistanceField {

  /** A squared distance larger than any in a grid. */
  static final float NO_SOURCE = 1e12f;

  private final int longest;
  private final float[] line;
  private final float[] result;
  private final int[] parabola;
  private final float[] boundary;

  private DistanceField(int longest) {
    this.longest = longest;
    line = new float[longest];
    result = new float[longest];
    parabola = new int[longest];
    boundary = new float[longest + 1];
  }

  /** Squared distances; on input 0 at sources and {@link #NO_SOURCE} elsewhere. */
  static void transform(float[] grid, int nx, int ny, int nz) {
    var field = new DistanceField(Math.max(nx, Math.max(ny, nz)));
    for (int row = 0; row < ny * nz; row++) {
      field.alongLine(grid, row * nx, 1, nx);
    }
    for (int z = 0; z < nz; z++) {
      for (int x = 0; x < nx; x++) {
        field.alongLine(grid, z * nx * ny + x, nx, ny);
      }
    }
    for (int column = 0; column < nx * ny; column++) {
      field.alongLine(grid, column, nx * ny, nz);
    }
  }

  private void alongLine(float[] grid, int start, int step, int count) {
    for (int n = 0; n < count; n++) {
      line[n] = grid[start + n * step];
    }
    lowerEnvelope(count);
    for (int n = 0; n < count; n++) {
      grid[start + n * step] = Math.min(NO_SOURCE, result[n]);
    }
  }

  private void lowerEnvelope(int count) {
    int last = 0;
    parabola[0] = 0;
    boundary[0] = -longest;
    for (int q = 1; q < count; q++) {
      float meets = meetingPoint(q, parabola[last]);
      while (last > 0 && meets <= boundary[last]) {
        last--;
        meets = meetingPoint(q, parabola[last]);
      }
      last++;
      parabola[last] = q;
      boundary[last] = meets;
    }
    int at = 0;
    for (int q = 0; q < count; q++) {
      while (at < last && boundary[at + 1] < q) {
        at++;
      }
      float away = q - parabola[at];
      result[q] = away * away + line[parabola[at]];
    }
  }

  /** Where the parabola of a later cell falls below that of an earlier one. */
  private float meetingPoint(int later, int earlier) {
    float rise = line[later] - line[earlier] + (float) later * later - (float) earlier * earlier;
    return rise / (2f * (later - earlier));
  }
}
