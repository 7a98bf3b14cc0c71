package org.hilum.imaging.evaluation;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hilum.imaging.evaluation.ManifestResult.ManifestRead;
import org.hilum.imaging.evaluation.ManifestResult.ManifestRefused;
import org.hilum.imaging.evaluation.manifest.CsvTable;

/**
 * Reads the manifest of an evaluation.
 *
 * <p>In: comma-separated values in UTF-8 with a header; columns {@code case} and {@code image} must
 * be there, {@code lungs, opacity, setAside, lesionFree, patient, group, network, spacingKnown}
 * may; in any order. Paths are relative to the manifest. <br>
 * Refuses: all faults at once, by line and column.
 */
public final class ManifestReader {

  private static final Set<String> REQUIRED = Set.of("case", "image");

  private static final List<String> COLUMNS =
      List.of(
          "case",
          "image",
          "lungs",
          "opacity",
          "setAside",
          "lesionFree",
          "patient",
          "group",
          "network",
          "spacingKnown");

  private final Path folder;
  private final List<ManifestFault> faults = new ArrayList<>();

  private ManifestReader(Path folder) {
    this.folder = folder;
  }

  /** Reads a file. */
  public static ManifestResult read(Path manifest) throws IOException {
    if (!Files.isRegularFile(manifest)) {
      return refused("there is no such file: " + manifest);
    }
    try {
      var parent = manifest.toAbsolutePath().getParent();
      var folder = parent == null ? Path.of("").toAbsolutePath() : parent;
      return new ManifestReader(folder).read(CsvTable.of(Files.readString(manifest)));
    } catch (CharacterCodingException notUtf8) {
      return refused("the file is not in UTF-8: save it as CSV UTF-8");
    }
  }

  private static ManifestResult refused(String message) {
    return new ManifestRefused(List.of(new ManifestFault(0, "", message)));
  }

  private ManifestResult read(CsvTable table) {
    if (table.endsInQuotes()) {
      fault(0, "", "a quoted value is not closed: look for a single \"");
    }
    if (table.rows().isEmpty()) {
      fault(0, "", "the file is empty: a header and at least one case are needed");
      return new ManifestRefused(faults);
    }
    var header = header(table.rows().getFirst());
    var rows = table.rows().subList(1, table.rows().size());
    if (rows.isEmpty()) {
      fault(0, "", "there is a header and no case");
    }
    var read = new ArrayList<ManifestRow>();
    int columns = table.rows().getFirst().values().size();
    if (!header.isEmpty()) {
      rows.forEach(row -> read.add(row(row, header, columns)));
    }
    requireDistinct(read);
    return faults.isEmpty() ? new ManifestRead(read) : new ManifestRefused(faults);
  }

  /** Places of the columns by name. */
  private Map<String, Integer> header(CsvTable.Row row) {
    var places = new HashMap<String, Integer>();
    if (row.values().size() == 1 && row.values().getFirst().contains(";")) {
      fault(row.line(), "", "columns are parted by semicolons: save the file with commas");
      return places;
    }
    for (int n = 0; n < row.values().size(); n++) {
      var written = row.values().get(n);
      var name = known(written);
      if (name.isEmpty()) {
        fault(
            row.line(),
            written,
            "is no column of a manifest; the columns are " + String.join(", ", COLUMNS));
      } else if (places.put(name, n) != null) {
        fault(row.line(), name, "stands twice");
      }
    }
    COLUMNS.stream()
        .filter(column -> REQUIRED.contains(column) && !places.containsKey(column))
        .forEach(column -> fault(row.line(), column, "is missing"));
    return places;
  }

  private static String known(String written) {
    return COLUMNS.stream()
        .filter(column -> column.toLowerCase(Locale.ROOT).equals(written.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse("");
  }

  private ManifestRow row(CsvTable.Row row, Map<String, Integer> header, int columns) {
    if (row.values().size() != columns) {
      fault(
          row.line(),
          "",
          "has %d values where the header has %d".formatted(row.values().size(), columns));
    }
    var values = new HashMap<String, String>();
    header.forEach(
        (column, place) -> {
          if (place < row.values().size()) {
            values.put(column, row.values().get(place));
          }
        });
    return new ManifestCells(folder, row.line(), values, faults).row();
  }

  private void requireDistinct(List<ManifestRow> rows) {
    var lines = new HashMap<String, Integer>();
    for (var row : rows) {
      var earlier = lines.putIfAbsent(row.id(), row.line());
      if (earlier != null && !row.id().isEmpty()) {
        fault(row.line(), "case", "'" + row.id() + "' is also the case of line " + earlier);
      }
    }
  }

  private void fault(int line, String column, String message) {
    faults.add(new ManifestFault(line, column, message));
  }
}
