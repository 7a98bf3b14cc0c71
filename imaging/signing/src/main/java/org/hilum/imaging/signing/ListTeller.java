package org.hilum.imaging.signing;

import org.hilum.imaging.signing.sql.ReportTable;
import org.hilum.imaging.worklist.ReportDesk;
import org.hilum.imaging.worklist.ReportMark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the worklist how far reports are; what it could not tell it tells later. */
record ListTeller(ReportTable table, ReportDesk desk) {

  private static final Logger LOG = LoggerFactory.getLogger(ListTeller.class);

  void tell(CaseReport report) {
    try {
      var basis = report.text().basis();
      desk.tell(
          report.key(),
          new ReportMark(
              ReportMark.State.valueOf(report.state().name()),
              report.by(),
              report.at(),
              report.text().isCritical(),
              basis == null ? 0 : basis.version()));
      table.told(report.key(), report.revision());
    } catch (RuntimeException failed) {
      LOG.warn("case {}: the worklist was not told of the report", report.key().subject(), failed);
    }
  }

  void takeUp() {
    table.untold().forEach(key -> tell(table.report(key)));
  }
}
