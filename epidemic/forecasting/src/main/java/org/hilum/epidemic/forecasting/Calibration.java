package org.hilum.epidemic.forecasting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hilum.epidemic.forecasting.score.RepeatedWeek;

/**
 * How good our own past forecasts were, every one of them: beside the baseline, by target, horizon
 * and place.
 *
 * @param dates days on which the kept forecasts were made, ascending
 * @param byTarget all places and horizons together
 * @param byHorizon all places together
 * @param byPlace each place and horizon
 * @param leftOut forecasts that were not scored, by reason in words
 * @param unread kept files that could not be read, and why
 */
public record Calibration(
    List<LocalDate> dates,
    List<ScoreLine> byTarget,
    List<ScoreLine> byHorizon,
    List<ScoreLine> byPlace,
    Map<String, Integer> leftOut,
    List<ForecastRefusal> unread) {

  public Calibration {
    dates = List.copyOf(dates);
    byTarget = List.copyOf(byTarget);
    byHorizon = List.copyOf(byHorizon);
    byPlace = List.copyOf(byPlace);
    leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
    unread = List.copyOf(unread);
  }

  /**
   * Scores all hub files ({@code .csv} and {@code .csv.gz}) of a folder against what came; the
   * baseline repeats the last week. A folder that is not there holds no forecasts.
   */
  public static Calibration of(Path folder, Truth truth) throws IOException {
    List<HubForecast> kept = new ArrayList<>();
    List<ForecastRefusal> unread = new ArrayList<>();
    for (Path file : files(folder)) {
      switch (HubFile.read(file)) {
        case HubReading.Read read -> kept.addAll(read.forecasts());
        case HubReading.Refused refused -> unread.addAll(refused.refusals());
      }
    }
    return of(kept, truth, unread);
  }

  /** Scores forecasts at hand; the baseline repeats the last week. */
  public static Calibration of(List<HubForecast> kept, Truth truth, List<ForecastRefusal> unread) {
    var scores = ForecastScores.of(kept, truth, baseline(kept, truth));
    return new Calibration(
        kept.stream().map(HubForecast::referenceDate).distinct().sorted().toList(),
        scores.byTarget(),
        scores.byHorizon(),
        scores.byPlace(),
        scores.leftOut(),
        unread);
  }

  /** The last week repeated, for the same targets. */
  public static List<HubForecast> baseline(List<HubForecast> kept, Truth truth) {
    return kept.stream()
        .map(
            one ->
                RepeatedWeek.of(one.target(), truth)
                    .map(forecast -> new HubForecast(one.referenceDate(), forecast)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Calibration::isHubFile).sorted().toList();
    }
  }

  private static boolean isHubFile(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".csv") || name.endsWith(".csv.gz");
  }
}
