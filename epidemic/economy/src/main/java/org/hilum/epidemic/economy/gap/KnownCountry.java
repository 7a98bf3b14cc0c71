package org.hilum.epidemic.economy.gap;

import java.time.LocalDate;
import java.util.Optional;
import org.hilum.epidemic.economy.DailyStringency;
import org.hilum.epidemic.economy.GdpLevels;
import org.hilum.epidemic.economy.Quarter;

/**
 * One country as known on a day.
 *
 * @param gdp quarters published by then
 * @param path where output would be without the epidemic
 * @param stringency of each day; later days are not looked at
 */
public record KnownCountry(GdpLevels gdp, OldPath path, DailyStringency stringency) {

  /**
   * Days from a quarter's end until its output is published: by then the OECD has nearly all
   * members.
   */
  static final int PUBLICATION_DAYS = 75;

  /** What was published by a day; empty when that is too little. */
  static Optional<KnownCountry> of(
      GdpLevels gdp, DailyStringency stringency, Quarter base, LocalDate asOf) {
    Quarter next = Quarter.of(asOf.minusDays(PUBLICATION_DAYS).plusDays(1));
    GdpLevels known = gdp.until(next.plus(-1));
    return OldPath.of(known, base).map(path -> new KnownCountry(known, path, stringency));
  }

  /** Whether a quarter's output was published. */
  public boolean knows(Quarter quarter) {
    return gdp.levels().containsKey(quarter);
  }

  /** The last quarter published after which nothing is. */
  public Quarter lastKnown() {
    return gdp.levels().lastKey();
  }

  double gap(Quarter quarter) {
    return path.gapPercent(gdp, quarter);
  }
}
