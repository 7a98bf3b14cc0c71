package org.hilum.imaging.comparison.alignment;

/** Solves small systems of linear equations whose matrix is symmetric and positive. */
final class LinearSystem {

  private LinearSystem() {}

  /** By Cholesky's decomposition; the matrix is used up. */
  static double[] solve(double[][] matrix, double[] right) {
    int size = right.length;
    for (int n = 0; n < size; n++) {
      for (int m = 0; m <= n; m++) {
        double sum = matrix[n][m];
        for (int k = 0; k < m; k++) {
          sum -= matrix[n][k] * matrix[m][k];
        }
        matrix[n][m] = n == m ? Math.sqrt(Math.max(sum, 1e-300)) : sum / matrix[m][m];
      }
    }
    var out = right.clone();
    for (int n = 0; n < size; n++) {
      for (int k = 0; k < n; k++) {
        out[n] -= matrix[n][k] * out[k];
      }
      out[n] /= matrix[n][n];
    }
    for (int n = size - 1; n >= 0; n--) {
      for (int k = n + 1; k < size; k++) {
        out[n] -= matrix[k][n] * out[k];
      }
      out[n] /= matrix[n][n];
    }
    return out;
  }
}
