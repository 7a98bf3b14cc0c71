package org.hilum.epidemic.economy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All outlooks of a year as of a day, under one scenario.
 *
 * @param year calendar year
 * @param asOf the day of knowledge
 * @param scenario how measures are taken to go on
 * @param outlooks one per country, in order of code
 * @param sources to be shown with the figures
 * @param remarks what is unusual
 */
public record OutlookRun(
    int year,
    LocalDate asOf,
    StringencyScenario scenario,
    List<AnnualOutlook> outlooks,
    List<Source> sources,
    List<EconomyRemark> remarks) {

  public OutlookRun {
    outlooks = List.copyOf(outlooks);
    sources = List.copyOf(sources);
    remarks = List.copyOf(remarks);
  }

  /** The outlook of a country. */
  public Optional<AnnualOutlook> of(String location) {
    return outlooks.stream().filter(one -> one.location().equals(location)).findFirst();
  }
}
