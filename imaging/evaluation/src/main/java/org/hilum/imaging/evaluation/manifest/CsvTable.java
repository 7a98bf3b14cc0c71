package org.hilum.imaging.evaluation.manifest;

import java.util.ArrayList;
import java.util.List;

/**
 * The records of a text of comma-separated values.
 *
 * <p>Source: RFC 4180; a byte order mark is passed over, lines may end in LF or CRLF, blank lines
 * are left out, and blanks around unquoted values are dropped. <br>
 * Limits: a quote inside an unquoted value is taken as it stands.
 */
public final class CsvTable {

  /**
   * One record.
   *
   * @param line of the text on which it begins, from 1
   */
  public record Row(int line, List<String> values) {
    public Row {
      values = List.copyOf(values);
    }
  }

  private final String text;
  private final List<Row> rows = new ArrayList<>();
  private int at;
  private int line = 1;
  private boolean unclosed;

  private CsvTable(String text) {
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Reads a text. */
  public static CsvTable of(String text) {
    var table = new CsvTable(text);
    while (table.at < table.text.length()) {
      table.row();
    }
    return table;
  }

  /** The records that hold anything. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** Whether the text ends inside a quoted value. */
  public boolean endsInQuotes() {
    return unclosed;
  }

  private void row() {
    int begins = line;
    var values = new ArrayList<String>();
    values.add(value());
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      values.add(value());
    }
    endLine();
    if (values.stream().anyMatch(value -> !value.isEmpty())) {
      rows.add(new Row(begins, values));
    }
  }

  private void endLine() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line++;
  }

  private String value() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
  }

  private String plain() {
    int from = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at).strip();
  }

  private String quoted() {
    var value = new StringBuilder();
    at++;
    while (at < text.length()) {
      char next = text.charAt(at++);
      if (next == '"' && (at >= text.length() || text.charAt(at) != '"')) {
        return value + plain();
      }
      if (next == '"') {
        at++;
      }
      line += next == '\n' ? 1 : 0;
      value.append(next);
    }
    unclosed = true;
    return value.toString();
  }
}
