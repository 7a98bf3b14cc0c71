package org.hilum.epidemic.surveillance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;

/**
 * How many were newly counted in a place, one value per day or week without gaps in the dates.
 *
 * <p>Values are increments, persons per step of the {@link Rhythm}; {@link Double#NaN} where
 * nothing was reported (absent is never zero). A value may be negative where a source took counts
 * back.
 */
public final class CaseCounts {

  private final String location;
  private final Measure measure;
  private final Rhythm rhythm;
  private final LocalDate first;
  private final double[] values;

  /**
   * @param first date of the first value; for weeks the last day of the first week
   * @param values increments in order of date; copied
   */
  public CaseCounts(
      String location, Measure measure, Rhythm rhythm, LocalDate first, double[] values) {
    this.location = Objects.requireNonNull(location);
    this.measure = Objects.requireNonNull(measure);
    this.rhythm = Objects.requireNonNull(rhythm);
    this.first = Objects.requireNonNull(first);
    this.values = values.clone();
  }

  /** The place as its source names it: a province's name, {@code IT}, {@code 01}. */
  public String location() {
    return location;
  }

  /** What is counted. */
  public Measure measure() {
    return measure;
  }

  /** Days or weeks. */
  public Rhythm rhythm() {
    return rhythm;
  }

  /** Date of the first value. */
  public LocalDate first() {
    return first;
  }

  /** Date of the last value; the day before {@link #first} when there is none. */
  public LocalDate last() {
    return dateAt(values.length - 1);
  }

  /** Number of steps. */
  public int size() {
    return values.length;
  }

  /** The value at a step, counted from 0; NaN where none was reported. */
  public double at(int step) {
    return values[step];
  }

  /** The value of a date; NaN outside the series, where none was reported, or between weeks. */
  public double on(LocalDate date) {
    long days = ChronoUnit.DAYS.between(first, date);
    if (days < 0 || days % rhythm.days() != 0 || days / rhythm.days() >= values.length) {
      return Double.NaN;
    }
    return values[(int) (days / rhythm.days())];
  }

  /** The date of a step. */
  public LocalDate dateAt(int step) {
    return first.plusDays((long) step * rhythm.days());
  }

  /** All values in order of date, a copy. */
  public double[] values() {
    return values.clone();
  }

  /** The same place, measure and dates with other values. */
  public CaseCounts withValues(double[] others) {
    return new CaseCounts(location, measure, rhythm, first, others);
  }

  /** What was dated up to and on a day. */
  public CaseCounts until(LocalDate day) {
    long days = ChronoUnit.DAYS.between(first, day);
    long steps = days < 0 ? 0 : days / rhythm.days() + 1;
    return withValues(Arrays.copyOf(values, (int) Math.min(values.length, steps)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CaseCounts that
        && location.equals(that.location)
        && measure == that.measure
        && rhythm == that.rhythm
        && first.equals(that.first)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(location, measure, rhythm, first, Arrays.hashCode(values));
  }

  @Override
  public String toString() {
    return "%s %s %s %s..%s".formatted(location, measure, rhythm, first, last());
  }
}
