package org.hilum.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.hilum.epidemic.forecasting.ForecastRun;
import org.hilum.epidemic.forecasting.Forecaster;
import org.hilum.epidemic.forecasting.HubFile;
import org.hilum.epidemic.surveillance.Remark;
import org.hilum.epidemic.surveillance.SurveillanceReason;
import org.hilum.epidemic.surveillance.Vintage;
import org.hilum.epidemic.surveillance.VintageFolder;
import org.hilum.epidemic.surveillance.VintageReading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./hilum forecast}. */
@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    subcommands = ForecastScoreCommand.class,
    description = {
      "Say what case, death and admission counts may be tomorrow and in the next four weeks.",
      "Sees only the folder: no network, nothing beside it."
    },
    footer = {
      "",
      "The folder holds any of cases.csv, deaths.csv and admissions.csv with the header",
      "location,date,value (newly counted) or location,date,cumulative: daily, or weekly dated by",
      "the week's last day; populations.csv (location,population) may be there.",
      "Rows dated after --date are refused: the folder is what was known on that day.",
      "",
      "Written: the forecast hubs' CSV, 23 quantiles for each place, target and horizon.",
      "Exit status: 0 forecast, 2 the folder was refused or holds nothing to forecast, 1 fault."
    })
public final class ForecastCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--vintage", paramLabel = "<folder>", description = "Counts as known on a day.")
  private @Nullable Path vintage;

  @Option(names = "--date", paramLabel = "<yyyy-mm-dd>", description = "That day.")
  private @Nullable LocalDate date;

  @Option(names = "--out", paramLabel = "<hub.csv>", description = "Where the forecasts go.")
  private @Nullable Path out;

  @Option(names = "--explain", description = "Say what each place's weekly forecast rests on.")
  private boolean explain;

  @Option(names = "--json", description = "Answer in JSON.")
  private boolean json;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (vintage == null || date == null || out == null) {
      throw new ParameterException(
          spec.commandLine(),
          "Say --vintage <folder>, --date <yyyy-mm-dd> and --out <hub.csv>; or forecast score.");
    }
    requireFolderOf(out);
    if (!Files.isDirectory(vintage)) {
      return refused(List.of(notAFolder(vintage)));
    }
    return switch (VintageFolder.read(vintage, date)) {
      case VintageReading.Refused refused -> refused(refused.reasons());
      case VintageReading.Read read -> forecast(read.vintage(), date, out);
    };
  }

  /** Told before the work is done. */
  private void requireFolderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new ParameterException(
          spec.commandLine(), "There is no folder to write into: " + file.toAbsolutePath());
    }
  }

  private static Remark notAFolder(Path vintage) {
    return new Remark(SurveillanceReason.NO_COUNTS, "There is no such folder.", vintage.toString());
  }

  private int forecast(Vintage counts, LocalDate day, Path file)
      throws IOException, InterruptedException {
    var progress =
        LineOnTerminal.show("forecasting " + counts.series().size() + " series", quiet || json);
    ForecastRun run;
    try (var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      run = new Forecaster().forecast(counts, day, pool);
    } finally {
      progress.clear();
    }
    List<Remark> remarks =
        Stream.concat(counts.remarks().stream(), run.remarks().stream()).distinct().toList();
    if (run.forecasts().isEmpty()) {
      return refused(remarks);
    }
    HubFile.write(file, day, run.forecasts());
    tell(run, remarks, file);
    return ExitStatus.DONE;
  }

  private void tell(ForecastRun run, List<Remark> remarks, Path file) {
    var writer = spec.commandLine().getOut();
    if (json) {
      writer.println(ForecastAnswers.json(run, remarks, file, explain).toPrettyString());
    } else {
      ForecastAnswers.tell(writer, run, remarks, file, explain);
    }
  }

  private int refused(List<Remark> reasons) {
    if (json) {
      spec.commandLine().getOut().println(ForecastAnswers.refused(reasons).toPrettyString());
    } else {
      var err = spec.commandLine().getErr();
      err.println("Nothing was forecast:");
      reasons.forEach(reason -> err.println("  " + reason));
    }
    return ExitStatus.REFUSED;
  }
}
