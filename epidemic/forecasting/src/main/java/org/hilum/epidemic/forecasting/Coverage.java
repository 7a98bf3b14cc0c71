package org.hilum.epidemic.forecasting;

/**
 * How often what came lay within an interval, its ends included; fractions of 1.
 *
 * @param fifty within the 50 % interval; about 0.5 when calibrated
 * @param ninetyFive within the 95 % interval
 */
public record Coverage(double fifty, double ninetyFive) {}
