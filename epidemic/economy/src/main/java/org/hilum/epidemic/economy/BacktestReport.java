package org.hilum.epidemic.economy;

import java.util.List;
import java.util.Locale;

/**
 * How the nowcast and the outlook did on quarters and years whose figures are known by now.
 *
 * @param rows one per target and method; none when the folder was refused
 * @param sources of the figures
 * @param remarks why the folder was refused, or what is unusual
 */
public record BacktestReport(
    List<BacktestRow> rows, List<Source> sources, List<EconomyRemark> remarks) {

  public BacktestReport {
    rows = List.copyOf(rows);
    sources = List.copyOf(sources);
    remarks = List.copyOf(remarks);
  }

  /** The rows as a table in Markdown. */
  public String table() {
    StringBuilder table =
        new StringBuilder(
            """
            | target | method | as of | n | RMSE | 90 % | MAE | bias | in 50 % | in 95 % |
            |---|---|---|---|---|---|---|---|---|---|
            """);
    for (BacktestRow row : rows) {
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %d | %.2f | %.2f–%.2f | %.2f | %.2f | %s | %s |%n",
              row.target(),
              row.method(),
              row.asOf(),
              row.countries(),
              row.rmse(),
              row.rmseLow(),
              row.rmseHigh(),
              row.mae(),
              row.bias(),
              fraction(row.coverage50()),
              fraction(row.coverage95())));
    }
    return table.toString();
  }

  private static String fraction(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
  }
}
