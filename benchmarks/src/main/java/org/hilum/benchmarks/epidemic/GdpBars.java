package org.hilum.benchmarks.epidemic;

import java.util.stream.Collectors;
import org.hilum.epidemic.economy.BacktestReport;
import org.hilum.epidemic.economy.GdpBacktest;

/** Output by quarter and year as it could be said in 2020, beside rivals. */
final class GdpBars {

  private GdpBars() {}

  static void run(Tables tables, Page page) {
    BacktestReport report = GdpBacktest.run(tables.file("economy"));
    page.text("Errors in percentage points, over countries.");
    page.text("");
    page.text(report.table());
    page.text(
        report.remarks().size()
            + " remarks"
            + report.remarks().stream()
                .map(remark -> remark.reason().code())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", ", ": ", ""))
            + ".");
  }
}
