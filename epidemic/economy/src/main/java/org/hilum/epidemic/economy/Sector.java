package org.hilum.epidemic.economy;

/**
 * A part of an economy, how large it is, and what a shutdown did to it where one was seen.
 *
 * @param name as the statistics name it
 * @param sharePercent of all value added in a usual quarter
 * @param firstQuarterPercent growth on the year before in the first quarter of a shutdown
 * @param secondQuarterPercent growth on the year before in the quarter after, adapted
 */
public record Sector(
    String name, double sharePercent, double firstQuarterPercent, double secondQuarterPercent) {}
