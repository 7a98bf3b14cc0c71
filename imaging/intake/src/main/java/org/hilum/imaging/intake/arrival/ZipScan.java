package org.hilum.imaging.intake.arrival;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Finds the entries of a zip archive, without unpacking it to disk.
 *
 * <p>Limits: {@value #MOST_ENTRIES} entries, {@value #MOST_BYTES} bytes unpacked, {@value
 * #MOST_ENTRY_BYTES} bytes an entry; above {@value #SUSPICIOUS_BYTES} bytes at most {@value
 * #HIGHEST_RATIO} times the archive's own size. An entry that holds more than it declares ends
 * there. <br>
 * Source: CT compresses 2 to 4 times without loss; deflate cannot exceed 1032 times (zlib's
 * technical notes), which only a bomb or empty frames come near.
 */
public final class ZipScan {

  private static final int MOST_ENTRIES = 500_000;

  /** The library holds the directory in memory: 500 000 entries of 128 bytes. */
  private static final long MOST_DIRECTORY_BYTES = 64L << 20;

  private static final long MOST_BYTES = 64L << 30;
  static final long MOST_ENTRY_BYTES = 1L << 30;
  private static final long SUSPICIOUS_BYTES = 256L << 20;
  private static final int HIGHEST_RATIO = 100;

  private ZipScan() {}

  /** The entries of an archive, which stays open until {@link Arrivals#archive} is closed. */
  public static Arrivals of(Path file) throws IOException {
    var directory = ZipDirectory.of(file);
    if (directory.bytes() > MOST_DIRECTORY_BYTES) {
      return tooLarge("its list of entries alone has " + (directory.bytes() >> 20) + " MiB");
    }
    // Names not marked as UTF-8 may be in any code page (GBK); Latin-1 decodes every byte.
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
    } catch (IOException broken) {
      return Arrivals.refused(cannotBeOpened(broken));
    }
    var arrivals = entries(zip, Files.size(file));
    if (!arrivals.refusals().isEmpty()) {
      zip.close();
    }
    return arrivals;
  }

  private static Reason cannotBeOpened(IOException broken) {
    var words = String.valueOf(broken.getMessage());
    // The library tells it by words only.
    return words.contains("encrypted")
        ? Reason.of(
            IntakeReason.ARCHIVE_ENCRYPTED,
            "the archive is protected by a password: pack it again without one")
        : Reason.of(
            IntakeReason.ARCHIVE_BROKEN,
            "the archive cannot be opened (" + words + "): pack it again");
  }

  private static Arrivals entries(ZipFile zip, long archiveBytes) {
    if (zip.size() > MOST_ENTRIES) {
      return tooLarge("it has " + zip.size() + " entries, " + MOST_ENTRIES + " are allowed");
    }
    var files = new ArrayList<ZipArrival>();
    var leftAlone = new ArrayList<Reason>();
    long total = 0;
    for (var entry : (Iterable<ZipEntry>) () -> zip.stream().map(e -> (ZipEntry) e).iterator()) {
      total = Math.addExact(total, Math.max(0, Math.min(entry.getSize(), MOST_BYTES)));
      if (total > MOST_BYTES) {
        return tooLarge("it unpacks to more than " + (MOST_BYTES >> 30) + " GiB");
      }
      take(zip, entry, files, leftAlone);
    }
    if (total > SUSPICIOUS_BYTES && total / HIGHEST_RATIO > archiveBytes) {
      return tooLarge(
          "it unpacks to "
              + total / Math.max(1, archiveBytes)
              + " times its size, "
              + HIGHEST_RATIO
              + " times is allowed");
    }
    files.sort(Comparator.comparing(ZipArrival::name));
    return new Arrivals(files, leftAlone, List.of(), zip);
  }

  private static void take(
      ZipFile zip, ZipEntry entry, List<ZipArrival> files, List<Reason> leftAlone) {
    if (entry.isDirectory()) {
      return;
    }
    if (entry.getSize() > MOST_ENTRY_BYTES) {
      leftAlone.add(
          new Reason(
              IntakeReason.ARCHIVE_TOO_LARGE,
              "the entry is larger than " + (MOST_ENTRY_BYTES >> 30) + " GiB and was not read",
              entry.getName()));
    } else {
      files.add(new ZipArrival(zip, entry));
    }
  }

  private static Arrivals tooLarge(String why) {
    return Arrivals.refused(
        Reason.of(
            IntakeReason.ARCHIVE_TOO_LARGE,
            "the archive is not read: " + why + "; unpack it by hand if it can be trusted"));
  }
}
