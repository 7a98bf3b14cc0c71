package org.hilum.epidemic.forecasting.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts scores that are far above the baseline's: on the same row, and also against what the
 * baseline costs in that place on the average, since a lucky baseline explodes any other forecast.
 */
final class Explosions {

  private static final double FAR = 5;

  private final Map<String, double[]> baselines = new HashMap<>();
  private final List<ScoredRow> rows = new ArrayList<>();

  void add(ScoredRow row) {
    if (row.baseline() != null) {
      double[] sum = baselines.computeIfAbsent(row.target().location(), any -> new double[2]);
      sum[0] += ScoredRow.score(row.baseline(), row.came(), false).total();
      sum[1]++;
    }
    if (row.scoreExplodes()) {
      rows.add(row);
    }
  }

  int ofRows() {
    return rows.size();
  }

  int ofPlaces() {
    return (int) rows.stream().filter(this::isFarAbovePlace).count();
  }

  private boolean isFarAbovePlace(ScoredRow row) {
    double[] sum = baselines.getOrDefault(row.target().location(), new double[2]);
    return row.forecast() != null
        && ScoredRow.score(row.forecast(), row.came(), false).total() > FAR * sum[0] / sum[1];
  }
}
