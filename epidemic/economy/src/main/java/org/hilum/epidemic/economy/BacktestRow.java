package org.hilum.epidemic.economy;

/**
 * How far one method was off for one quarter or year, over countries.
 *
 * @param target {@code 2020-Q2}, {@code 2020}
 * @param method in words
 * @param asOf day of knowledge in words; says so where the method saw more than was known
 * @param countries how many were scored
 * @param rmse root of the mean squared error, percentage points
 * @param rmseLow 90 % of bootstrap samples of countries lie from here
 * @param rmseHigh to here
 * @param mae mean absolute error, percentage points
 * @param bias mean of truth less forecast, percentage points
 * @param coverage50 fraction of countries inside their 50 % interval; NaN without intervals
 * @param coverage95 fraction inside their 95 % interval; NaN without
 */
public record BacktestRow(
    String target,
    String method,
    String asOf,
    int countries,
    double rmse,
    double rmseLow,
    double rmseHigh,
    double mae,
    double bias,
    double coverage50,
    double coverage95) {}
