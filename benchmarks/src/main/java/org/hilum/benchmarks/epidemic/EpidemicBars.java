package org.hilum.benchmarks.epidemic;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hilum.epidemic.forecasting.ScoreLine;

/**
 * The bars of the epidemic line, as a page of Markdown on standard output.
 *
 * <p>{@code [data folder] [--only europe,us,china,days,altered,fatality,gdp,speed] [--every n]}:
 * the folder is {@code ../shared/data/epidemic} unless given; {@code --every} is the step in days
 * between origins of the forecasts 24 hours ahead.
 */
public final class EpidemicBars {

  private static final List<String> PARTS =
      List.of("europe", "us", "china", "days", "altered", "fatality", "gdp", "speed");
  private static final int EVERY = 1;

  private final Tables tables;
  private final Page page;
  private final int every;
  private final Engine engine;
  private final List<ScoreLine> pooled = new ArrayList<>();

  private EpidemicBars(Path folder, Page page, int every, Engine engine) {
    this.engine = engine;
    this.tables = new Tables(folder);
    this.page = page;
    this.every = every;
  }

  /** See the class. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of("..", "shared", "data", "epidemic");
    Set<String> only = new TreeSet<>(PARTS);
    int every = EVERY;
    for (int place = 0; place < arguments.length; place++) {
      switch (arguments[place]) {
        case "--only" -> only = Set.of(arguments[++place].split(",", -1));
        case "--every" -> every = Integer.parseInt(arguments[++place]);
        default -> folder = Path.of(arguments[place]);
      }
    }
    if (!Files.isDirectory(folder) || !PARTS.containsAll(only)) {
      System.err.println("No data in " + folder + ", or a part that is none of " + PARTS);
      System.exit(2);
    }
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (var engine = new OurEngine()) {
      new EpidemicBars(folder, new Page(out), every, engine).run(only, folder);
    }
  }

  private void run(Set<String> only, Path folder) throws IOException, InterruptedException {
    boolean alone = only.equals(Set.of("speed"));
    if (!alone) {
      page.title();
    }
    if (only.contains("europe") || only.contains("altered")) {
      europe(only);
    }
    if (only.contains("us")) {
      page.heading("United States, weekly hospital admissions, relative WIS");
      pooled.addAll(timed(() -> AmericanContest.run(tables, page, engine)));
    }
    if (only.contains("china")) {
      page.heading("Chinese provinces, vintages 2020-01-31 to 2020-02-14");
      pooled.addAll(timed(() -> ProvinceContest.run(tables, page, engine)));
    }
    if (only.contains("days")) {
      page.heading("24 hours ahead");
      pooled.addAll(
          timed(() -> DayAheadContest.run(tables, new WorldCounts(tables), page, engine, every)));
    }
    if (!pooled.isEmpty()) {
      coverage();
    }
    if (only.contains("fatality")) {
      page.heading("Case fatality, reference values");
      FatalityBars.run(tables, page);
    }
    if (only.contains("gdp")) {
      page.heading("Economy, real time");
      GdpBars.run(tables, page);
    }
    if (alone) {
      page.heading("Seconds and memory");
      SpeedBar.run(tables, page, engine);
    } else if (only.contains("speed")) {
      inItsOwnProcess(folder);
    }
  }

  private void europe(Set<String> only) throws IOException {
    var hub = new EuropeanHub(tables, new WorldCounts(tables));
    if (only.contains("europe")) {
      page.heading("Europe, relative WIS (baseline = 1), 90 % interval over forecast dates");
      pooled.addAll(timed(() -> new EuropeanContest(hub, page).run(engine)));
    }
    if (only.contains("altered")) {
      page.heading("Altered series");
      timed(
          () -> {
            AlteredSeries.run(hub, page, engine);
            return List.of();
          });
    }
  }

  private interface Part {
    List<ScoreLine> run() throws IOException;
  }

  private List<ScoreLine> timed(Part part) throws IOException {
    long began = System.nanoTime();
    List<ScoreLine> lines = part.run();
    page.text("");
    page.text("(%d s)".formatted((System.nanoTime() - began) / 1_000_000_000));
    return lines;
  }

  private void coverage() {
    page.heading("Coverage, all of the above pooled");
    page.table("target", "forecasts", "in 50 %", "in 95 %");
    pooled.stream()
        .map(line -> line.group().target())
        .distinct()
        .forEach(
            target ->
                coverage(
                    target,
                    pooled.stream().filter(line -> line.group().target().equals(target)).toList()));
    coverage("**all**", pooled);
  }

  private void coverage(String name, List<ScoreLine> lines) {
    page.row(
        name,
        lines.stream().mapToInt(ScoreLine::scored).sum(),
        Page.three(Page.pooled(lines, true)),
        Page.three(Page.pooled(lines, false)));
  }

  private static void inItsOwnProcess(Path folder) throws IOException, InterruptedException {
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            EpidemicBars.class.getName(),
            folder.toString(),
            "--only",
            "speed")
        .inheritIO()
        .start()
        .waitFor();
  }
}
