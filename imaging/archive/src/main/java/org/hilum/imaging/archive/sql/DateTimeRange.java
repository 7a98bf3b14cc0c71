package org.hilum.imaging.archive.sql;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of dates or times as it was asked for (PS3.4 C.2.2.2.5); a single value is the range of
 * what it leaves open: 10 is from 10:00 to 10:59.
 *
 * @param from inclusive; empty for no limit
 * @param to inclusive; empty for no limit
 * @param isRange whether a hyphen was written
 */
record DateTimeRange(String from, String to, boolean isRange) {

  private static final Pattern DATE = Pattern.compile("[0-9]{8}");
  private static final Pattern TIME =
      Pattern.compile("([01][0-9]|2[0-3])([0-5][0-9]([0-5][0-9]|60)?)?|[0-9]{6}\\.[0-9]{1,6}");
  private static final String LATEST_TIME = "235959.999999";

  /** Of dates, {@code YYYYMMDD} or as it was before 1993 {@code YYYY.MM.DD}. */
  static Optional<DateTimeRange> dates(String asked) {
    return range(asked.strip().replace(".", ""), DATE)
        .filter(range -> !range.from.isEmpty() || !range.to.isEmpty());
  }

  /** Of times, {@code HHMMSS.FFFFFF} or less of it. */
  static Optional<DateTimeRange> times(String asked) {
    return range(asked.strip().replace(":", ""), TIME)
        .filter(range -> !range.from.isEmpty() || !range.to.isEmpty())
        .map(range -> new DateTimeRange(range.from, latest(range.to), range.isRange));
  }

  private static Optional<DateTimeRange> range(String asked, Pattern form) {
    int hyphen = asked.indexOf('-');
    var from = (hyphen < 0 ? asked : asked.substring(0, hyphen)).strip();
    var to = (hyphen < 0 ? asked : asked.substring(hyphen + 1)).strip();
    boolean isWritten = isWritten(from, form) && isWritten(to, form);
    return isWritten ? Optional.of(new DateTimeRange(from, to, hyphen >= 0)) : Optional.empty();
  }

  private static boolean isWritten(String bound, Pattern form) {
    return bound.isEmpty() || form.matcher(bound).matches();
  }

  private static String latest(String to) {
    if (to.isEmpty() || to.length() >= LATEST_TIME.length()) {
      return to;
    }
    return to + (to.length() == 7 ? "999999" : LATEST_TIME.substring(to.length()));
  }

  /** The condition on a column of such values; one without a value is in no range. */
  Clause on(String column) {
    if (from.equals(to)) {
      return Clause.of(column + " = ?", from);
    }
    if (from.isEmpty()) {
      return Clause.of(column + " > '' AND " + column + " <= ?", to);
    }
    return to.isEmpty()
        ? Clause.of(column + " >= ?", from)
        : Clause.of(column + " >= ? AND " + column + " <= ?", from, to);
  }

  /** The condition that moments made of a date and a time lie between two moments. */
  static Clause moments(String date, DateTimeRange dates, String time, DateTimeRange times) {
    var begin = Clause.of("(%s, %s) >= (?, ?)".formatted(date, time), dates.from, times.from);
    var latest = times.to.isEmpty() ? LATEST_TIME : times.to;
    var end = Clause.of("(%s, %s) <= (?, ?)".formatted(date, time), dates.to, latest);
    if (dates.from.isEmpty()) {
      return new Clause(date + " > '' AND " + end.sql(), end.values());
    }
    return dates.to.isEmpty()
        ? begin
        : Clause.of(begin.sql() + " AND " + end.sql(), dates.from, times.from, dates.to, latest);
  }
}
