package org.hilum.imaging.reporting.composite;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How words, dates and times are put so that they fit their value representation (PS3.5 6.2). */
public final class DicomText {

  /** Characters of a Long String (LO). */
  public static final int LONG_STRING = 64;

  /** Characters of a Long Text (LT). */
  public static final int LONG_TEXT = 10240;

  /** Characters of a Short Text (ST). */
  public static final int SHORT_TEXT = 1024;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);

  private DicomText() {}

  /** Significant digits of a number in a report: more than any measurement here is good to. */
  private static final MathContext PRECISION = new MathContext(7);

  /** A number as it is reported. */
  public static double rounded(double value) {
    return new BigDecimal(value).round(PRECISION).doubleValue();
  }

  /** A date (DA). */
  public static String date(ZonedDateTime when) {
    return DATE.format(when);
  }

  /** A time of day to the second (TM). */
  public static String time(ZonedDateTime when) {
    return TIME.format(when);
  }

  /** Whether a text is a date (DA) as it is written today; older forms have dots. */
  public static boolean isDate(String text) {
    return text.matches("[0-9]{8}");
  }

  /** Whether a text is a time of day (TM), to the hour at least. */
  public static boolean isTime(String text) {
    return text.matches("[0-9]{2}([0-9]{2}([0-9]{2}([.][0-9]{1,6})?)?)?");
  }

  /**
   * One value of at most so many characters: the delimiter of values is replaced, and what is too
   * long is cut with an ellipsis.
   */
  public static String fitted(String text, int characters) {
    var single = text.replace('\\', '/').strip();
    return single.length() <= characters
        ? single
        : single.substring(0, characters - 3).strip() + "...";
  }
}
