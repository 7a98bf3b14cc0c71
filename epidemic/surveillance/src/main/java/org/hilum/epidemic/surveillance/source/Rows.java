package org.hilum.epidemic.surveillance.source;

import org.hilum.epidemic.surveillance.table.BrokenTableException;
import org.hilum.epidemic.surveillance.table.CsvTable;

/** What every row must be. */
final class Rows {
  private Rows() {}

  static void checkWhole(CsvTable table) throws BrokenTableException {
    if (!table.isWhole()) {
      throw new BrokenTableException(
          "The row has %d cells, the header %d.".formatted(table.cells(), table.header().size()),
          table.line());
    }
  }
}
