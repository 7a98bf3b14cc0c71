package org.hilum.epidemic.economy;

/**
 * How a country's output may grow over a calendar year.
 *
 * @param location three-letter code
 * @param year calendar year
 * @param growthPercent expected growth of the year's output on the year's before, percent
 * @param low50 half of all outcomes under the scenario lie from here
 * @param high50 to here
 * @param low95 95 of 100 lie from here
 * @param high95 to here
 * @param quartersKnown how many of the year's quarters were published, 0 to 4
 */
public record AnnualOutlook(
    String location,
    int year,
    double growthPercent,
    double low50,
    double high50,
    double low95,
    double high95,
    int quartersKnown) {}
