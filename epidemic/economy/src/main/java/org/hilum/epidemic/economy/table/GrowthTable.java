package org.hilum.epidemic.economy.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.hilum.epidemic.economy.EconomyReason;

/**
 * Reads growth of annual output as the World Bank writes it: one row a place, one column a year.
 */
public final class GrowthTable {

  /** Name of the file. */
  public static final String FILE = "worldbank_gdp_growth_annual.csv";

  private static final List<String> COLUMNS = List.of("Country Name", "Country Code");
  private static final String YEAR = "\\d{4}";

  private GrowthTable() {}

  /** Percent by place and year; what is wrong is noted in the file. */
  public static Map<String, NavigableMap<Integer, Double>> read(TableFile file) {
    Map<String, NavigableMap<Integer, Double>> all = new HashMap<>();
    for (var row : file.rowsUnder(header -> header.containsAll(COLUMNS), COLUMNS.toString())) {
      NavigableMap<Integer, Double> years = new TreeMap<>();
      for (String column : row.columns().keySet()) {
        if (column.matches(YEAR) && !row.get(column).isEmpty()) {
          take(file, row, column, years);
        }
      }
      if (all.put(row.get("Country Code"), years) != null) {
        file.complain(EconomyReason.TWICE, row.get("Country Code") + " stands twice", row.line());
      }
    }
    return all;
  }

  private static void take(
      TableFile file, TableFile.Row row, String year, NavigableMap<Integer, Double> years) {
    OptionalDouble value = Numbers.read(row.get(year));
    if (value.isEmpty()) {
      file.complain(
          EconomyReason.UNREADABLE,
          "%s in %s is \"%s\", not a number"
              .formatted(row.get("Country Code"), year, row.get(year)),
          row.line());
    } else {
      years.put(Integer.parseInt(year), value.getAsDouble());
    }
  }
}
