package org.hilum.server.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hilum.epidemic.surveillance.Remark;
import org.hilum.epidemic.surveillance.SourceReading;
import org.hilum.epidemic.surveillance.SurveillanceReason;
import org.hilum.epidemic.surveillance.Vintage;
import org.hilum.epidemic.surveillance.VintageFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hilum epidemic import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Make the folder of a day's knowledge from the files of a source.",
      "Reads files on disk, plain or packed (.gz); nothing is fetched."
    },
    footer = {
      "",
      "Formats, and where such files come from:",
      "  jhu         Johns Hopkins CSSE, time_series_covid19_confirmed_global.csv, _deaths_",
      "  dxy         Chinese provinces by day: Wuhan-2019-nCoV.csv of canghailan",
      "  dxy-as-of   the same table as it stood on each day, with a column as_of",
      "  hub-europe  truth of the European hub: as_of,location,date,value; a file a measure",
      "  hub-cdc     weekly admissions of the US hub, with target_end_date,observation,as_of",
      "  dpc         Italian regions of the Protezione Civile: dpc-covid19-ita-regioni.csv",
      "  rki         German states, Robert Koch institute's counts: state,Date,Cases_New,...",
      "  line-list   a health department's cases, a row each: location,report_date,...",
      "Of jhu and hub-europe, a file's name says what it counts; if not: deaths=<file>.",
      "With days of knowledge in the files (dxy-as-of, hub-*), the newest up to --date is taken;",
      "of other files a row after --date is refused. Daily counts of your own need no import:",
      "docs/epidemic/counts.md shows both templates.",
      "",
      "Written: cases.csv, deaths.csv, admissions.csv (location,date,value), what there is.",
      "Exit status: 0 written, 2 a file or the folder was refused and nothing written, 1 fault."
    })
public final class EpidemicImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "<format>",
      converter = CountFormat.Converter.class,
      description = "Whose files they are; see below.")
  private CountFormat format;

  @Parameters(arity = "1..*", paramLabel = "<files>", description = "The files of the source.")
  private List<Path> files;

  @Option(
      names = "--date",
      required = true,
      paramLabel = "<yyyy-mm-dd>",
      description = "The day of knowledge.")
  private LocalDate date;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "<folder>",
      description = "Where the counts go: not there yet, or empty.")
  private Path out;

  @Option(names = "--json", description = "Answer in JSON.")
  private boolean json;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    if (!VintageFolder.isFree(out)) {
      throw notFree();
    }
    return switch (read()) {
      case SourceReading.Refused refused -> refused(refused.reasons());
      case SourceReading.Read read -> {
        Optional<Vintage> known = read.asKnownOn(date);
        yield known.isPresent() ? write(known.get()) : refused(List.of(nothingYet(read)));
      }
    };
  }

  private SourceReading read() {
    var progress = LineOnTerminal.show("reading the counts", quiet || json);
    try {
      return format.read(files, date);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    } finally {
      progress.clear();
    }
  }

  private int write(Vintage vintage) throws IOException {
    try {
      VintageFolder.write(vintage, out);
    } catch (FileAlreadyExistsException e) {
      throw notFree();
    }
    var writer = spec.commandLine().getOut();
    if (json) {
      writer.println(ImportAnswers.json(vintage, out).toPrettyString());
    } else {
      ImportAnswers.tell(writer, vintage, out);
    }
    return ExitStatus.DONE;
  }

  private ParameterException notFree() {
    return new ParameterException(
        spec.commandLine(), "Something lies there already, and is left as it is: " + out);
  }

  private Remark nothingYet(SourceReading.Read read) {
    return new Remark(
        SurveillanceReason.NO_COUNTS,
        "On %s nothing was known yet; the first day of knowledge is %s."
            .formatted(date, read.vintages().getFirst().asOf()),
        "");
  }

  private int refused(List<Remark> reasons) {
    if (json) {
      spec.commandLine().getOut().println(ForecastAnswers.refused(reasons).toPrettyString());
    } else {
      var err = spec.commandLine().getErr();
      err.println("Nothing was imported:");
      reasons.forEach(reason -> err.println("  " + reason));
    }
    return ExitStatus.REFUSED;
  }
}
