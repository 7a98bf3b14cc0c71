package org.hilum.epidemic.economy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All nowcasts of a quarter as of a day, with what they rest on.
 *
 * @param quarter which
 * @param asOf the day of knowledge
 * @param nowcasts one per country, in order of code
 * @param reasons what was learnt and from whom, in sentences
 * @param sources to be shown with the figures
 * @param remarks what is unusual
 */
public record NowcastRun(
    Quarter quarter,
    LocalDate asOf,
    List<GdpNowcast> nowcasts,
    List<String> reasons,
    List<Source> sources,
    List<EconomyRemark> remarks) {

  public NowcastRun {
    nowcasts = List.copyOf(nowcasts);
    reasons = List.copyOf(reasons);
    sources = List.copyOf(sources);
    remarks = List.copyOf(remarks);
  }

  /** The nowcast of a country. */
  public Optional<GdpNowcast> of(String location) {
    return nowcasts.stream().filter(one -> one.location().equals(location)).findFirst();
  }
}
