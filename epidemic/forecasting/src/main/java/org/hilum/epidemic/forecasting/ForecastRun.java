package org.hilum.epidemic.forecasting;

import java.util.List;
import org.hilum.epidemic.surveillance.Remark;

/**
 * What may come, as seen from one vintage on one day.
 *
 * @param forecasts sorted by measure, span, place and horizon
 * @param remarks places without a forecast, and what else should be known
 * @param explanations one per place and measure with a weekly forecast, sorted likewise
 */
public record ForecastRun(
    List<Forecast> forecasts, List<Remark> remarks, List<Explanation> explanations) {

  public ForecastRun {
    forecasts = List.copyOf(forecasts);
    remarks = List.copyOf(remarks);
    explanations = List.copyOf(explanations);
  }
}
