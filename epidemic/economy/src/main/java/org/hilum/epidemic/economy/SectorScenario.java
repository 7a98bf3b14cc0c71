package org.hilum.epidemic.economy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Tells what each sector may lose if measures are so strict for a quarter. A scenario, never scored
 * as a forecast.
 *
 * <p>Assumed, and to be shown: (1) a sector loses in proportion to mean stringency; (2) between
 * what China's sectors lost in the first quarter of 2020 and in the second, against growth usual
 * before; (3) other countries' sectors would lose as China's did, with their own shares.
 *
 * @param stringency mean of the quarter, 0 to 100
 * @param sectors with shares that sum to about 100
 * @param sources of shares and losses
 */
public record SectorScenario(double stringency, List<Sector> sectors, List<Source> sources) {

  /** China's mean stringency in the first quarter of 2020, computed from the Oxford index. */
  private static final double FIRST_STRINGENCY = 59.0;

  /** In the second quarter. */
  private static final double SECOND_STRINGENCY = 71.2;

  /** China's growth on the year before in the last quarter before, percent: 6.0. */
  private static final double USUAL_PERCENT = 6.0;

  private static final double PERCENT = 100;
  private static final double WHOLE_FROM = 95;
  private static final double WHOLE_TO = 105;

  private static final List<Sector> CHINA =
      List.of(
          new Sector("Farming, forestry, husbandry, fishery", 5.8, -2.3, 3.4),
          new Sector("Industry", 31.8, -8.3, 4.1),
          new Sector("Construction", 6.3, -17.1, 7.8),
          new Sector("Wholesale and retail", 9.9, -17.7, 1.2),
          new Sector("Transport, storage, post", 4.2, -14.0, 1.7),
          new Sector("Accommodation and restaurants", 1.9, -35.4, -18.0),
          new Sector("Finance", 8.5, 6.0, 7.2),
          new Sector("Real estate", 7.4, -6.4, 4.1),
          new Sector("Information and software", 3.5, 13.2, 15.7),
          new Sector("Leasing and business services", 3.4, -9.4, -8.0),
          new Sector("Others", 17.4, -1.9, -0.9));

  private static final Source ACCOUNTS =
      new Source(
          "National Bureau of Statistics of China, preliminary accounts of the second quarter and"
              + " the first half of 2020; the first quarter by difference",
          "quoted figures",
          "https://www.stats.gov.cn/english/PressRelease/",
          LocalDate.of(2020, 7, 16).toString());

  /**
   * @throws IllegalArgumentException when stringency is not 0 to 100 or shares do not make a whole
   */
  public SectorScenario {
    sectors = List.copyOf(sectors);
    sources = List.copyOf(sources);
    double whole = sectors.stream().mapToDouble(Sector::sharePercent).sum();
    if (!(stringency >= 0 && stringency <= PERCENT)) {
      throw new IllegalArgumentException("stringency outside 0 to 100: " + stringency);
    }
    if (!(whole >= WHOLE_FROM && whole <= WHOLE_TO)) {
      throw new IllegalArgumentException("shares sum to " + whole + " percent");
    }
  }

  /** China's own sectors under a stringency. */
  public static SectorScenario ofChina(double stringency) {
    return new SectorScenario(stringency, CHINA, List.of(ACCOUNTS));
  }

  /** What each sector may lose, hardest hit first in points of the whole. */
  public List<SectorRange> ranges() {
    return sectors.stream()
        .map(this::range)
        .sorted(Comparator.comparingDouble(SectorRange::lowPoints))
        .toList();
  }

  /** What the whole economy may lose, percent of usual output: larger loss first. */
  public double lowPercent() {
    return ranges().stream().mapToDouble(SectorRange::lowPoints).sum();
  }

  /** The smaller loss. */
  public double highPercent() {
    return ranges().stream().mapToDouble(SectorRange::highPoints).sum();
  }

  /** What was assumed, in sentences to be printed under the table. */
  public List<String> assumptions() {
    return List.of(
        "Mean stringency of the quarter is %.0f of 100.".formatted(stringency),
        "Sectors lose in proportion to stringency, between what China's lost in 2020-Q1 and -Q2.",
        "Loss is growth on the year before less %.0f %%, usual before.".formatted(USUAL_PERCENT),
        "This is a scenario, not a forecast; it is not scored.");
  }

  private SectorRange range(Sector sector) {
    double first = loss(sector.firstQuarterPercent()) * stringency / FIRST_STRINGENCY;
    double second = loss(sector.secondQuarterPercent()) * stringency / SECOND_STRINGENCY;
    double low = Math.max(-PERCENT, Math.min(first, second));
    double high = Math.max(-PERCENT, Math.max(first, second));
    double share = sector.sharePercent() / PERCENT;
    return new SectorRange(sector, low, high, low * share, high * share);
  }

  private static double loss(double growthPercent) {
    return PERCENT * ((1 + growthPercent / PERCENT) / (1 + USUAL_PERCENT / PERCENT) - 1);
  }
}
