package org.hilum.imaging.intake.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.intake.UploadSettings;

/**
 * What somebody wants to upload.
 *
 * @param name for people
 */
public record Declared(String name, List<DeclaredFile> files) {

  private static final int LONGEST_NAME = 200;
  private static final String SHA_256 = "[0-9a-f]{64}";

  public Declared {
    files = List.copyOf(files);
  }

  /**
   * One file of it.
   *
   * @param sha256 64 hexadecimal digits; empty when it is not known
   */
  public record DeclaredFile(String path, long bytes, String sha256) {
    public DeclaredFile {
      sha256 = sha256.toLowerCase(Locale.ROOT);
    }
  }

  /** The bytes of all files. */
  public long bytes() {
    return files.stream().mapToLong(DeclaredFile::bytes).reduce(0, Declared::sum);
  }

  private static long sum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  /** Refuses what is malformed or too much. */
  public void check(UploadSettings settings) throws UploadRefusal {
    if (files.isEmpty() || name.length() > LONGEST_NAME || !SafeName.isText(name)) {
      throw malformed("an upload names at least one file, and itself in 200 characters at most");
    }
    for (var file : files) {
      if (file.bytes() < 0 || !file.sha256().isEmpty() && !file.sha256().matches(SHA_256)) {
        throw malformed("bytes count from 0, and sha256 has 64 hexadecimal digits");
      }
    }
    if (files.size() > settings.mostFiles() || bytes() > settings.mostBytes()) {
      throw UploadRefusal.of(
          IntakeReason.UPLOAD_TOO_LARGE,
          "at most %d files and %d MB are taken at once: send it in parts"
              .formatted(settings.mostFiles(), settings.mostBytes() / 1_000_000));
    }
  }

  private static UploadRefusal malformed(String words) {
    return UploadRefusal.of(IntakeReason.REQUEST_MALFORMED, words);
  }

  /** The files with their numbers; some are settled before anything comes. */
  public List<UploadFile> numbered() {
    var numbered = new ArrayList<UploadFile>();
    for (var file : files) {
      numbered.add(entry(file.path(), file.bytes(), file.sha256(), numbered.size()));
    }
    return numbered;
  }

  static UploadFile entry(String path, long bytes, String sha256, int number) {
    var name = SafeName.of(path);
    return new UploadFile(
        number,
        OptionalInt.empty(),
        name.orElseGet(() -> "file " + number),
        bytes,
        0,
        sha256,
        name.isEmpty() ? unsafe() : bytes == 0 ? empty() : FileOutcome.WAITING);
  }

  private static FileOutcome unsafe() {
    return FileOutcome.of(
        FileState.TURNED_AWAY,
        UploadReason.of(
            IntakeReason.NAME_UNSAFE,
            "its name leads out of its folder or cannot be a name: rename it"));
  }

  private static FileOutcome empty() {
    return FileOutcome.of(
        FileState.LEFT_ALONE, UploadReason.of(IntakeReason.NOT_DICOM, "the file is empty"));
  }
}
