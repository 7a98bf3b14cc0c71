package org.hilum.epidemic.forecasting.hub;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.QuantileLevels;

/** Writes the hubverse's CSV. */
public final class HubWriter {

  private static final CSVFormat SHAPE =
      CSVFormat.DEFAULT
          .builder()
          .setHeader(
              "reference_date",
              "target",
              "horizon",
              "target_end_date",
              "location",
              "output_type",
              "output_type_id",
              "value")
          .setRecordSeparator('\n')
          .get();

  private HubWriter() {}

  /** Writes beside the file first, so that nobody ever sees half of it. */
  public static void write(Path file, LocalDate referenceDate, List<Forecast> forecasts)
      throws IOException {
    Path whole = file.toAbsolutePath();
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    try (Writer text = Files.newBufferedWriter(part);
        CSVPrinter rows = new CSVPrinter(text, SHAPE)) {
      for (Forecast forecast : forecasts) {
        print(rows, referenceDate, forecast);
      }
    }
    Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void print(CSVPrinter rows, LocalDate referenceDate, Forecast forecast)
      throws IOException {
    for (int place = 0; place < QuantileLevels.COUNT; place++) {
      rows.printRecord(
          referenceDate,
          HubTarget.name(forecast.measure(), forecast.span()),
          forecast.horizon(),
          forecast.targetEnd(),
          forecast.location(),
          "quantile",
          QuantileLevels.at(place),
          number(forecast.quantile(place)));
    }
  }

  /** Thousandths of a person are beyond any forecast; whole numbers stay whole. */
  private static String number(double value) {
    double rounded = Math.rint(value * 1000) / 1000;
    return rounded == Math.rint(rounded)
        ? String.format(Locale.ROOT, "%.0f", rounded)
        : String.format(Locale.ROOT, "%.3f", rounded);
  }
}
