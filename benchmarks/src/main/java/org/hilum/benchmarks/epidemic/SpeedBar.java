package org.hilum.benchmarks.epidemic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Vintage;

/**
 * How long the forecasts of 31 provinces and 200 countries take, and how much memory the process
 * had at most. Run in a process of its own, with nothing else read.
 */
final class SpeedBar {

  private SpeedBar() {}

  static void run(Tables tables, Page page, Engine engine) throws IOException {
    var world = new WorldCounts(tables);
    LocalDate day = LocalDate.of(2022, 9, 3);
    List<CaseCounts> countries = new ArrayList<>();
    countries.addAll(world.countries(Measure.CASES));
    countries.addAll(world.countries(Measure.DEATHS));
    LocalDate early = LocalDate.of(2020, 2, 14);
    List<CaseCounts> provinces =
        new ChineseProvinces(tables, true)
            .inTheEnd().stream().map(one -> one.until(early)).toList();
    page.text(
        "%d processors, heap at most %d MB."
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20));
    page.table("what", "series", "seconds", "forecasts");
    row(page, engine, provinces.size() + " provinces, cases", provinces, early);
    row(page, engine, countries.size() / 2 + " countries, cases and deaths", countries, day);
    row(page, engine, "the same again, warm", countries, day);
    page.text("");
    page.text("Most memory of the process (VmHWM): " + mostMemory() + ".");
  }

  private static void row(
      Page page, Engine engine, String what, List<CaseCounts> series, LocalDate day) {
    long began = System.nanoTime();
    int forecasts =
        engine.forecast(new Vintage(day, series, Map.of(), List.of()), day).forecasts().size();
    page.row(
        what,
        series.size(),
        String.format(Locale.ROOT, "**%.1f**", (System.nanoTime() - began) / 1e9),
        forecasts);
  }

  private static String mostMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "not told by this system";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
        .findFirst()
        .orElse("not told");
  }
}
