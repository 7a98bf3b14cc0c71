package org.hilum.epidemic.forecasting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.hilum.epidemic.forecasting.hub.TruthReader;
import org.hilum.epidemic.surveillance.Remark;
import org.hilum.epidemic.surveillance.VintageFolder;
import org.hilum.epidemic.surveillance.VintageReading;

/**
 * Reads what was counted in the end, plain or gzip.
 *
 * <p>A folder is read as a vintage: {@code cases.csv}, {@code deaths.csv}, {@code admissions.csv}.
 * A file has the columns {@code location}; {@code date} or {@code target_end_date}; {@code value},
 * {@code observation} or {@code truth}; where there, {@code target} (else the file's name says what
 * is counted), {@code as_of} (the newest counts), and {@code neg} (a week with a negative day,
 * which is left out). Dates that are seven days apart throughout a place are weeks.
 */
public final class TruthFile {

  private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

  private TruthFile() {}

  /**
   * The counts of a file or folder, or all reasons why not.
   *
   * @throws IOException when the disk fails while reading
   */
  public static TruthReading read(Path path) throws IOException {
    return Files.isDirectory(path) ? folder(path) : new TruthReader(path).read();
  }

  private static TruthReading folder(Path folder) throws IOException {
    return switch (VintageFolder.read(folder, END_OF_TIME)) {
      case VintageReading.Read read -> new TruthReading.Read(Truth.of(read.vintage().series()));
      case VintageReading.Refused refused ->
          new TruthReading.Refused(refused.reasons().stream().map(TruthFile::refusal).toList());
    };
  }

  private static ForecastRefusal refusal(Remark remark) {
    return new ForecastRefusal(
        ForecastingReason.UNREADABLE_ROW,
        remark.reason().code() + " " + remark.message(),
        remark.where());
  }
}
