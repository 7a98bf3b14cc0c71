package org.hilum.epidemic.forecasting;

import java.time.LocalDate;

/**
 * How many others one case infects: effective reproduction number over the days up to one.
 *
 * @param day last day of the window
 * @param days length of the window
 * @param median of the posterior
 * @param low lower end of the 95 % credible interval
 * @param high upper end
 */
public record ReproductionEstimate(
    LocalDate day, int days, double median, double low, double high) {}
