package org.hilum.benchmarks.epidemic;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;

/** The countries of JHU CSSE as they stood in the end; some are the sums of their parts. */
final class WorldCounts {

  private static final Map<String, String> EUROPEAN =
      Map.ofEntries(
          Map.entry("Austria", "AT"),
          Map.entry("Belgium", "BE"),
          Map.entry("Bulgaria", "BG"),
          Map.entry("Switzerland", "CH"),
          Map.entry("Cyprus", "CY"),
          Map.entry("Czechia", "CZ"),
          Map.entry("Germany", "DE"),
          Map.entry("Denmark", "DK"),
          Map.entry("Estonia", "EE"),
          Map.entry("Spain", "ES"),
          Map.entry("Finland", "FI"),
          Map.entry("France", "FR"),
          Map.entry("United Kingdom", "GB"),
          Map.entry("Greece", "GR"),
          Map.entry("Croatia", "HR"),
          Map.entry("Hungary", "HU"),
          Map.entry("Ireland", "IE"),
          Map.entry("Iceland", "IS"),
          Map.entry("Italy", "IT"),
          Map.entry("Liechtenstein", "LI"),
          Map.entry("Lithuania", "LT"),
          Map.entry("Luxembourg", "LU"),
          Map.entry("Latvia", "LV"),
          Map.entry("Malta", "MT"),
          Map.entry("Netherlands", "NL"),
          Map.entry("Norway", "NO"),
          Map.entry("Poland", "PL"),
          Map.entry("Portugal", "PT"),
          Map.entry("Romania", "RO"),
          Map.entry("Sweden", "SE"),
          Map.entry("Slovenia", "SI"),
          Map.entry("Slovakia", "SK"));

  private final List<CaseCounts> countries = new ArrayList<>();
  private final List<CaseCounts> european = new ArrayList<>();

  WorldCounts(Tables tables) throws IOException {
    read(tables, Measure.CASES, "confirmed");
    read(tables, Measure.DEATHS, "deaths");
  }

  private void read(Tables tables, Measure measure, String word) throws IOException {
    var whole = new DatedCounts(measure, Rhythm.DAILY);
    var national = new DatedCounts(measure, Rhythm.DAILY);
    List<LocalDate> dates = new ArrayList<>();
    tables.each(
        "jhu-global/time_series_covid19_" + word + "_global.csv.gz",
        row -> {
          if (dates.isEmpty()) {
            row.getParser().getHeaderNames().stream()
                .skip(4)
                .map(WorldCounts::date)
                .forEach(dates::add);
          }
          take(row, dates, whole, national);
        });
    countries.addAll(whole.differences());
    european.addAll(national.differences());
  }

  private static void take(
      CSVRecord row, List<LocalDate> dates, DatedCounts whole, DatedCounts national) {
    String country = row.get(1);
    boolean isNation = row.get(0).isEmpty() && EUROPEAN.containsKey(country);
    for (int day = 0; day < dates.size(); day++) {
      double total = Tables.number(row.get(4 + day));
      whole.add(country, dates.get(day), total);
      if (isNation) {
        national.put(EUROPEAN.get(country), dates.get(day), total);
      }
    }
  }

  /** As JHU writes it: month, day, year of two digits. */
  private static LocalDate date(String text) {
    String[] parts = text.split("/", -1);
    return LocalDate.of(
        2000 + Integer.parseInt(parts[2]), Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  /** All countries, newly counted a day. */
  List<CaseCounts> countries(Measure measure) {
    return countries.stream().filter(one -> one.measure() == measure).toList();
  }

  /** The hub's 32 countries by its codes, without overseas territories. */
  List<CaseCounts> european(Measure measure) {
    return european.stream().filter(one -> one.measure() == measure).toList();
  }
}
