package org.hilum.server.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;
import org.hilum.epidemic.surveillance.Vintage;

/** Tells a person or a program which counts were imported. */
final class ImportAnswers {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ImportAnswers() {}

  /** One measure's counts. */
  private record Line(
      Measure measure, int places, boolean isWeekly, LocalDate first, LocalDate last) {}

  private static List<Line> lines(Vintage vintage) {
    return Arrays.stream(Measure.values())
        .filter(measure -> !vintage.of(measure).isEmpty())
        .map(measure -> line(measure, vintage.of(measure)))
        .toList();
  }

  private static Line line(Measure measure, List<CaseCounts> series) {
    var days = Comparator.<LocalDate>naturalOrder();
    return new Line(
        measure,
        series.size(),
        series.stream().allMatch(counts -> counts.rhythm() == Rhythm.WEEKLY),
        series.stream().map(CaseCounts::first).min(days).orElseThrow(),
        series.stream().map(CaseCounts::last).max(days).orElseThrow());
  }

  static void tell(PrintWriter out, Vintage vintage, Path folder) {
    for (var line : lines(vintage)) {
      out.printf(
          Locale.ROOT,
          "%-10s %5d %s, %s, %s to %s%n",
          MeasuredFiles.word(line.measure()),
          line.places(),
          line.places() == 1 ? "place" : "places",
          line.isWeekly() ? "weekly" : "daily",
          line.first(),
          line.last());
    }
    ForecastAnswers.tell(out, vintage.remarks());
    out.println("Written: " + folder);
    out.printf(
        "Next: ./hilum forecast --vintage %s --date %s --out <hub.csv>%n", folder, vintage.asOf());
  }

  static ObjectNode json(Vintage vintage, Path folder) {
    var answer =
        JSON.objectNode()
            .put("status", "imported")
            .put("folder", folder.toString())
            .put("date", vintage.asOf().toString());
    var counts = answer.putObject("counts");
    for (var line : lines(vintage)) {
      counts
          .putObject(MeasuredFiles.word(line.measure()))
          .put("places", line.places())
          .put("rhythm", line.isWeekly() ? "weekly" : "daily")
          .put("first", line.first().toString())
          .put("last", line.last().toString());
    }
    answer.set("remarks", ForecastAnswers.remarks(vintage.remarks()));
    return answer;
  }
}
