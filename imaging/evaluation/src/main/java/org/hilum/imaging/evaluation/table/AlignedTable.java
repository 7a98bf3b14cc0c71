package org.hilum.imaging.evaluation.table;

import java.util.ArrayList;
import java.util.List;

/** A Markdown table whose columns line up, so that it can be read unrendered too. */
final class AlignedTable {

  private AlignedTable() {}

  /** The lines of a table; the first row is its head. */
  static List<String> of(List<List<String>> rows) {
    int columns = rows.getFirst().size();
    var widths = new int[columns];
    for (var row : rows) {
      for (int n = 0; n < columns; n++) {
        widths[n] = Math.max(widths[n], Math.max(3, escaped(row.get(n)).length()));
      }
    }
    var lines = new ArrayList<String>();
    for (var row : rows) {
      lines.add(line(row, widths));
      if (lines.size() == 1) {
        lines.add(rule(widths));
      }
    }
    return lines;
  }

  private static String line(List<String> row, int[] widths) {
    var line = new StringBuilder("|");
    for (int n = 0; n < widths.length; n++) {
      var cell = escaped(row.get(n));
      line.append(' ').append(cell).append(" ".repeat(widths[n] - cell.length())).append(" |");
    }
    return line.toString();
  }

  private static String rule(int[] widths) {
    var line = new StringBuilder("|");
    for (int width : widths) {
      line.append(" ").append("-".repeat(width)).append(" |");
    }
    return line.toString();
  }

  private static String escaped(String cell) {
    return cell.replace("|", "\\|").replaceAll("\\R", " ");
  }
}
