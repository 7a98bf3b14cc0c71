package org.hilum.epidemic.bulletin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.epidemic.forecasting.HubFile;
import org.hilum.epidemic.forecasting.HubForecast;
import org.hilum.epidemic.forecasting.HubReading;
import org.hilum.epidemic.surveillance.Vintage;
import org.hilum.epidemic.surveillance.VintageFolder;
import org.hilum.epidemic.surveillance.VintageReading;

/**
 * The forecasts of earlier days as they were written then, one hub file for each day.
 *
 * @param unread files that could not be read, and why, in words
 */
public record KeptForecasts(List<HubForecast> forecasts, List<String> unread) {

  /** None. */
  public static final KeptForecasts NONE = new KeptForecasts(List.of(), List.of());

  /** A year of daily files; what is older says little of today's. */
  private static final int MOST_FILES = 366;

  public KeptForecasts {
    forecasts = List.copyOf(forecasts);
    unread = List.copyOf(unread);
  }

  /** Those of a folder, the newest by name; a folder that is not there holds none. */
  public static KeptForecasts in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return NONE;
    }
    var forecasts = new ArrayList<HubForecast>();
    var unread = new ArrayList<String>();
    for (var file : files(folder)) {
      switch (HubFile.read(file)) {
        case HubReading.Read read -> forecasts.addAll(read.forecasts());
        case HubReading.Refused refused ->
            refused.refusals().forEach(refusal -> unread.add(refusal.toString()));
      }
    }
    return new KeptForecasts(forecasts, unread);
  }

  /** The newest day before a day on which any was made. */
  public Optional<LocalDate> newestBefore(LocalDate day) {
    return ChangeFinder.newest(forecasts, day);
  }

  /**
   * The counts as known on the newest day before a day, where the same folder keeps them too, in a
   * folder {@code <yyyy-mm-dd>}.
   */
  public Optional<Vintage> countsBefore(LocalDate day, Path folder) {
    return newestBefore(day)
        .filter(newest -> Files.isDirectory(folder.resolve(newest.toString())))
        .map(newest -> VintageFolder.read(folder.resolve(newest.toString()), newest))
        .flatMap(KeptForecasts::read);
  }

  private static Optional<Vintage> read(VintageReading reading) {
    return reading instanceof VintageReading.Read(var vintage)
        ? Optional.of(vintage)
        : Optional.empty();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      var files = all.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
      return files.subList(Math.max(0, files.size() - MOST_FILES), files.size());
    }
  }
}
