package org.hilum.benchmarks.epidemic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hilum.epidemic.forecasting.HubFile;
import org.hilum.epidemic.forecasting.HubForecast;
import org.hilum.epidemic.forecasting.HubReading;

/** Reads forecasts that must be readable. */
final class Hubs {

  private Hubs() {}

  static List<HubForecast> read(Path file) throws IOException {
    return switch (HubFile.read(file)) {
      case HubReading.Read read -> read.forecasts();
      case HubReading.Refused refused ->
          throw new IOException(file + ": " + refused.refusals().getFirst());
    };
  }
}
