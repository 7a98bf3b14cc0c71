package org.hilum.imaging.evaluation;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hilum.imaging.evaluation.MaskSource.SegmentChoice;
import org.hilum.imaging.vocabulary.Side;

/** The cells of one line of a manifest; what is wrong with them is gathered, not thrown. */
final class ManifestCells {

  private static final Pattern SEGMENTS = Pattern.compile("(.+)#([^#/\\\\]*)");
  private static final Pattern SEGMENT = Pattern.compile("([LR]?)([1-9][0-9]{0,4})");

  private final Path folder;
  private final int line;
  private final Map<String, String> values;
  private final List<ManifestFault> faults;

  ManifestCells(Path folder, int line, Map<String, String> values, List<ManifestFault> faults) {
    this.folder = folder;
    this.line = line;
    this.values = values;
    this.faults = faults;
  }

  ManifestRow row() {
    var id = required("case");
    var row =
        new ManifestRow(
            line,
            id,
            existing("image", required("image")),
            mask("lungs"),
            mask("opacity"),
            mask("setAside"),
            truth("lesionFree", false),
            text("patient").isEmpty() ? id : text("patient"),
            text("group"),
            network(),
            truth("spacingKnown", true));
    requireSense(row);
    return row;
  }

  private void requireSense(ManifestRow row) {
    if (row.lesionFree() && row.opacity().isPresent()) {
      fault("lesionFree", "says that there is no opacity; leave opacity empty, or lesionFree");
    }
    if (row.lungs().isEmpty() && row.opacity().isEmpty() && !row.lesionFree()) {
      fault("", "has nothing to compare with: give lungs, opacity or lesionFree");
    }
  }

  private String text(String column) {
    return values.getOrDefault(column, "");
  }

  private String required(String column) {
    if (text(column).isEmpty() && values.containsKey(column)) {
      fault(column, "is empty");
    }
    return text(column);
  }

  private Path existing(String column, String written) {
    try {
      var path = folder.resolve(written).normalize();
      if (!written.isEmpty() && !Files.exists(path)) {
        fault(column, "there is no file or folder '" + written + "' (looked for " + path + ")");
      }
      return path;
    } catch (InvalidPathException impossible) {
      fault(column, "'" + written + "' cannot be a path");
      return folder;
    }
  }

  private Optional<MaskSource> mask(String column) {
    var written = text(column);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    var parts = SEGMENTS.matcher(written);
    return parts.matches()
        ? Optional.of(
            new MaskSource(existing(column, parts.group(1)), segments(column, parts.group(2))))
        : Optional.of(new MaskSource(existing(column, written), List.of()));
  }

  private List<SegmentChoice> segments(String column, String written) {
    var choices = new ArrayList<SegmentChoice>();
    for (var each : written.split("\\+", -1)) {
      var segment = SEGMENT.matcher(each.strip());
      if (!segment.matches()) {
        fault(
            column, "'#" + written + "' does not name segments: write for example #1+2, or #L1+R2");
        return List.of();
      }
      choices.add(new SegmentChoice(Integer.parseInt(segment.group(2)), side(segment.group(1))));
    }
    return choices;
  }

  private static Optional<Side> side(String letter) {
    return switch (letter) {
      case "L" -> Optional.of(Side.LEFT);
      case "R" -> Optional.of(Side.RIGHT);
      default -> Optional.empty();
    };
  }

  private Optional<Path> network() {
    var written = text("network");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    var network = existing("network", written);
    if (Files.exists(network) && !Files.isRegularFile(network.resolve("card.json"))) {
      fault("network", "the folder '" + written + "' holds no card.json");
    }
    return Optional.of(network);
  }

  private boolean truth(String column, boolean otherwise) {
    return switch (text(column).toLowerCase(Locale.ROOT)) {
      case "" -> otherwise;
      case "true", "yes", "1" -> true;
      case "false", "no", "0" -> false;
      default -> {
        fault(column, "'" + text(column) + "' is neither true nor false");
        yield otherwise;
      }
    };
  }

  private void fault(String column, String message) {
    faults.add(new ManifestFault(line, column, message));
  }
}
