package org.hilum.epidemic.bulletin.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.hilum.epidemic.bulletin.CountSource.Cause;
import org.hilum.epidemic.bulletin.CountSource.Failure;

/** Since when a source's counts are refused, and why: a file that is there as long as they are. */
public final class FailureFile {

  private static final int LONGEST_WORDS = 2_000;

  private final Path file;

  /** The file of a source. */
  public FailureFile(Path folder, String source) {
    this.file = folder.resolve(source + ".txt");
  }

  /** Counts were refused on a day; an earlier day stays the first. */
  public void refused(LocalDate day, String words) throws IOException {
    var since = read().map(Failure::since).filter(earlier -> earlier.isBefore(day)).orElse(day);
    var folder = Files.createDirectories(file.toAbsolutePath().getParent());
    var short_ = words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
    var unfinished = Files.createTempFile(folder, ".unfinished-", ".txt");
    try {
      Files.writeString(unfinished, since + "\n" + short_, StandardCharsets.UTF_8);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Counts were taken again. */
  public void clear() throws IOException {
    Files.deleteIfExists(file);
  }

  /** The refusal; empty when the last counts were taken. */
  public Optional<Failure> read() throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    var text = Files.readString(file, StandardCharsets.UTF_8);
    int end = text.indexOf('\n');
    try {
      return end < 0
          ? Optional.empty()
          : Optional.of(
              new Failure(
                  LocalDate.parse(text.substring(0, end)), Cause.REFUSED, text.substring(end + 1)));
    } catch (DateTimeParseException broken) {
      throw new IOException("not a file of failures: " + file, broken);
    }
  }
}
