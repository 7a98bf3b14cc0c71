package org.hilum.epidemic.surveillance.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Vintage;

/** Writes the files of one vintage, the same bytes for the same counts, safe on disk on return. */
public final class VintageFiles {

  private static final String PACKED = ".gz";
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private VintageFiles() {}

  /** Writes a vintage into an empty folder, packed. */
  public static void write(Vintage vintage, Path folder) throws IOException {
    write(vintage, folder, PACKED);
  }

  /** Writes a vintage into an empty folder, to be looked at by people too. */
  public static void writePlain(Vintage vintage, Path folder) throws IOException {
    write(vintage, folder, "");
  }

  private static void write(Vintage vintage, Path folder, String ending) throws IOException {
    for (var measure : Measure.values()) {
      var series = vintage.of(measure);
      if (!series.isEmpty()) {
        table(folder.resolve(measure.file() + ending), csv -> counts(csv, series));
      }
    }
    if (!vintage.populations().isEmpty()) {
      table(folder.resolve("populations.csv" + ending), csv -> populations(csv, vintage));
    }
    force(folder);
  }

  @FunctionalInterface
  private interface Content {
    void print(CSVPrinter csv) throws IOException;
  }

  private static void table(Path file, Content content) throws IOException {
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var bytes = Channels.newOutputStream(channel);
      if (file.toString().endsWith(PACKED)) {
        var packed = new GZIPOutputStream(bytes, 1 << 16);
        print(content, packed);
        packed.finish();
      } else {
        print(content, bytes);
      }
      channel.force(true);
    }
  }

  private static void print(Content content, OutputStream bytes) throws IOException {
    var text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    var csv = new CSVPrinter(text, FORMAT);
    content.print(csv);
    csv.flush();
  }

  private static void counts(CSVPrinter csv, List<CaseCounts> series) throws IOException {
    csv.printRecord("location", "date", "value");
    for (var one : series) {
      for (int step = 0; step < one.size(); step++) {
        csv.printRecord(one.location(), one.dateAt(step), number(one.at(step)));
      }
    }
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static void populations(CSVPrinter csv, Vintage vintage) throws IOException {
    csv.printRecord("location", "population");
    for (var entry : new TreeMap<>(vintage.populations()).entrySet()) {
      csv.printRecord(entry.getKey(), entry.getValue());
    }
  }

  /** Makes the names in a folder safe on disk. */
  public static void force(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Whether two folders hold the same files with the same bytes. */
  public static boolean isSame(Path one, Path other) throws IOException {
    var names = names(one);
    if (!names.equals(names(other))) {
      return false;
    }
    for (var name : names) {
      if (Files.mismatch(one.resolve(name), other.resolve(name)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  /** Removes a folder of files that did not become a vintage. */
  public static void remove(Path folder) throws IOException {
    for (var name : names(folder)) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Files.deleteIfExists(folder);
  }
}
