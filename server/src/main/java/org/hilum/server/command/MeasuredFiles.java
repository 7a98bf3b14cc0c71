package org.hilum.server.command;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hilum.epidemic.surveillance.Measure;

/**
 * Which file holds which measure: said before its name, as in {@code deaths=table.csv}, or told by
 * the name itself.
 */
final class MeasuredFiles {

  private MeasuredFiles() {}

  /**
   * @throws IllegalArgumentException when a file's measure is not known, or two have the same
   */
  static Map<Measure, Path> of(List<Path> files) {
    var byMeasure = new EnumMap<Measure, Path>(Measure.class);
    for (var file : files) {
      var measure = said(file.toString());
      boolean isSaid = file.toString().startsWith(prefix(measure));
      var path = isSaid ? Path.of(file.toString().substring(prefix(measure).length())) : file;
      var other = byMeasure.putIfAbsent(measure, path);
      if (other != null) {
        throw new IllegalArgumentException(
            "Both %s and %s hold %s; name one.".formatted(other, path, word(measure)));
      }
    }
    return byMeasure;
  }

  private static Measure said(String file) {
    for (var measure : Measure.values()) {
      if (file.startsWith(prefix(measure))) {
        return measure;
      }
    }
    var name = String.valueOf(Path.of(file).getFileName()).toLowerCase(Locale.ROOT);
    if (name.contains("death")) {
      return Measure.DEATHS;
    }
    if (name.contains("confirmed") || name.contains("case")) {
      return Measure.CASES;
    }
    if (name.contains("admission") || name.contains("hosp")) {
      return Measure.ADMISSIONS;
    }
    throw new IllegalArgumentException(
        "What does %s hold? Say cases=%s, deaths=%s or admissions=%s."
            .formatted(file, name, name, name));
  }

  /** What a measure is called on the command line. */
  static String word(Measure measure) {
    return measure.name().toLowerCase(Locale.ROOT);
  }

  private static String prefix(Measure measure) {
    return word(measure) + "=";
  }
}
