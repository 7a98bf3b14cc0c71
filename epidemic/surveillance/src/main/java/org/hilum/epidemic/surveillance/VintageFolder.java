package org.hilum.epidemic.surveillance;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hilum.epidemic.surveillance.VintageReading.Read;
import org.hilum.epidemic.surveillance.VintageReading.Refused;
import org.hilum.epidemic.surveillance.ledger.CountFile;
import org.hilum.epidemic.surveillance.ledger.PopulationFile;
import org.hilum.epidemic.surveillance.ledger.Problems;
import org.hilum.epidemic.surveillance.store.VintageFiles;

/**
 * Reads and writes the folder that holds one vintage.
 *
 * <p>In: any of {@code cases.csv}, {@code deaths.csv} and {@code admissions.csv} with columns
 * {@code location,date,value} (newly counted) or {@code location,date,cumulative} (running totals),
 * daily, or weekly dated by the week's last day; {@code populations.csv} with {@code
 * location,population} may be there. Each may be packed, with {@code .gz} behind its name. <br>
 * Out: series without gaps in the dates, NaN where nothing was reported. <br>
 * Refuses, with all reasons at once: a row dated after the day of knowledge, a row or header that
 * is not understood, two rows for one day, a folder without counts. <br>
 * Limits: nothing outside the folder is read; 512 MiB a file, 50,000 places.
 */
public final class VintageFolder {

  private static final String POPULATIONS = "populations.csv";

  private VintageFolder() {}

  /**
   * @param folder where the files lie
   * @param day the day of knowledge: nothing may be dated later
   */
  public static VintageReading read(Path folder, LocalDate day) {
    if (!Files.isDirectory(folder)) {
      var message = "There is no such folder; name the one that holds the counts.";
      return new Refused(List.of(new Remark(SurveillanceReason.NO_COUNTS, message, "")));
    }
    var series = new ArrayList<CaseCounts>();
    var remarks = new ArrayList<Remark>();
    var reasons = new ArrayList<Remark>();
    for (var measure : Measure.values()) {
      file(folder, measure.file(), reasons)
          .ifPresent(
              file -> {
                var problems = new Problems(String.valueOf(file.getFileName()));
                series.addAll(CountFile.read(file, measure, day, problems, remarks));
                reasons.addAll(problems.all());
              });
    }
    var populations = populations(folder, reasons);
    if (reasons.isEmpty() && series.isEmpty()) {
      reasons.add(nothing(remarks));
      reasons.addAll(remarks);
    }
    return reasons.isEmpty()
        ? new Read(new Vintage(day, series, populations, remarks))
        : new Refused(reasons);
  }

  /**
   * Writes a vintage as a folder of plain files that {@link #read} gives back; on return it is safe
   * on disk, and it is never there in part.
   *
   * @param folder not there yet, or empty
   * @throws FileAlreadyExistsException when something lies there
   * @throws IllegalArgumentException for a vintage without series
   */
  public static void write(Vintage vintage, Path folder) throws IOException {
    if (vintage.series().isEmpty()) {
      throw new IllegalArgumentException("a vintage without counts: " + vintage.asOf());
    }
    if (!isFree(folder)) {
      throw new FileAlreadyExistsException(folder.toString());
    }
    var whole = folder.toAbsolutePath().normalize();
    var beside = Files.createDirectories(Optional.ofNullable(whole.getParent()).orElse(whole));
    var incoming = Files.createDirectory(beside.resolve(".incoming-" + UUID.randomUUID()));
    try {
      VintageFiles.writePlain(vintage, incoming);
      Files.move(incoming, whole, StandardCopyOption.ATOMIC_MOVE);
      VintageFiles.force(beside);
    } finally {
      if (Files.exists(incoming)) {
        VintageFiles.remove(incoming);
      }
    }
  }

  /** Whether a vintage can be written there: nothing is there, or an empty folder. */
  public static boolean isFree(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Files.notExists(folder, LinkOption.NOFOLLOW_LINKS);
    }
    try (var names = Files.list(folder)) {
      return names.findAny().isEmpty();
    }
  }

  private static Map<String, Long> populations(Path folder, List<Remark> reasons) {
    var populations = new HashMap<String, Long>();
    file(folder, POPULATIONS, reasons)
        .ifPresent(
            file -> {
              var problems = new Problems(String.valueOf(file.getFileName()));
              populations.putAll(PopulationFile.read(file, problems));
              reasons.addAll(problems.all());
            });
    return populations;
  }

  private static Optional<Path> file(Path folder, String name, List<Remark> reasons) {
    var plain = folder.resolve(name);
    var packed = folder.resolve(name + ".gz");
    if (Files.isRegularFile(plain) && Files.isRegularFile(packed)) {
      var message = "The folder holds the file and its packed twin; leave one out.";
      reasons.add(new Remark(SurveillanceReason.UNREADABLE_ROW, message, name + ".gz"));
    }
    return Files.isRegularFile(plain)
        ? Optional.of(plain)
        : Optional.of(packed).filter(Files::isRegularFile);
  }

  private static Remark nothing(List<Remark> remarks) {
    String message =
        remarks.isEmpty()
            ? "The folder holds no counts: cases.csv, deaths.csv or admissions.csv with at least one"
                + " row."
            : "No place of the folder has a usable count.";
    return new Remark(SurveillanceReason.NO_COUNTS, message, "");
  }
}
