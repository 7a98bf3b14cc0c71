package org.hilum.epidemic.surveillance.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hilum.epidemic.surveillance.Remark;
import org.hilum.epidemic.surveillance.Remark.Said;
import org.hilum.epidemic.surveillance.Saying;
import org.hilum.epidemic.surveillance.SurveillanceReason;
import org.hilum.epidemic.surveillance.table.BrokenTableException;

/** Gathers what is wrong with one file: all of it, but not a page for every row. */
public final class Problems {

  /** So many are told one by one; the rest is counted. */
  static final int TOLD = 20;

  private final String file;
  private final List<Remark> told = new ArrayList<>();
  private final Map<SurveillanceReason, Long> more = new EnumMap<>(SurveillanceReason.class);

  /**
   * @param file name of the file as its sender knows it
   */
  public Problems(String file) {
    this.file = file;
  }

  /** A row or the file is not understood. */
  public void add(BrokenTableException broken) {
    add(SurveillanceReason.UNREADABLE_ROW, broken.sentence(), broken.line());
  }

  /** Something is wrong at a line; 0 when it is the whole file. */
  public void add(SurveillanceReason reason, String message, long line) {
    if (told.size() < TOLD) {
      told.add(new Remark(reason, message, line > 0 ? file + ", line " + line : file));
    } else {
      more.merge(reason, 1L, Long::sum);
    }
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return told.isEmpty();
  }

  /** All that is wrong, in the order of the file. */
  public List<Remark> all() {
    var all = new ArrayList<>(told);
    more.forEach((reason, rows) -> all.add(new Remark(reason, Said.of(what(reason), rows), file)));
    return all;
  }

  private static Saying what(SurveillanceReason reason) {
    return reason == SurveillanceReason.FUTURE_ROW
        ? Saying.MORE_ROWS_TOO_LATE
        : Saying.MORE_ROWS_NOT_UNDERSTOOD;
  }
}
