package org.hilum.epidemic.forecasting;

import java.util.List;

/** What became of reading a file of forecasts. */
public sealed interface HubReading {

  /**
   * The file was read.
   *
   * @param forecasts in the order of the file
   * @param passedOver rows that are not for us, in words with their number: means, samples, other
   *     diseases, levels beyond the 23
   */
  record Read(List<HubForecast> forecasts, List<String> passedOver) implements HubReading {
    public Read {
      forecasts = List.copyOf(forecasts);
      passedOver = List.copyOf(passedOver);
    }
  }

  /** Nothing of the file was taken, because of all these. */
  record Refused(List<ForecastRefusal> refusals) implements HubReading {
    public Refused {
      refusals = List.copyOf(refusals);
    }
  }
}
