package org.hilum.epidemic.economy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was published while it happened about the cost of shutting an economy down.
 *
 * @param quarters changes of output of countries that went first, as first published
 * @param shutdownLossPercent what an estimate before any figure took a shutdown to cost, percent of
 *     the level of output, the middle of its range over many economies
 * @param spreadBetweenCountries how far countries may differ, standard deviation as a fraction of
 *     the middle
 * @param estimatedOn day that estimate was published
 * @param estimateSource to be shown with it
 */
public record PublishedReadings(
    List<PublishedQuarter> quarters,
    double shutdownLossPercent,
    double spreadBetweenCountries,
    LocalDate estimatedOn,
    Source estimateSource) {

  /** Middle of "between one-fifth and one-quarter in many economies" (oecd2020containment). */
  private static final double OECD_LOSS_PERCENT = 22.5;

  /**
   * From 15 % (Ireland) to 35 % (Greece) in oecd2020containment, read as four standard deviations
   * about one quarter.
   */
  private static final double OECD_SPREAD = (35 - 15) / 4.0 / 25;

  public PublishedReadings {
    quarters = List.copyOf(quarters);
  }

  /** China's quarters of 2020 as the statistics bureau gave them, and the OECD's March estimate. */
  public static PublishedReadings of2020() {
    return new PublishedReadings(
        List.of(
            china(4, 2019, 1.5, LocalDate.of(2020, 1, 17)),
            china(1, 2020, -9.8, LocalDate.of(2020, 4, 17)),
            china(2, 2020, 11.5, LocalDate.of(2020, 7, 16)),
            china(3, 2020, 2.7, LocalDate.of(2020, 10, 19))),
        OECD_LOSS_PERCENT,
        OECD_SPREAD,
        LocalDate.of(2020, 3, 27),
        new Source(
            "OECD, Evaluating the initial impact of COVID-19 containment measures on economic"
                + " activity",
            "quoted figure",
            "https://www.oecd.org/coronavirus/policy-responses/"
                + "evaluating-the-initial-impact-of-covid-19-containment-measures-on-economic-"
                + "activity-b1f6b68b/",
            "2020-03-27"));
  }

  /** Nothing published elsewhere: what may be learnt is in the countries' own figures only. */
  public static PublishedReadings none() {
    Source none = new Source("none", "none", "", "");
    return new PublishedReadings(List.of(), 0, OECD_SPREAD, LocalDate.MAX, none);
  }

  /** The quarters that were published on or before a day. */
  public List<PublishedQuarter> knownOn(LocalDate day) {
    return quarters.stream().filter(one -> !one.publishedOn().isAfter(day)).toList();
  }

  /** What rests on data and these readings as of a day is to be shown with these sources. */
  public List<Source> sources(EconomyData data, LocalDate asOf) {
    Stream<Source> estimate = estimatedOn.isAfter(asOf) ? Stream.of() : Stream.of(estimateSource);
    Stream<Source> published = knownOn(asOf).stream().map(PublishedQuarter::source);
    return Stream.of(data.sources().stream(), estimate, published)
        .flatMap(all -> all)
        .distinct()
        .toList();
  }

  private static PublishedQuarter china(
      int number, int year, double changePercent, LocalDate publishedOn) {
    return new PublishedQuarter(
        "CHN",
        new Quarter(year, number),
        changePercent,
        publishedOn,
        new Source(
            "National Bureau of Statistics of China, preliminary accounts, change on the quarter"
                + " before",
            "quoted figure",
            "https://www.stats.gov.cn/english/PressRelease/",
            publishedOn.toString()));
  }
}
