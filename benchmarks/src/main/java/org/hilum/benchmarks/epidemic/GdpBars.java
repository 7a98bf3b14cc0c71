package org.hilum.benchmarks.epidemic;

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
    page.text("Remarks: " + (report.remarks().isEmpty() ? "none" : report.remarks()) + ".");
  }
}
