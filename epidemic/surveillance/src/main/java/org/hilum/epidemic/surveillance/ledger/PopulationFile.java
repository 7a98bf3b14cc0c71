package org.hilum.epidemic.surveillance.ledger;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.hilum.epidemic.surveillance.table.BrokenTableException;
import org.hilum.epidemic.surveillance.table.Cells;
import org.hilum.epidemic.surveillance.table.CsvTable;

/** Reads a file of {@code location,population}. */
public final class PopulationFile {
  private PopulationFile() {}

  /**
   * @param problems takes all that is wrong
   */
  public static Map<String, Long> read(Path file, Problems problems) {
    var populations = new HashMap<String, Long>();
    try (var table = CsvTable.open(file)) {
      int place = table.needed("location");
      int persons = table.needed("population");
      while (table.next()) {
        try {
          row(table, place, persons, populations);
        } catch (BrokenTableException e) {
          problems.add(e);
        }
      }
    } catch (BrokenTableException e) {
      problems.add(e);
    }
    return populations;
  }

  private static void row(CsvTable table, int place, int persons, Map<String, Long> populations)
      throws BrokenTableException {
    long line = table.line();
    table.checkWhole();
    var name = Cells.place(table.cell(place), line);
    double count = Cells.count(table.cell(persons), line);
    if (Double.isNaN(count)) {
      return;
    }
    if (count < 1) {
      throw new BrokenTableException("A population is below one.", line);
    }
    if (populations.put(name, Math.round(count)) != null) {
      throw new BrokenTableException(name + " has two populations; leave one out.", line);
    }
  }
}
