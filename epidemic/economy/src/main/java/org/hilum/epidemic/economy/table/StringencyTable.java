package org.hilum.epidemic.economy.table;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hilum.epidemic.economy.DailyStringency;
import org.hilum.epidemic.economy.EconomyReason;

/**
 * Reads daily stringency as Oxford writes it: one row a place, one column a day ({@code
 * 02Jan2020}).
 *
 * <p>Only whole countries are taken ({@code Jurisdiction} is {@value #WHOLE_COUNTRY}).
 */
public final class StringencyTable {

  /** Name of the file. */
  public static final String FILE = "oxcgrt_stringency.csv";

  private static final String WHOLE_COUNTRY = "NAT_TOTAL";
  private static final List<String> COLUMNS = List.of("CountryCode", "Jurisdiction");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("ddMMMyyyy", Locale.ENGLISH);
  private static final double STRICTEST = 100;

  private StringencyTable() {}

  /** Stringency by country; what is wrong is noted in the file. */
  public static Map<String, DailyStringency> read(TableFile file) {
    Map<String, DailyStringency> all = new HashMap<>();
    SortedMap<LocalDate, String> days = new TreeMap<>();
    for (var row : file.rowsUnder(header -> header.containsAll(COLUMNS), COLUMNS.toString())) {
      if (days.isEmpty() && !findDays(file, row, days)) {
        return all;
      }
      String code = row.get("CountryCode");
      if (row.get("Jurisdiction").equals(WHOLE_COUNTRY)
          && all.put(code, country(file, row, days)) != null) {
        file.complain(EconomyReason.TWICE, code + " stands twice", row.line());
      }
    }
    return all;
  }

  private static boolean findDays(
      TableFile file, TableFile.Row row, SortedMap<LocalDate, String> days) {
    for (String column : row.columns().keySet()) {
      if (!column.isEmpty() && Character.isDigit(column.charAt(0))) {
        try {
          days.put(LocalDate.parse(column, DAY), column);
        } catch (DateTimeParseException noDay) {
          file.complain(EconomyReason.UNREADABLE, "\"" + column + "\" is no day", 1);
        }
      }
    }
    if (days.isEmpty()) {
      file.complain(EconomyReason.UNREADABLE, "No column is a day as 02Jan2020", 1);
    }
    return !days.isEmpty();
  }

  private static DailyStringency country(
      TableFile file, TableFile.Row row, SortedMap<LocalDate, String> days) {
    LocalDate first = days.firstKey();
    double[] values = new double[(int) (days.lastKey().toEpochDay() - first.toEpochDay()) + 1];
    Arrays.fill(values, Double.NaN);
    days.forEach(
        (day, column) -> {
          String field = row.get(column);
          if (!field.isEmpty()) {
            values[(int) (day.toEpochDay() - first.toEpochDay())] = value(file, row, column, field);
          }
        });
    return new DailyStringency(row.get("CountryCode"), first, values);
  }

  private static double value(TableFile file, TableFile.Row row, String column, String field) {
    OptionalDouble value = Numbers.read(field);
    String what = "%s on %s is \"%s\"".formatted(row.get("CountryCode"), column, field);
    if (value.isEmpty()) {
      file.complain(EconomyReason.UNREADABLE, what + ", not a number", row.line());
    } else if (value.getAsDouble() < 0 || value.getAsDouble() > STRICTEST) {
      file.complain(EconomyReason.VALUE_IMPOSSIBLE, what + ", outside 0 to 100", row.line());
    }
    return value.orElse(Double.NaN);
  }
}
