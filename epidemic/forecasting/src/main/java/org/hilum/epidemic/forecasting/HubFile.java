package org.hilum.epidemic.forecasting;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.hilum.epidemic.forecasting.hub.HubReader;
import org.hilum.epidemic.forecasting.hub.HubTarget;
import org.hilum.epidemic.forecasting.hub.HubWriter;
import org.hilum.epidemic.surveillance.Measure;

/**
 * Reads and writes the forecast hubs' CSV, plain or gzip.
 *
 * <p>Written is the hubverse's shape: {@code
 * reference_date,target,horizon,target_end_date,location,output_type,output_type_id,value}. Read
 * are also the older hubs': the day as {@code file_date} or {@code forecast_date}, the level as
 * {@code quantile}, the target without {@code wk inc}.
 */
public final class HubFile {

  private HubFile() {}

  /**
   * Reads all forecasts of a file; broken rows refuse the whole file, each with its line.
   *
   * @throws IOException when the disk fails while reading; a file that is not there is refused
   */
  public static HubReading read(Path file) throws IOException {
    return new HubReader(file).read();
  }

  /** Writes forecasts made on one day, sorted as given; an older file is replaced at once. */
  public static void write(Path file, LocalDate referenceDate, List<Forecast> forecasts)
      throws IOException {
    HubWriter.write(file, referenceDate, forecasts);
  }

  /** How the hubs call a target: {@code wk inc case}, {@code wk inc covid hosp}. */
  public static String targetName(Measure measure, Span span) {
    return HubTarget.name(measure, span);
  }
}
