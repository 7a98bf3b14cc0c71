package org.hilum.epidemic.forecasting;

/**
 * How far the medians were from what came; fractions of 1.
 *
 * @param wape sum of absolute errors by sum of counts; NaN when nothing was counted
 * @param medianApe median of absolute error by count, where the count is above 0; NaN when it never
 *     is
 */
public record PointError(double wape, double medianApe) {}
