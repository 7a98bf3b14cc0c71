package org.hilum.epidemic.forecasting.transmission;

import java.time.LocalDate;
import java.util.List;
import org.hilum.epidemic.forecasting.Finding;
import org.hilum.epidemic.forecasting.Finding.Absent;
import org.hilum.epidemic.forecasting.Finding.Found;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.PeakWindow;
import org.hilum.epidemic.forecasting.TransmissionReason;
import org.hilum.epidemic.surveillance.CaseCounts;

/**
 * When the seven-day mean is highest, counted over drawn paths: behind, in which five days ahead
 * most often, or beyond the four weeks.
 */
public final class PeakSearch {

  private static final int WINDOW = 5;
  private static final int BACK = 28;
  private static final double FEWEST_A_DAY = 1;

  private PeakSearch() {}

  public static Finding<PeakWindow> of(CaseCounts series, List<Forecast> forecasts) {
    return switch (ForecastPaths.draw(series, forecasts)) {
      case Absent<double[][]>(TransmissionReason reason) -> Finding.absent(reason);
      case Found<double[][]>(double[][] paths) -> search(series, paths);
    };
  }

  private static Finding<PeakWindow> search(CaseCounts series, double[][] paths) {
    DailyCounts counts = DailyCounts.of(series);
    double behind = highestBehind(counts);
    if (behind < FEWEST_A_DAY) {
      return Finding.absent(TransmissionReason.TOO_FEW_COUNTS);
    }
    int[] peaks = new int[ForecastPaths.DAYS];
    int passed = 0;
    for (double[] path : paths) {
      int highest = 0;
      for (int d = 1; d < path.length; d++) {
        highest = path[d] > path[highest] ? d : highest;
      }
      if (path[highest] > behind) {
        peaks[highest]++;
      } else {
        passed++;
      }
    }
    return Finding.found(
        likeliest(series.dateAt(counts.last()), peaks, passed, (double) paths.length));
  }

  private static double highestBehind(DailyCounts counts) {
    double highest = 0;
    for (int end = counts.last(); end > counts.last() - BACK && end >= 0; end--) {
      highest = Math.max(highest, Double.isNaN(counts.seven(end)) ? 0 : counts.seven(end) / 7);
    }
    return highest;
  }

  private static PeakWindow likeliest(LocalDate last, int[] peaks, int passed, double paths) {
    int best = 0;
    int most = -1;
    for (int from = 0; from + WINDOW < peaks.length; from++) {
      int inside = 0;
      for (int d = from; d < from + WINDOW; d++) {
        inside += peaks[d];
      }
      if (inside > most) {
        most = inside;
        best = from;
      }
    }
    return new PeakWindow(
        last.plusDays(best + 1L),
        last.plusDays((long) best + WINDOW),
        most / paths,
        passed / paths,
        peaks[peaks.length - 1] / paths);
  }
}
