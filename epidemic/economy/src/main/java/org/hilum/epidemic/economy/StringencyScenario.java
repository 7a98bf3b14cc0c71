package org.hilum.epidemic.economy;

/**
 * How measures go on after the last day known: the mean of the last week, changed by a factor each
 * quarter.
 *
 * <p>A scenario, never a forecast: nobody's decision is foreseen by it.
 *
 * @param name to be shown
 * @param factorPerQuarter 1 keeps the measures, 0.5 halves them each 91 days, above 1 tightens
 */
public record StringencyScenario(String name, double factorPerQuarter) {

  /** Measures stay as they are. */
  public static final StringencyScenario HELD = new StringencyScenario("held", 1);

  /** Measures are halved each quarter. */
  public static final StringencyScenario EASED = new StringencyScenario("eased", 0.5);

  /** Measures become a quarter stricter each quarter, to 100 at most. */
  public static final StringencyScenario TIGHTENED = new StringencyScenario("tightened", 1.25);

  private static final double DAYS_PER_QUARTER = 91.25;
  private static final double STRICTEST = 100;

  /** The stringency a number of days after the last week known. */
  public double after(double lastWeek, long days) {
    return Math.min(STRICTEST, lastWeek * Math.pow(factorPerQuarter, days / DAYS_PER_QUARTER));
  }
}
