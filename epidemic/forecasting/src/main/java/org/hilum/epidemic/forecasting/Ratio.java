package org.hilum.epidemic.forecasting;

/**
 * A score divided by the baseline's on the same rows: below 1 is better than the baseline.
 *
 * @param value ratio of the sums
 * @param low 5th percentile when the forecast dates are drawn anew, with replacement
 * @param high 95th percentile; so low to high is a 90 % interval
 */
public record Ratio(double value, double low, double high) {}
