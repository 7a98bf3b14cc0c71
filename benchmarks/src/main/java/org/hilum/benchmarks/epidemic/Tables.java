package org.hilum.benchmarks.epidemic;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the tables of the data folder, row by row, with their header's names. */
final class Tables {

  private final Path folder;

  Tables(Path folder) {
    this.folder = folder;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  void each(String name, Consumer<CSVRecord> row) throws IOException {
    try (var bytes = new BufferedInputStream(Files.newInputStream(file(name)));
        var text =
            new InputStreamReader(
                name.endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes,
                StandardCharsets.UTF_8);
        var rows = CSVParser.parse(text, CSVFormat.DEFAULT.builder().setHeader().get())) {
      rows.forEach(row);
    }
  }

  /** The cells of every row after the header, for large tables without quotes. */
  void eachPlain(String name, Consumer<String[]> row) throws IOException {
    try (var bytes = new BufferedInputStream(Files.newInputStream(file(name)));
        var text =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(bytes, 1 << 16), StandardCharsets.UTF_8))) {
      text.readLine();
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        row.accept(line.split(",", -1));
      }
    }
  }

  static double number(String text) {
    return text.isEmpty() || text.equals("NA") ? Double.NaN : Double.parseDouble(text);
  }
}
