package org.hilum.benchmarks.epidemic;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.DelayDistribution;
import org.hilum.epidemic.surveillance.FatalityEstimate;
import org.hilum.epidemic.surveillance.FatalityRatio;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;

/** Case fatality on the example data of the R package cfr, beside the values it publishes. */
final class FatalityBars {

  private static final String EVERYWHERE = "";

  private FatalityBars() {}

  static void run(Tables tables, Page page) throws IOException {
    var ebola = read(tables, "cfr/ebola1976.csv", EVERYWHERE, LocalDate.of(1976, 12, 31));
    var begun = read(tables, "cfr/ebola1976.csv", EVERYWHERE, LocalDate.of(1976, 9, 23));
    var kingdom =
        read(tables, "cfr/covid_data.csv.gz", "United Kingdom", LocalDate.of(2020, 6, 30));
    var days = DelayDistribution.EBOLA_ONSET_TO_DEATH;
    page.table("what", "ours", "published", "largest difference");
    row(page, "Ebola 1976, naive", ebola.naive(), 0.9551, 0.9211, 0.9774);
    row(page, "Ebola 1976, adjusted for delay", ebola.adjusted(days), 0.9592, 0.9295, 0.9793);
    row(page, "its first 30 days, naive", begun.naive(), 0.4741, 0.3875, 0.5618);
    row(page, "its first 30 days, adjusted", begun.adjusted(days), 0.9422, 0.8701, 0.9819);
    row(
        page,
        "United Kingdom to 2020-06-30, part of the cases found",
        kingdom.ascertainment(DelayDistribution.COVID_ONSET_TO_DEATH, 0.014),
        0.0678,
        0.0673,
        0.0683);
  }

  private static FatalityRatio read(Tables tables, String file, String country, LocalDate until)
      throws IOException {
    var cases = new DatedCounts(Measure.CASES, Rhythm.DAILY);
    var deaths = new DatedCounts(Measure.DEATHS, Rhythm.DAILY);
    tables.each(
        file,
        row -> {
          LocalDate date = LocalDate.parse(row.get("date"));
          boolean wanted = country.isEmpty() || row.get("country").equals(country);
          if (wanted && !date.isAfter(until)) {
            cases.put(country, date, Tables.number(row.get("cases")));
            deaths.put(country, date, Tables.number(row.get("deaths")));
          }
        });
    return FatalityRatio.of(only(cases), only(deaths));
  }

  private static CaseCounts only(DatedCounts counts) {
    return counts.increments().getFirst();
  }

  private static void row(
      Page page, String what, FatalityEstimate estimate, double ratio, double lower, double upper) {
    switch (estimate) {
      case FatalityEstimate.NotEstimated none ->
          page.row(what, "not estimated", four(ratio, lower, upper), "–");
      case FatalityEstimate.Estimated some ->
          page.row(
              what,
              four(some.ratio(), some.lower(), some.upper()),
              four(ratio, lower, upper),
              String.format(
                  Locale.ROOT,
                  "%.5f",
                  Math.max(
                      Math.abs(some.ratio() - ratio),
                      Math.max(Math.abs(some.lower() - lower), Math.abs(some.upper() - upper)))));
    }
  }

  private static String four(double ratio, double lower, double upper) {
    return String.format(Locale.ROOT, "%.4f (%.4f–%.4f)", ratio, lower, upper);
  }
}
