package org.hilum.epidemic.forecasting.hub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.ForecastRefusal;
import org.hilum.epidemic.forecasting.ForecastTarget;
import org.hilum.epidemic.forecasting.ForecastingReason;
import org.hilum.epidemic.forecasting.HubForecast;
import org.hilum.epidemic.forecasting.HubReading;
import org.hilum.epidemic.forecasting.QuantileLevels;

/** Reads one hub file row by row; a forecast is complete when its 23rd level has come. */
public final class HubReader {

  /** So many refusals are told; a file with more is as broken. */
  private static final int MOST_REFUSALS = 20;

  private static final double SAME_LEVEL = 1e-9;

  private final Path file;
  private final List<HubForecast> forecasts = new ArrayList<>();
  private final Map<ForecastTarget, Growing> growing = new LinkedHashMap<>();
  private final Set<ForecastTarget> done = new LinkedHashSet<>();
  private final Map<String, LocalDate> dates = new HashMap<>();
  private final Map<String, Integer> passedOver = new LinkedHashMap<>();
  private final List<ForecastRefusal> refusals = new ArrayList<>();

  /** A forecast whose levels are still coming. */
  private static final class Growing {
    final double[] values = new double[QuantileLevels.COUNT];
    final long firstLine;
    int count;

    Growing(long firstLine) {
      this.firstLine = firstLine;
      Arrays.fill(values, Double.NaN);
    }
  }

  public HubReader(Path file) {
    this.file = file;
  }

  /** All forecasts of the file, or all reasons why not. */
  public HubReading read() throws IOException {
    try (BufferedReader text = PlainOrGzip.open(file);
        CSVParser rows = CSVFormat.DEFAULT.builder().setTrim(true).get().parse(text)) {
      rows(rows);
    } catch (UncheckedIOException | IOException broken) {
      refuse(ForecastingReason.UNREADABLE_FILE, "The file cannot be read.", file.toString());
    }
    growing.forEach(this::refuseIncomplete);
    if (!refusals.isEmpty()) {
      return new HubReading.Refused(refusals);
    }
    return new HubReading.Read(forecasts, inWords());
  }

  private void rows(CSVParser rows) {
    var all = rows.iterator();
    if (!all.hasNext()) {
      refuse(ForecastingReason.UNREADABLE_FILE, "The file is empty.", file.toString());
      return;
    }
    Optional<HubColumns> columns = HubColumns.of(header(all.next()));
    if (columns.isEmpty()) {
      refuse(
          ForecastingReason.UNREADABLE_FILE,
          "The header lacks one of reference_date, target, horizon, target_end_date, location,"
              + " output_type_id, value.",
          at(1));
      return;
    }
    while (all.hasNext() && refusals.size() < MOST_REFUSALS) {
      CSVRecord row = all.next();
      row(row, columns.get(), rows.getCurrentLineNumber());
    }
  }

  private static List<String> header(CSVRecord first) {
    return first.stream().map(name -> name.replace("\uFEFF", "")).toList();
  }

  private void row(CSVRecord row, HubColumns columns, long line) {
    try {
      if (columns.type().isPresent() && !row.get(columns.type().getAsInt()).equals("quantile")) {
        pass("rows that are not quantiles (" + row.get(columns.type().getAsInt()) + ")");
        return;
      }
      Optional<HubTarget> meaning = HubTarget.of(row.get(columns.target()));
      if (meaning.isEmpty()) {
        pass("rows of the target " + row.get(columns.target()));
        return;
      }
      value(row, columns, meaning.get(), line);
    } catch (DateTimeParseException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      refuse(
          ForecastingReason.UNREADABLE_ROW,
          "This row is not understood: " + String.join(",", row.toList()),
          at(line));
    }
  }

  private void value(CSVRecord row, HubColumns columns, HubTarget meaning, long line) {
    int level = levelPlace(Double.parseDouble(row.get(columns.level())));
    if (level < 0) {
      pass("rows of the level " + row.get(columns.level()));
      return;
    }
    var target =
        new ForecastTarget(
            date(row.get(columns.referenceDate())),
            row.get(columns.location()),
            meaning.measure(),
            meaning.span(),
            Integer.parseInt(row.get(columns.horizon())),
            date(row.get(columns.targetEnd())));
    double value = Double.parseDouble(row.get(columns.value()));
    if (!Double.isFinite(value) || target.location().isEmpty()) {
      throw new IllegalArgumentException("no number or no place");
    }
    take(target, level, value, line);
  }

  /** The same few dates come again and again. */
  private LocalDate date(String text) {
    return dates.computeIfAbsent(text, LocalDate::parse);
  }

  private static int levelPlace(double level) {
    for (int place = 0; place < QuantileLevels.COUNT; place++) {
      if (Math.abs(level - QuantileLevels.at(place)) < SAME_LEVEL) {
        return place;
      }
    }
    return -1;
  }

  private void take(ForecastTarget target, int level, double value, long line) {
    if (done.contains(target)) {
      refuse(ForecastingReason.REPEATED_FORECAST, "There twice: " + target + ".", at(line));
      return;
    }
    Growing one = growing.computeIfAbsent(target, any -> new Growing(line));
    if (!Double.isNaN(one.values[level])) {
      refuse(ForecastingReason.REPEATED_FORECAST, "There twice: " + target + ".", at(line));
      return;
    }
    one.values[level] = value;
    one.count++;
    if (one.count == QuantileLevels.COUNT) {
      growing.remove(target);
      done.add(target);
      finish(target, one, line);
    }
  }

  private void finish(ForecastTarget target, Growing one, long line) {
    try {
      forecasts.add(
          new HubForecast(
              target.referenceDate(),
              new Forecast(
                  target.location(),
                  target.measure(),
                  target.span(),
                  target.horizon(),
                  target.targetEnd(),
                  one.values)));
    } catch (IllegalArgumentException disordered) {
      refuse(
          ForecastingReason.DISORDERED_QUANTILES,
          "Below zero, or falling as the level rises: " + target + ".",
          at(line));
    }
  }

  private void refuseIncomplete(ForecastTarget target, Growing one) {
    refuse(
        ForecastingReason.INCOMPLETE_QUANTILES,
        "%d of the %d levels are there: %s.".formatted(one.count, QuantileLevels.COUNT, target),
        at(one.firstLine));
  }

  private void refuse(ForecastingReason reason, String message, String where) {
    if (refusals.size() < MOST_REFUSALS) {
      refusals.add(new ForecastRefusal(reason, message, where));
    }
  }

  private void pass(String what) {
    passedOver.merge(what, 1, Integer::sum);
  }

  private List<String> inWords() {
    return passedOver.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .toList();
  }

  private String at(long line) {
    return file.getFileName() + ", line " + line;
  }
}
