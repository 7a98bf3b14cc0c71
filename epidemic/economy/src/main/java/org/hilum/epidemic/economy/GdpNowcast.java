package org.hilum.epidemic.economy;

/**
 * What a country's output may have done in a quarter, before it is published.
 *
 * @param location three-letter code
 * @param quarter which
 * @param changePercent expected change against the quarter before, percent
 * @param low50 half of all outcomes lie from here
 * @param high50 to here
 * @param low95 95 of 100 lie from here
 * @param high95 to here
 * @param gapPercent expected distance to the path of before the epidemic, percent of it
 * @param stringency mean of the quarter, 0 to 100, as far as known and else assumed
 * @param stringencyAssumed whether a part of it is assumed
 */
public record GdpNowcast(
    String location,
    Quarter quarter,
    double changePercent,
    double low50,
    double high50,
    double low95,
    double high95,
    double gapPercent,
    double stringency,
    boolean stringencyAssumed) {}
