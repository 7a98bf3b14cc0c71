package org.hilum.epidemic.economy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.hilum.epidemic.economy.table.GdpTable;
import org.hilum.epidemic.economy.table.GrowthTable;
import org.hilum.epidemic.economy.table.StringencyTable;
import org.hilum.epidemic.economy.table.TableFile;

/**
 * Reads a folder with the economic files, packed ({@code .gz}) or not, or says why not.
 *
 * <p>In: {@code oecd_gdp_quarterly.csv}, {@code oxcgrt_stringency.csv}, and {@code
 * worldbank_gdp_growth_annual.csv} where outlooks are to be compared.
 */
public final class EconomyFolder {

  private static final Source GDP =
      new Source(
          "OECD, quarterly national accounts: volume, seasonally adjusted (VPVOBARSA)",
          "OECD terms: free use with the source named",
          "https://stats.oecd.org/index.aspx?queryid=66948",
          "edition with %s as its last quarter");
  private static final Source STRINGENCY =
      new Source(
          "Oxford COVID-19 Government Response Tracker, stringency index (hale2021)",
          "CC BY 4.0",
          "https://github.com/OxCGRT/covid-policy-dataset",
          "final edition, 2023; not the one of each day");
  private static final Source GROWTH =
      new Source(
          "World Bank, GDP growth, NY.GDP.MKTP.KD.ZG",
          "CC BY 4.0",
          "https://data.worldbank.org/indicator/NY.GDP.MKTP.KD.ZG",
          "2024-09-19");

  private EconomyFolder() {}

  /** Reads it. */
  public static EconomyReading read(Path folder) {
    List<EconomyRemark> refusals = new ArrayList<>();
    Optional<TableFile> gdp = need(folder, GdpTable.FILE, refusals);
    Optional<TableFile> stringency = need(folder, StringencyTable.FILE, refusals);
    Optional<TableFile> growth = TableFile.in(folder, GrowthTable.FILE);
    var levels = gdp.map(GdpTable::read).orElse(Map.of());
    var strictness = stringency.map(StringencyTable::read).orElse(Map.of());
    var annual = growth.map(GrowthTable::read).orElse(Map.of());
    List.of(gdp, stringency, growth)
        .forEach(one -> one.ifPresent(file -> refusals.addAll(file.complaints())));
    return refusals.isEmpty()
        ? new EconomyReading.Read(joined(levels, strictness, annual))
        : new EconomyReading.Refused(refusals);
  }

  private static Optional<TableFile> need(Path folder, String name, List<EconomyRemark> refusals) {
    Optional<TableFile> file = TableFile.in(folder, name);
    if (file.isEmpty()) {
      refusals.add(
          new EconomyRemark(
              EconomyReason.FILE_MISSING,
              "Neither " + name + " nor " + name + ".gz is there.",
              name));
    }
    return file;
  }

  /** Groups of countries (OECD, euro area, G-7) have no stringency: they would count twice. */
  private static EconomyData joined(
      Map<String, GdpLevels> levels,
      Map<String, DailyStringency> strictness,
      Map<String, NavigableMap<Integer, Double>> annual) {
    Map<String, GdpLevels> countries = new HashMap<>(levels);
    countries.keySet().retainAll(strictness.keySet());
    List<EconomyRemark> remarks =
        levels.values().stream()
            .filter(one -> !countries.containsKey(one.location()))
            .sorted(Comparator.comparing(GdpLevels::location))
            .map(one -> leftOut(one.name(), one.location()))
            .toList();
    return new EconomyData(countries, strictness, annual, sources(countries, annual), remarks);
  }

  private static EconomyRemark leftOut(String name, String code) {
    return new EconomyRemark(
        EconomyReason.NOT_A_COUNTRY, name + " has no stringency and is left out.", code);
  }

  private static List<Source> sources(
      Map<String, GdpLevels> gdp, Map<String, NavigableMap<Integer, Double>> annual) {
    String last =
        gdp.values().stream()
            .filter(one -> !one.levels().isEmpty())
            .map(one -> one.levels().lastKey())
            .max(Quarter::compareTo)
            .map(Quarter::toString)
            .orElse("none");
    Source levels = new Source(GDP.name(), GDP.licence(), GDP.url(), GDP.asOf().formatted(last));
    return annual.isEmpty() ? List.of(levels, STRINGENCY) : List.of(levels, STRINGENCY, GROWTH);
  }
}
