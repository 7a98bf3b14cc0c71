package org.hilum.epidemic.surveillance.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;

/** What the text of a cell means: a date, a count, a place. */
public final class Cells {

  /** No count of persons is larger than mankind. */
  private static final double LARGEST_COUNT = 1e10;

  /** Before this year no file of today has daily counts; it is a slip of the pen. */
  private static final int FIRST_YEAR = 1900;

  private static final int LONGEST_NAME = 200;

  private static final Set<String> ABSENT =
      Set.of("", "na", "n/a", "nan", "null", "none", "-", ".");

  private Cells() {}

  /** A day written as 2020-01-31; a time of day behind it is left off. */
  public static LocalDate day(String text, long line) throws BrokenTableException {
    try {
      boolean timed = text.length() > 10 && (text.charAt(10) == 'T' || text.charAt(10) == ' ');
      var day = LocalDate.parse(timed ? text.substring(0, 10) : text);
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeException e) {
      // Said below, in the same words as a date of another age.
    }
    throw new BrokenTableException(
        "\"%s\" is no date; write it as 2020-01-31.".formatted(shown(text)), line);
  }

  /** A count of persons, which may be below zero where counts were taken back; NaN when absent. */
  public static double count(String text, long line) throws BrokenTableException {
    if (isAbsent(text)) {
      return Double.NaN;
    }
    try {
      double value = Double.parseDouble(text);
      if (Math.abs(value) <= LARGEST_COUNT && isPlain(text)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, in the same words as a number out of bounds.
    }
    throw new BrokenTableException(
        "\"%s\" is no count; write it in digits, without blanks or thousands' marks."
            .formatted(shown(text)),
        line);
  }

  private static boolean isAbsent(String text) {
    return text.length() <= 4 && ABSENT.contains(text.toLowerCase(java.util.Locale.ROOT));
  }

  /** Java also reads 1f, 0x1p3 and the like, which no one means. */
  private static boolean isPlain(String text) {
    char last = text.charAt(text.length() - 1);
    return (Character.isDigit(last) || last == '.') && text.indexOf('x') < 0;
  }

  /** The name of a place, as its source writes it. */
  public static String place(String text, long line) throws BrokenTableException {
    if (text.isEmpty()) {
      throw new BrokenTableException("The row names no place.", line);
    }
    if (text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
      throw new BrokenTableException("\"%s\" is no name of a place.".formatted(shown(text)), line);
    }
    return text;
  }

  /** A piece of the sender's text that is safe to show. */
  public static String shown(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= 40 ? clean : clean.substring(0, 37) + "...";
  }
}
