package org.hilum.platform.storage.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.hilum.platform.storage.DatabaseTroubleException;
import org.tukaani.xz.XZInputStream;

/**
 * Where PostgreSQL's programs lie.
 *
 * @param version such as {@code 18.6.0}
 */
public record PostgresPrograms(Path folder, String version) {

  private static final int OWNER_MAY_RUN = 0100;

  /**
   * Unpacks the programs of this version, once.
   *
   * @param into where they lie, in a folder named by their version; what was half unpacked when a
   *     process ended is never used
   */
  public static PostgresPrograms unpackedIn(Path into) throws IOException {
    var programs = new PostgresPrograms(into.resolve("postgresql-" + packed()), packed());
    if (!Files.isDirectory(programs.folder)) {
      Files.createDirectories(into);
      var part = Files.createTempDirectory(into, ".unpacking");
      try {
        unpack(part);
        publish(part, programs.folder, into);
      } finally {
        remove(part);
      }
    }
    return programs;
  }

  private static String packed() throws IOException {
    var properties = new Properties();
    try (var stream = PostgresPrograms.class.getResourceAsStream("version.properties")) {
      if (stream == null) {
        throw new IOException("version.properties is missing from this build");
      }
      properties.load(stream);
    }
    return properties.getProperty("version", "");
  }

  private static void unpack(Path part) throws IOException {
    try (var archive = archive();
        var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, part);
      }
    }
    force(part);
  }

  private static InputStream archive() throws DatabaseTroubleException {
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var name = "/postgres-" + system + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    var stream = PostgresPrograms.class.getResourceAsStream(name);
    if (stream == null) {
      throw new DatabaseTroubleException(
          "This build has no PostgreSQL for "
              + system
              + " on "
              + System.getProperty("os.arch")
              + ". Use a PostgreSQL of your own: set the database's address.");
    }
    return stream;
  }

  private static void unpack(TarArchiveEntry entry, InputStream bytes, Path part)
      throws IOException {
    var target = part.resolve(entry.getName()).normalize();
    if (!target.startsWith(part) || isForDevelopers(entry.getName())) {
      return;
    }
    var parent = target.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(bytes, target);
      boolean runs = (entry.getMode() & OWNER_MAY_RUN) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
      force(target);
    }
  }

  private static boolean isForDevelopers(String name) {
    return name.endsWith(".a") || name.contains("/pkgconfig");
  }

  private static void force(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void publish(Path part, Path folder, Path into) throws IOException {
    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException never) {
      throw never;
    } catch (FileSystemException failed) {
      // Another process was quicker; its programs are the same.
      if (!Files.isDirectory(folder)) {
        throw failed;
      }
    }
    force(into);
  }

  private static void remove(Path part) throws IOException {
    if (Files.exists(part)) {
      try (var files = Files.walk(part)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Such as {@code 18}: data of another one cannot be opened. */
  public String major() {
    return version.substring(0, version.indexOf('.'));
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toAbsolutePath().toString();
  }
}
