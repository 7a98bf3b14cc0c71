package org.hilum.epidemic.forecasting;

import java.time.LocalDate;

/**
 * When the seven-day mean may be highest, looked at from four weeks back to four weeks ahead.
 *
 * @param from first of the five days ahead that most likely hold the peak
 * @param to last of them
 * @param probability chance that they hold it
 * @param passed chance that the peak lies behind
 * @param later chance that it lies beyond the four weeks
 */
public record PeakWindow(
    LocalDate from, LocalDate to, double probability, double passed, double later) {}
