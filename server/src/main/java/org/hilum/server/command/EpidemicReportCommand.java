package org.hilum.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hilum.epidemic.bulletin.Bulletin;
import org.hilum.epidemic.bulletin.BulletinComposer;
import org.hilum.epidemic.bulletin.BulletinFiles;
import org.hilum.epidemic.bulletin.KeptForecasts;
import org.hilum.epidemic.bulletin.Language;
import org.hilum.epidemic.economy.EconomyData;
import org.hilum.epidemic.economy.EconomyFolder;
import org.hilum.epidemic.economy.EconomyReading;
import org.hilum.epidemic.surveillance.Vintage;
import org.hilum.epidemic.surveillance.VintageFolder;
import org.hilum.epidemic.surveillance.VintageReading;
import org.hilum.server.Version;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./hilum epidemic report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Write the bulletin of a day: page, PDF in English and Chinese, JSON, hub CSV.",
    footer = {
      "",
      "The folder holds any of cases.csv, deaths.csv and admissions.csv (location,date,value or",
      "location,date,cumulative) and may hold populations.csv. Nothing else is read, no network.",
      "Writes <out>/index.html, report-en.pdf, report-zh.pdf, bulletin.json, forecasts.csv.",
      "Exit status: 0 written, 2 the folder, a file or the place was refused, 1 fault."
    })
public final class EpidemicReportCommand implements Callable<Integer> {

  private static final int NAMED = 10;

  @Spec private CommandSpec spec;

  @Option(
      names = "--vintage",
      required = true,
      paramLabel = "<folder>",
      description = "Counts as known on the day.")
  private Path vintage;

  @Option(
      names = "--date",
      required = true,
      paramLabel = "<yyyy-mm-dd>",
      description = "The day of knowledge; later rows are refused.")
  private LocalDate date;

  @Option(
      names = "--location",
      paramLabel = "<place>",
      description = "Only this place, as the files name it (default: all).")
  private @Nullable String location;

  @Option(
      names = "--out",
      paramLabel = "<folder>",
      defaultValue = "hilum-bulletin",
      description = "Where the files go (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--language",
      paramLabel = "<en|zh-CN>",
      defaultValue = "en",
      converter = BulletinLanguage.class,
      description = "Language of index.html; both PDFs are written (default: ${DEFAULT-VALUE}).")
  private Language language;

  @Option(
      names = "--kept",
      paramLabel = "<folder>",
      description = {
        "Hub CSV of earlier days, to score and to tell what changed since; may hold the counts of",
        "a day in a folder <yyyy-mm-dd>. Without it past forecasts are remade."
      })
  private @Nullable Path kept;

  @Option(
      names = "--economy",
      paramLabel = "<folder>",
      description = "Output and measures by country, for the economic part.")
  private @Nullable Path economy;

  @Option(
      names = "--intensive-share",
      paramLabel = "<0..1>",
      description = "Share of the admitted who need intensive care; without it no beds are told.")
  private @Nullable Double intensiveShare;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<String> refusals = new ArrayList<>();
    Optional<Vintage> counts = counts(refusals);
    Optional<EconomyData> data = economy(refusals);
    KeptForecasts earlier = kept == null ? KeptForecasts.NONE : KeptForecasts.in(kept);
    refusals.addAll(earlier.unread());
    if (intensiveShare != null && !(intensiveShare >= 0 && intensiveShare <= 1)) {
      refusals.add("--intensive-share is between 0 and 1, not " + intensiveShare + ".");
    }
    if (location != null) {
      counts.filter(read -> !isKnown(read)).ifPresent(read -> refusals.add(unknown(read)));
    }
    if (!refusals.isEmpty() || counts.isEmpty()) {
      var err = spec.commandLine().getErr();
      err.println("No bulletin was written:");
      refusals.forEach(refusal -> err.println("  " + refusal));
      return ExitStatus.REFUSED;
    }
    var beside =
        new BulletinComposer.Beside(
            earlier.forecasts(),
            kept == null ? Optional.empty() : earlier.countsBefore(date, kept),
            data,
            List.of(),
            Optional.ofNullable(intensiveShare));
    write(compose(counts.get(), beside));
    return ExitStatus.DONE;
  }

  private Optional<Vintage> counts(List<String> refusals) {
    return switch (VintageFolder.read(vintage, date)) {
      case VintageReading.Read(var read) -> Optional.of(read);
      case VintageReading.Refused(var reasons) -> {
        reasons.forEach(reason -> refusals.add(reason.toString()));
        yield Optional.empty();
      }
    };
  }

  private Optional<EconomyData> economy(List<String> refusals) {
    if (economy == null) {
      return Optional.empty();
    }
    return switch (EconomyFolder.read(economy)) {
      case EconomyReading.Read(var data) -> Optional.of(data);
      case EconomyReading.Refused(var reasons) -> {
        reasons.forEach(reason -> refusals.add(reason.toString()));
        yield Optional.empty();
      }
    };
  }

  private boolean isKnown(Vintage read) {
    return read.series().stream().anyMatch(counts -> counts.location().equals(location));
  }

  private String unknown(Vintage read) {
    var some =
        read.series().stream()
            .map(counts -> counts.location())
            .distinct()
            .sorted()
            .limit(NAMED)
            .toList();
    return "There is no place '"
        + location
        + "' in the files. They name, among others: "
        + String.join(", ", some);
  }

  private Bulletin compose(Vintage counts, BulletinComposer.Beside beside)
      throws InterruptedException {
    try (var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      var all =
          new BulletinComposer("Hilum " + Version.current(), pool).compose(counts, date, beside);
      return Optional.ofNullable(location).flatMap(all::of).orElse(all);
    }
  }

  private void write(Bulletin bulletin) throws IOException {
    BulletinFiles.write(bulletin, language, out);
    var writer = spec.commandLine().getOut();
    long places = bulletin.places().size();
    writer.printf("%d %s, as known on %s.%n", places, places == 1 ? "place" : "places", date);
    writer.println("Open " + out.resolve(BulletinFiles.PAGE));
    writer.println("For research and education. Not to be the only ground of a decision.");
  }
}
