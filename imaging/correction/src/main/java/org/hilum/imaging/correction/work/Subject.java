package org.hilum.imaging.correction.work;

import java.util.Optional;
import org.hilum.imaging.correction.CaseReadings.KeptResult;
import org.hilum.imaging.correction.sql.CorrectionRow;
import org.hilum.imaging.correction.sql.CorrectionTable.Applied;
import org.hilum.imaging.worklist.CaseKey;

/**
 * What a correction is of, and what was done to it.
 *
 * @param network the network's reading
 * @param row empty before the first step
 * @param applied what is in force; empty where the network's reading is
 */
record Subject(
    CaseKey key,
    KeptResult network,
    Optional<CorrectionRow> row,
    History history,
    Optional<Applied> applied) {

  OpenCorrections.Of which() {
    return new OpenCorrections.Of(key, network.id());
  }

  boolean isApplied() {
    return applied.filter(each -> each.revision() == history.revision()).isPresent();
  }
}
