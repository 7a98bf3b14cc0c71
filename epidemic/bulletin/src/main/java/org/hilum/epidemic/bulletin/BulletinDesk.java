package org.hilum.epidemic.bulletin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hilum.epidemic.bulletin.CountSource.Cause;
import org.hilum.epidemic.bulletin.CountSource.Failure;
import org.hilum.epidemic.bulletin.desk.CountsZip;
import org.hilum.epidemic.bulletin.desk.FailureFile;
import org.hilum.epidemic.economy.EconomyData;
import org.hilum.epidemic.economy.EconomyFolder;
import org.hilum.epidemic.economy.EconomyReading;
import org.hilum.epidemic.surveillance.Remark;
import org.hilum.epidemic.surveillance.Vintage;
import org.hilum.epidemic.surveillance.VintageFolder;
import org.hilum.epidemic.surveillance.VintageReading;
import org.hilum.epidemic.surveillance.VintageStore;

/**
 * Takes counts in, has a bulletin made of them, and hands out the newest of each source.
 *
 * <p>On disk, under one folder: {@code vintages} (a {@link VintageStore}), {@code bulletins} (a
 * folder for each source and day), {@code forecasts} (a hub file for each source and day, to score
 * later), {@code refused} (a note for each source whose last counts were refused), {@code economy}
 * (files of output and measures, where the house put some). Counts are of places, not of patients:
 * every institution sees the same.
 */
public final class BulletinDesk {

  /** A source of one vintage is late after that many days. */
  private static final int USUAL_GAP_DAYS = 7;

  private static final int LOOKED_AT = 8;
  private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

  private final Path folder;
  private final VintageStore vintages;
  private final InstantSource clock;
  private final ZoneId zone;
  private final String software;
  private final Map<String, Ready> ready = new ConcurrentHashMap<>();

  private record Ready(LocalDate day, Bulletin bulletin) {}

  /**
   * A desk.
   *
   * @param folder made when it is not there
   * @param software program and version
   */
  public BulletinDesk(Path folder, InstantSource clock, ZoneId zone, String software) {
    this.folder = folder;
    this.vintages = new VintageStore(folder.resolve("vintages"));
    this.clock = clock;
    this.zone = zone;
    this.software = software;
  }

  /** What became of counts that were sent. */
  public sealed interface Delivery {

    /**
     * Kept.
     *
     * @param isNew false when the same counts were there already
     */
    record Taken(String source, LocalDate day, boolean isNew, List<Remark> remarks)
        implements Delivery {}

    /** Refused; the source is said to fail since the first of such days. */
    record Refused(List<String> reasons) implements Delivery {}
  }

  /** Whether a source may be called so: lower-case letters, digits and hyphens. */
  public static boolean isName(String source) {
    return SOURCE.matcher(source).matches();
  }

  /** Takes an archive with the files of a vintage. */
  public Delivery take(String source, LocalDate day, InputStream zip) throws IOException {
    var incoming = Files.createDirectories(folder.resolve("incoming"));
    var unpacked = Files.createTempDirectory(incoming, ".unpacked-");
    try {
      CountsZip.unpack(zip, unpacked);
      return take(source, day, unpacked);
    } finally {
      remove(unpacked);
    }
  }

  /** Takes a folder with the files of a vintage, which stays where it is. */
  public Delivery take(String source, LocalDate day, Path files) throws IOException {
    var failures = failures(source);
    if (day.isAfter(today())) {
      return new Delivery.Refused(List.of("The day " + day + " has not come yet."));
    }
    return switch (VintageFolder.read(files, day)) {
      case VintageReading.Read(var vintage) -> {
        var kept = vintages.keep(source, vintage);
        failures.clear();
        yield new Delivery.Taken(source, day, kept.isNew(), vintage.remarks());
      }
      case VintageReading.Refused(var reasons) -> {
        var words = reasons.stream().map(Remark::toString).toList();
        failures.refused(day, String.join(" ", words));
        yield new Delivery.Refused(words);
      }
    };
  }

  private FailureFile failures(String source) {
    if (!isName(source)) {
      throw new IllegalArgumentException("source: " + source);
    }
    return new FailureFile(folder.resolve("refused"), source);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** The sources that have counts. */
  public List<String> sources() {
    return vintages.sources().stream().filter(name -> !vintages.days(name).isEmpty()).toList();
  }

  /** The sources that have a bulletin. */
  public List<String> bulletins() {
    return sources().stream().filter(source -> newestBulletin(source).isPresent()).toList();
  }

  /** The sources whose newest counts have no bulletin yet. */
  public List<String> due() {
    return sources().stream()
        .filter(source -> !newestBulletin(source).equals(newest(source)))
        .toList();
  }

  private Optional<LocalDate> newest(String source) {
    var days = vintages.days(source);
    return days.isEmpty() ? Optional.empty() : Optional.of(days.getLast());
  }

  /** How each source stands today. */
  public List<CountSource> standing() {
    var standing = new ArrayList<CountSource>();
    for (var source : sources()) {
      standing.add(new CountSource(source, newest(source), failure(source)));
    }
    return standing;
  }

  private Optional<Failure> failure(String source) {
    try {
      var refused = failures(source).read();
      return refused.isPresent() ? refused : silence(vintages.days(source));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  /** Twice the longest of the last gaps without counts is no delay any more. */
  private Optional<Failure> silence(List<LocalDate> days) {
    long gap = 0;
    for (int n = Math.max(1, days.size() - LOOKED_AT); n < days.size(); n++) {
      gap = Math.max(gap, ChronoUnit.DAYS.between(days.get(n - 1), days.get(n)));
    }
    long usual = gap == 0 ? USUAL_GAP_DAYS : gap;
    var dueOn = days.getLast().plusDays(usual);
    return today().isAfter(dueOn.plusDays(usual))
        ? Optional.of(new Failure(dueOn, Cause.NOTHING_CAME, ""))
        : Optional.empty();
  }

  /**
   * Makes the bulletin of a source's newest counts and keeps it with its forecasts.
   *
   * @return empty when the source has no counts, or those kept can no longer be read
   * @throws InterruptedException when it shall stop; nothing half is left
   */
  public Optional<Bulletin> make(String source) throws IOException, InterruptedException {
    var day = newest(source);
    var reading = day.flatMap(each -> vintages.asKnownOn(source, each));
    if (reading.isEmpty() || !(reading.get() instanceof VintageReading.Read(var vintage))) {
      return Optional.empty();
    }
    var kept = KeptForecasts.in(forecasts(source));
    var beside =
        new BulletinComposer.Beside(
            kept.forecasts(),
            kept.newestBefore(vintage.asOf()).flatMap(before -> counts(source, before)),
            economy(),
            standing(),
            Optional.empty());
    Bulletin bulletin;
    try (var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      bulletin = new BulletinComposer(software, pool).compose(vintage, vintage.asOf(), beside);
    }
    keep(source, bulletin);
    return Optional.of(bulletin);
  }

  private Optional<Vintage> counts(String source, LocalDate day) {
    return vintages.upTo(source, day, 1).stream().filter(one -> one.asOf().equals(day)).findFirst();
  }

  private Optional<EconomyData> economy() {
    var place = folder.resolve("economy");
    return Files.isDirectory(place) && EconomyFolder.read(place) instanceof EconomyReading.Read read
        ? Optional.of(read.data())
        : Optional.empty();
  }

  private Path forecasts(String source) {
    return folder.resolve("forecasts").resolve(source);
  }

  private Path shelf(String source) {
    return folder.resolve("bulletins").resolve(source);
  }

  /** A folder of a day appears whole: written beside its place, then moved into it. */
  private void keep(String source, Bulletin bulletin) throws IOException {
    var shelf = Files.createDirectories(shelf(source));
    var unfinished = Files.createTempDirectory(shelf, ".unfinished-");
    var place = shelf.resolve(bulletin.asOf().toString());
    try {
      BulletinFiles.writeReports(bulletin, unfinished);
      Files.createDirectories(forecasts(source));
      Files.copy(
          unfinished.resolve(BulletinFiles.FORECASTS),
          forecasts(source).resolve(bulletin.asOf() + ".csv"),
          StandardCopyOption.REPLACE_EXISTING);
      if (Files.exists(place)) {
        remove(place);
      }
      Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
      ready.put(source, new Ready(bulletin.asOf(), bulletin));
    } finally {
      if (Files.exists(unfinished)) {
        remove(unfinished);
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> paths;
    try (var all = Files.walk(folder)) {
      paths = all.sorted(java.util.Comparator.reverseOrder()).collect(Collectors.toList());
    }
    for (var path : paths) {
      Files.deleteIfExists(path);
    }
  }

  private Optional<LocalDate> newestBulletin(String source) {
    var shelf = shelf(source);
    if (!Files.isDirectory(shelf)) {
      return Optional.empty();
    }
    try (var names = Files.list(shelf)) {
      return names
          .filter(place -> Files.isRegularFile(place.resolve(BulletinFiles.JSON)))
          .map(place -> String.valueOf(place.getFileName()))
          .filter(name -> !name.startsWith("."))
          .max(String::compareTo)
          .map(LocalDate::parse);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  /** The newest bulletin of a source, with the sources as they stand today. */
  public Optional<Bulletin> bulletin(String source) throws IOException {
    if (!isName(source)) {
      return Optional.empty();
    }
    var day = newestBulletin(source);
    if (day.isEmpty()) {
      return Optional.empty();
    }
    var known = ready.get(source);
    if (known == null || !known.day().equals(day.get())) {
      var json = shelf(source).resolve(day.get().toString()).resolve(BulletinFiles.JSON);
      known = new Ready(day.get(), BulletinJson.read(Files.readAllBytes(json)));
      ready.put(source, known);
    }
    return Optional.of(known.bulletin().with(standing()));
  }

  /** A file of the newest bulletin of a source: one of the names in {@link BulletinFiles}. */
  public Optional<Path> file(String source, String name) {
    return isName(source)
        ? newestBulletin(source)
            .map(day -> shelf(source).resolve(day.toString()).resolve(name))
            .filter(Files::isRegularFile)
        : Optional.empty();
  }
}
