package org.hilum.epidemic.economy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * How strict a country's measures were each day, 0 (none) to 100.
 *
 * <p>Source: hale2021, the Oxford stringency index: the mean of nine indicators of closure and
 * information. It tells the strictest rule in force anywhere in the country.
 */
public final class DailyStringency {

  private final String location;
  private final LocalDate first;
  private final double[] values;

  /**
   * @param first day of the first value
   * @param values 0 to 100, NaN where there is none; copied
   */
  public DailyStringency(String location, LocalDate first, double[] values) {
    this.location = Objects.requireNonNull(location);
    this.first = Objects.requireNonNull(first);
    this.values = values.clone();
  }

  /** Three-letter code. */
  public String location() {
    return location;
  }

  /** Day of the first value. */
  public LocalDate first() {
    return first;
  }

  /** The value of a day; NaN outside the series or where there is none. */
  public double on(LocalDate day) {
    long step = ChronoUnit.DAYS.between(first, day);
    return step < 0 || step >= values.length ? Double.NaN : values[(int) step];
  }

  /** The last day on or before a day that has a value; the day before the first when none has. */
  public LocalDate lastKnown(LocalDate day) {
    long step = Math.min(ChronoUnit.DAYS.between(first, day), values.length - 1L);
    while (step >= 0 && Double.isNaN(values[(int) step])) {
      step--;
    }
    return first.plusDays(Math.max(step, -1));
  }
}
