package org.hilum.epidemic.economy;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * All economic figures that were read.
 *
 * @param gdp quarterly output by three-letter code, countries only
 * @param stringency daily stringency by three-letter code
 * @param annualGrowthPercent growth of real output by code and year, percent
 * @param sources where the figures come from
 * @param remarks what is unusual about them
 */
public record EconomyData(
    Map<String, GdpLevels> gdp,
    Map<String, DailyStringency> stringency,
    Map<String, NavigableMap<Integer, Double>> annualGrowthPercent,
    List<Source> sources,
    List<EconomyRemark> remarks) {

  public EconomyData {
    gdp = Map.copyOf(gdp);
    stringency = Map.copyOf(stringency);
    annualGrowthPercent = Map.copyOf(annualGrowthPercent);
    sources = List.copyOf(sources);
    remarks = List.copyOf(remarks);
  }

  /** Codes with output and stringency, in order of the alphabet. */
  public List<String> countries() {
    return gdp.keySet().stream().filter(stringency::containsKey).sorted().toList();
  }
}
