package org.hilum.epidemic.economy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which quarter of which year.
 *
 * @param year calendar year
 * @param number 1 to 4
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-Q([1-4])");

  public Quarter {
    if (number < 1 || number > 4) {
      throw new IllegalArgumentException("quarter: " + number);
    }
  }

  /** The quarter that a day lies in. */
  public static Quarter of(LocalDate day) {
    return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
  }

  /** Reads {@code 2020-Q2}; empty when it is written otherwise. */
  public static Optional<Quarter> read(String text) {
    Matcher match = WRITTEN.matcher(text.strip());
    return match.matches()
        ? Optional.of(
            new Quarter(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))))
        : Optional.empty();
  }

  /** A quarter some quarters later, or earlier when negative. */
  public Quarter plus(int quarters) {
    return ofIndex(index() + quarters);
  }

  /** How many quarters this one is later than another. */
  public int since(Quarter other) {
    return index() - other.index();
  }

  /** First day. */
  public LocalDate firstDay() {
    return LocalDate.of(year, number * 3 - 2, 1);
  }

  /** Last day. */
  public LocalDate lastDay() {
    return firstDay().plusMonths(3).minusDays(1);
  }

  @Override
  public int compareTo(Quarter other) {
    return Integer.compare(index(), other.index());
  }

  @Override
  public String toString() {
    return "%04d-Q%d".formatted(year, number);
  }

  private int index() {
    return year * 4 + number - 1;
  }

  private static Quarter ofIndex(int index) {
    return new Quarter(Math.floorDiv(index, 4), Math.floorMod(index, 4) + 1);
  }
}
