package org.hilum.epidemic.economy;

import java.time.LocalDate;

/**
 * A change of output as first published, usable from that day on.
 *
 * @param location three-letter code
 * @param quarter which quarter
 * @param changePercent against the quarter before, real and seasonally adjusted, percent
 * @param publishedOn day of publication
 * @param source to be shown with it
 */
public record PublishedQuarter(
    String location, Quarter quarter, double changePercent, LocalDate publishedOn, Source source) {}
