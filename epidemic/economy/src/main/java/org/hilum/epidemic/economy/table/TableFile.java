package org.hilum.epidemic.economy.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hilum.epidemic.economy.EconomyReason;
import org.hilum.epidemic.economy.EconomyRemark;

/** Which rows a comma-separated file holds, packed or not, with what is wrong by line. */
public final class TableFile {

  /** One row by column name. */
  public record Row(long line, Map<String, Integer> columns, CSVRecord record) {
    /** The field of a column without spaces around it; empty where the row is too short. */
    public String get(String column) {
      Integer at = columns.get(column);
      return at == null || at >= record.size() ? "" : record.get(at).strip();
    }
  }

  /** More than this many complaints about one file help nobody. */
  private static final int MOST_COMPLAINTS = 20;

  private final Path path;
  private final List<EconomyRemark> complaints = new ArrayList<>();

  private TableFile(Path path) {
    this.path = path;
  }

  /** The file of that name, or of that name packed ({@code .gz}), if the folder has it. */
  public static Optional<TableFile> in(Path folder, String name) {
    for (String one : List.of(name, name + ".gz")) {
      Path path = folder.resolve(one);
      if (Files.isRegularFile(path)) {
        return Optional.of(new TableFile(path));
      }
    }
    return Optional.empty();
  }

  /** The rows under the first row that is a header; complains when there is none. */
  public List<Row> rowsUnder(Predicate<List<String>> isHeader, String wanted) {
    List<Row> rows = new ArrayList<>();
    Map<String, Integer> columns = new HashMap<>();
    try (Reader reader = open();
        CSVParser parser = CSVFormat.DEFAULT.parse(reader)) {
      long line = 1;
      for (CSVRecord record : parser) {
        if (!columns.isEmpty()) {
          rows.add(new Row(line, columns, record));
        } else if (isHeader.test(names(record))) {
          names(record).forEach(name -> columns.putIfAbsent(name, names(record).indexOf(name)));
        }
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException | UncheckedIOException | IllegalStateException broken) {
      complain(EconomyReason.UNREADABLE, "The file breaks off or is no text: " + broken, 0);
    }
    if (columns.isEmpty()) {
      complain(EconomyReason.UNREADABLE, "No header with " + wanted + " was found", 1);
    }
    return rows;
  }

  /** Notes what is wrong with a line; 0 is the whole file. */
  public void complain(EconomyReason reason, String message, long line) {
    if (complaints.size() < MOST_COMPLAINTS) {
      String where = path.getFileName() + (line > 0 ? ", line " + line : "");
      complaints.add(new EconomyRemark(reason, message + ".", where));
    }
  }

  /** What was wrong. */
  public List<EconomyRemark> complaints() {
    return List.copyOf(complaints);
  }

  /** Names without spaces and the mark that some programs put before a file's first letter. */
  private static List<String> names(CSVRecord record) {
    return record.stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
  }

  private Reader open() throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(path));
    try {
      if (path.toString().endsWith(".gz")) {
        bytes = new GZIPInputStream(bytes);
      }
    } catch (IOException notPacked) {
      bytes.close();
      throw notPacked;
    }
    return new InputStreamReader(bytes, StandardCharsets.UTF_8);
  }
}
