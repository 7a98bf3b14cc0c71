package org.hilum.epidemic.forecasting;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What if: measures that might be taken, against today's contacts going on. A picture of what would
 * follow if the assumptions held; never a forecast, and in no file of forecasts.
 *
 * @param name for the reader
 * @param from first day of the measures
 * @param contactReduction share by which contacts fall, 0 to 1
 * @param reopening day from which contacts are as today again
 * @param importedPerDay infected who would enter a day without control
 * @param entryControl share of them held back from the first day of the measures on, 0 to 1
 */
public record Scenario(
    String name,
    LocalDate from,
    double contactReduction,
    Optional<LocalDate> reopening,
    double importedPerDay,
    double entryControl) {

  public Scenario {
    if (!(contactReduction >= 0 && contactReduction <= 1)
        || !(entryControl >= 0 && entryControl <= 1)
        || !(importedPerDay >= 0)) {
      throw new IllegalArgumentException(
          "shares %s, %s, imported %s".formatted(contactReduction, entryControl, importedPerDay));
    }
    if (reopening.filter(day -> day.isBefore(from)).isPresent()) {
      throw new IllegalArgumentException("reopening before " + from);
    }
  }

  /** Today's contacts go on and nobody enters. */
  public static Scenario asToday(LocalDate from) {
    return new Scenario("as today", from, 0, Optional.empty(), 0, 0);
  }

  /** Share of today's contacts that remain on a day. */
  public double contactsOn(LocalDate day) {
    return measuresOn(day) ? 1 - contactReduction : 1;
  }

  /** Infected who enter on a day. */
  public double enteringOn(LocalDate day) {
    return day.isBefore(from) ? importedPerDay : importedPerDay * (1 - entryControl);
  }

  private boolean measuresOn(LocalDate day) {
    return !day.isBefore(from) && reopening.map(day::isBefore).orElse(true);
  }
}
