package org.hilum.imaging.evaluation;

/**
 * What is wrong at one place of a manifest.
 *
 * @param line from 1, the header being the first; 0 for the whole file
 * @param column name of the column; empty for the whole line
 */
public record ManifestFault(int line, String column, String message) {

  @Override
  public String toString() {
    return (line == 0 ? "manifest" : "line " + line)
        + (column.isEmpty() ? "" : ", column " + column)
        + ": "
        + message;
  }
}
