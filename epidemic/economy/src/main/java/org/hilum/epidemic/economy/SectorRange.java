package org.hilum.epidemic.economy;

/**
 * What a sector may lose in a quarter under a scenario: a range, not an interval of probability.
 *
 * @param sector which
 * @param lowPercent the larger loss: nobody has adapted, percent of the sector's usual output
 * @param highPercent the smaller: adapted as China's economy had in its second quarter
 * @param lowPoints the larger loss in points of the whole economy's output
 * @param highPoints the smaller
 */
public record SectorRange(
    Sector sector, double lowPercent, double highPercent, double lowPoints, double highPoints) {}
