package org.hilum.epidemic.economy.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.hilum.epidemic.economy.EconomyReason;
import org.hilum.epidemic.economy.GdpLevels;
import org.hilum.epidemic.economy.Quarter;

/**
 * Reads quarterly output as the OECD writes it: {@code LOCATION, Country, MEASURE, TIME, Value}.
 *
 * <p>Only rows of measure {@value #MEASURE} are taken: volumes, seasonally adjusted, at constant
 * purchasing power, annual level.
 */
public final class GdpTable {

  /** Name of the file. */
  public static final String FILE = "oecd_gdp_quarterly.csv";

  private static final String MEASURE = "VPVOBARSA";
  private static final List<String> COLUMNS =
      List.of("LOCATION", "Country", "MEASURE", "TIME", "Value");

  private GdpTable() {}

  /** Output by place; what is wrong is noted in the file. */
  public static Map<String, GdpLevels> read(TableFile file) {
    Map<String, NavigableMap<Quarter, Double>> levels = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    for (var row : file.rowsUnder(header -> header.containsAll(COLUMNS), COLUMNS.toString())) {
      if (row.get("MEASURE").equals(MEASURE)) {
        names.putIfAbsent(row.get("LOCATION"), row.get("Country"));
        take(file, row, levels.computeIfAbsent(row.get("LOCATION"), _ -> new TreeMap<>()));
      }
    }
    Map<String, GdpLevels> all = new HashMap<>();
    levels.forEach(
        (code, one) -> all.put(code, new GdpLevels(code, names.getOrDefault(code, code), one)));
    return all;
  }

  private static void take(
      TableFile file, TableFile.Row row, NavigableMap<Quarter, Double> levels) {
    Optional<Quarter> quarter = Quarter.read(row.get("TIME"));
    OptionalDouble value = Numbers.read(row.get("Value"));
    if (row.get("LOCATION").isEmpty() || quarter.isEmpty() || value.isEmpty()) {
      file.complain(
          EconomyReason.UNREADABLE,
          "Expected a place, a quarter as 2020-Q2 and a number, found \"%s\", \"%s\", \"%s\""
              .formatted(row.get("LOCATION"), row.get("TIME"), row.get("Value")),
          row.line());
    } else if (value.getAsDouble() <= 0) {
      file.complain(
          EconomyReason.VALUE_IMPOSSIBLE,
          "Output of %s in %s is %s"
              .formatted(row.get("LOCATION"), quarter.get(), row.get("Value")),
          row.line());
    } else if (levels.put(quarter.get(), value.getAsDouble()) != null) {
      file.complain(
          EconomyReason.TWICE,
          row.get("LOCATION") + " " + quarter.get() + " stands twice",
          row.line());
    }
  }
}
