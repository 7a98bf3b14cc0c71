package org.hilum.epidemic.forecasting.hub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hilum.epidemic.forecasting.ForecastRefusal;
import org.hilum.epidemic.forecasting.ForecastTarget;
import org.hilum.epidemic.forecasting.ForecastingReason;
import org.hilum.epidemic.forecasting.Truth;
import org.hilum.epidemic.forecasting.TruthReading;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;

/** Reads one file of counts; of several versions of a count the newest is taken. */
public final class TruthReader {

  private static final int MOST_REFUSALS = 20;

  private final Path file;
  private final Map<Place, TreeMap<LocalDate, Count>> counts = new HashMap<>();
  private final Set<Negative> negative = new HashSet<>();
  private final List<ForecastRefusal> refusals = new ArrayList<>();

  private record Place(String location, Measure measure) {}

  private record Negative(Place place, LocalDate end) {}

  private record Count(double value, String asOf) {}

  /** Where the columns lie; -1 where a file has none. */
  private record Columns(int location, int date, int value, int target, int asOf, int negative) {
    static Columns of(List<String> header) {
      return new Columns(
          first(header, "location"),
          first(header, "target_end_date", "date"),
          first(header, "truth", "observation", "value"),
          first(header, "target"),
          first(header, "as_of"),
          first(header, "neg"));
    }

    private static int first(List<String> header, String... names) {
      return Arrays.stream(names)
          .mapToInt(header::indexOf)
          .filter(i -> i >= 0)
          .findFirst()
          .orElse(-1);
    }
  }

  public TruthReader(Path file) {
    this.file = file;
  }

  /** All counts of the file, or all reasons why not. */
  public TruthReading read() throws IOException {
    try (BufferedReader text = PlainOrGzip.open(file);
        CSVParser rows = CSVFormat.DEFAULT.builder().setTrim(true).get().parse(text)) {
      rows(rows);
    } catch (UncheckedIOException | IOException broken) {
      refuse(ForecastingReason.UNREADABLE_FILE, "The file cannot be read.", file.toString());
    }
    if (!refusals.isEmpty()) {
      return new TruthReading.Refused(refusals);
    }
    List<CaseCounts> series =
        counts.entrySet().stream().map(one -> series(one.getKey(), one.getValue())).toList();
    return new TruthReading.Read(Truth.of(series).without("negative day", this::isNegative));
  }

  private boolean isNegative(ForecastTarget target) {
    return negative.contains(
        new Negative(new Place(target.location(), target.measure()), target.targetEnd()));
  }

  private void rows(CSVParser rows) {
    var all = rows.iterator();
    if (!all.hasNext()) {
      refuse(ForecastingReason.UNREADABLE_FILE, "The file is empty.", file.toString());
      return;
    }
    Columns columns =
        Columns.of(all.next().stream().map(name -> name.replace("\uFEFF", "")).toList());
    Optional<Measure> named = measureOfName();
    if (columns.location < 0
        || columns.date < 0
        || columns.value < 0
        || columns.target < 0 && named.isEmpty()) {
      refuse(
          ForecastingReason.UNREADABLE_FILE,
          "The header lacks location, a date or a value, or nothing says what is counted.",
          at(1));
      return;
    }
    while (all.hasNext() && refusals.size() < MOST_REFUSALS) {
      CSVRecord row = all.next();
      row(row, columns, named, rows.getCurrentLineNumber());
    }
  }

  private Optional<Measure> measureOfName() {
    Path name = file.getFileName();
    String lower = name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    if (lower.contains("admission")) {
      return Optional.of(Measure.ADMISSIONS);
    }
    return Arrays.stream(Measure.values())
        .filter(measure -> lower.contains(measure.hubWord()))
        .findFirst();
  }

  private void row(CSVRecord row, Columns columns, Optional<Measure> named, long line) {
    try {
      Optional<Measure> measure =
          columns.target < 0
              ? named
              : HubTarget.of(row.get(columns.target)).map(HubTarget::measure);
      if (measure.isPresent()) {
        take(row, columns, new Place(row.get(columns.location), measure.get()));
      }
    } catch (DateTimeParseException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      refuse(
          ForecastingReason.UNREADABLE_ROW,
          "This row is not understood: " + String.join(",", row.toList()),
          at(line));
    }
  }

  private void take(CSVRecord row, Columns columns, Place place) {
    LocalDate date = LocalDate.parse(row.get(columns.date));
    String asOf = columns.asOf < 0 ? "" : row.get(columns.asOf);
    String text = row.get(columns.value);
    double value = text.isEmpty() || text.equals("NA") ? Double.NaN : Double.parseDouble(text);
    counts
        .computeIfAbsent(place, any -> new TreeMap<>())
        .merge(
            date,
            new Count(value, asOf),
            (one, other) -> other.asOf.compareTo(one.asOf) >= 0 ? other : one);
    if (columns.negative >= 0 && row.get(columns.negative).equalsIgnoreCase("true")) {
      negative.add(new Negative(place, date));
    }
  }

  private static CaseCounts series(Place place, TreeMap<LocalDate, Count> dated) {
    LocalDate first = dated.firstKey();
    Rhythm rhythm = rhythm(dated);
    long days = ChronoUnit.DAYS.between(first, dated.lastKey());
    double[] values = new double[(int) (days / rhythm.days()) + 1];
    Arrays.fill(values, Double.NaN);
    dated.forEach(
        (date, count) ->
            values[(int) (ChronoUnit.DAYS.between(first, date) / rhythm.days())] = count.value);
    return new CaseCounts(place.location, place.measure, rhythm, first, values);
  }

  private static Rhythm rhythm(TreeMap<LocalDate, Count> dated) {
    LocalDate first = dated.firstKey();
    boolean weeks =
        dated.size() > 1
            && dated.keySet().stream().allMatch(d -> ChronoUnit.DAYS.between(first, d) % 7 == 0);
    return weeks ? Rhythm.WEEKLY : Rhythm.DAILY;
  }

  private void refuse(ForecastingReason reason, String message, String where) {
    refusals.add(new ForecastRefusal(reason, message, where));
  }

  private String at(long line) {
    return file.getFileName() + ", line " + line;
  }
}
