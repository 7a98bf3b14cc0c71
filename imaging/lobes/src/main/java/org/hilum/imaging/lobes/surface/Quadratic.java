package org.hilum.imaging.lobes.surface;

/** The smooth shape that most of a surface follows: a quadratic, fitted robustly. */
final class Quadratic {

  private static final int TERMS = 6;
  private static final int ROUNDS = 6;

  /** In mm: heights farther than this from the shape count for little, at first and later. */
  private static final double FIRST_SPREAD_MM = 12;

  private static final double LAST_SPREAD_MM = 7;

  /** Weight of a post without any support, and what keeps a shape flat that nothing bends. */
  private static final double LEAST_WEIGHT = 0.02;

  private static final double FLATNESS = 1;

  private final SurfaceFrame frame;

  private Quadratic(SurfaceFrame frame) {
    this.frame = frame;
  }

  /**
   * Heights of the shape.
   *
   * @param support of each post, negative where it lies outside the lung
   */
  static float[] through(SurfaceFrame frame, float[] heights, float[] support) {
    return new Quadratic(frame).fit(heights, support);
  }

  private float[] fit(float[] heights, float[] support) {
    var shape = new double[TERMS];
    for (int round = 0; round < ROUNDS; round++) {
      double spread =
          round == 0
              ? Double.POSITIVE_INFINITY
              : round < ROUNDS / 2 ? FIRST_SPREAD_MM : LAST_SPREAD_MM;
      shape = solve(equations(heights, support, shape, spread));
    }
    var smooth = new float[heights.length];
    for (int post = 0; post < smooth.length; post++) {
      smooth[post] = (float) dot(shape, terms(post));
    }
    return smooth;
  }

  private double[][] equations(float[] heights, float[] support, double[] shape, double spread) {
    var sums = new double[TERMS][TERMS + 1];
    for (int post = 0; post < heights.length; post++) {
      if (support[post] < 0) {
        continue;
      }
      var terms = terms(post);
      double off = (heights[post] - dot(shape, terms)) / spread;
      double weight = (LEAST_WEIGHT + Math.min(1, support[post])) / (1 + off * off * off * off);
      for (int a = 0; a < TERMS; a++) {
        for (int b = 0; b < TERMS; b++) {
          sums[a][b] += weight * terms[a] * terms[b];
        }
        sums[a][TERMS] += weight * terms[a] * heights[post];
      }
    }
    for (int a = 0; a < TERMS; a++) {
      sums[a][a] += a < TERMS / 2 ? 1e-6 : FLATNESS;
    }
    return sums;
  }

  private double[] terms(int post) {
    double u = 2.0 * (post % frame.columns()) / frame.columns() - 1;
    double v = 2.0 * (post / frame.columns()) / frame.rows() - 1;
    return new double[] {1, u, v, u * u, u * v, v * v};
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int n = 0; n < TERMS; n++) {
      sum += a[n] * b[n];
    }
    return sum;
  }

  /** Gauss elimination; the equations are positive definite, so no pivot is needed. */
  private static double[] solve(double[][] equations) {
    for (int i = 0; i < TERMS; i++) {
      for (int below = i + 1; below < TERMS; below++) {
        double factor = equations[below][i] / equations[i][i];
        for (int k = i; k <= TERMS; k++) {
          equations[below][k] -= factor * equations[i][k];
        }
      }
    }
    var solution = new double[TERMS];
    for (int i = TERMS - 1; i >= 0; i--) {
      double rest = equations[i][TERMS];
      for (int k = i + 1; k < TERMS; k++) {
        rest -= equations[i][k] * solution[k];
      }
      solution[i] = rest / equations[i][i];
    }
    return solution;
  }
}
