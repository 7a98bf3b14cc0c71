package org.hilum.epidemic.forecasting.transmission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hilum.epidemic.forecasting.BedDemand;
import org.hilum.epidemic.forecasting.BedPlan;
import org.hilum.epidemic.forecasting.Finding;
import org.hilum.epidemic.forecasting.Finding.Absent;
import org.hilum.epidemic.forecasting.Finding.Found;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.TransmissionReason;
import org.hilum.epidemic.surveillance.CaseCounts;

/**
 * How many beds are occupied: {@code B(t) = sum of A(t - s) P(stay > s)}, A the admissions of a
 * day, counted or drawn, over all drawn paths of the forecast.
 */
public final class BedOccupancy {

  private static final int LONGEST_STAY = 90;

  private BedOccupancy() {}

  public static Finding<List<BedDemand>> of(
      CaseCounts series, List<Forecast> forecasts, BedPlan plan) {
    return switch (ForecastPaths.draw(series, forecasts)) {
      case Absent<double[][]>(TransmissionReason reason) -> Finding.absent(reason);
      case Found<double[][]>(double[][] paths) -> Finding.found(demand(series, paths, plan));
    };
  }

  private static List<BedDemand> demand(CaseCounts series, double[][] paths, BedPlan plan) {
    DailyCounts counts = DailyCounts.of(series);
    double[] stay = DelayDays.longer(plan.stay(), LONGEST_STAY);
    double[] intensiveStay = DelayDays.longer(plan.intensiveStay(), LONGEST_STAY);
    double[][] hospital = new double[ForecastPaths.DAYS][paths.length];
    double[][] intensive = new double[ForecastPaths.DAYS][paths.length];
    for (int p = 0; p < paths.length; p++) {
      double[] admitted = admitted(counts, paths[p], plan);
      for (int d = 0; d < ForecastPaths.DAYS; d++) {
        int day = counts.last() + 1 + d;
        hospital[d][p] = occupied(admitted, day, stay);
        intensive[d][p] = plan.intensiveShare() * occupied(admitted, day, intensiveStay);
      }
    }
    List<BedDemand> demand = new ArrayList<>();
    for (int d = 0; d < ForecastPaths.DAYS; d++) {
      demand.add(
          new BedDemand(
              series.dateAt(counts.last() + 1 + d), range(hospital[d]), range(intensive[d])));
    }
    return demand;
  }

  /** Admissions by day: share of the counts, moved by the days to admission. */
  private static double[] admitted(DailyCounts counts, double[] path, BedPlan plan) {
    int days = counts.last() + 1 + path.length;
    double[] admitted = new double[days];
    for (int d = 0; d < days; d++) {
      int counted = d - plan.daysToAdmission();
      if (counted >= 0) {
        admitted[d] = plan.admittedShare() * count(counts, path, counted);
      }
    }
    return admitted;
  }

  private static double count(DailyCounts counts, double[] path, int day) {
    int ahead = day - counts.last() - 1;
    // the mean of seven days stands for its middle day
    return ahead < 0 ? counts.filled(day) : path[Math.min(path.length - 1, ahead + 3)];
  }

  private static double occupied(double[] admitted, int day, double[] still) {
    double beds = 0;
    for (int s = 0; s < still.length && s <= day; s++) {
      beds += admitted[day - s] * still[s];
    }
    return beds;
  }

  static BedDemand.Range range(double[] drawn) {
    double[] sorted = drawn.clone();
    Arrays.sort(sorted);
    return new BedDemand.Range(at(sorted, 0.025), at(sorted, 0.5), at(sorted, 0.975));
  }

  private static double at(double[] sorted, double level) {
    return sorted[(int) Math.round(level * (sorted.length - 1))];
  }
}
