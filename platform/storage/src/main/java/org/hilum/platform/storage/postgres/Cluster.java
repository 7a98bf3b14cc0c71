package org.hilum.platform.storage.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.hilum.platform.storage.DatabaseTroubleException;

/**
 * The data of one server, and where it lies.
 *
 * <p>In the folder: {@code data}, {@code password} (for its owner's eyes), {@code log}.
 */
record Cluster(Path folder) {

  /** The database, and the only user who may enter it; not a superuser. */
  static final String NAME = "hilum";

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int PASSWORD_BYTES = 24;

  Path data() {
    return folder.resolve("data");
  }

  Path log() {
    return folder.resolve("log");
  }

  String password() throws IOException {
    var file = folder.resolve("password");
    if (!Files.isReadable(file)) {
      throw new DatabaseTroubleException(
          "The database's password is missing or may not be read: "
              + file.toAbsolutePath()
              + ". Put the file back, or restore a backup into an empty folder.");
    }
    return Files.readString(file).strip();
  }

  boolean isMade() {
    return Files.isDirectory(data());
  }

  /** Refuses data that these programs cannot open. */
  void check(PostgresPrograms programs) throws IOException {
    var version = data().resolve("PG_VERSION");
    if (!Files.isRegularFile(version)) {
      throw new DatabaseTroubleException(
          "The folder "
              + data().toAbsolutePath()
              + " is not PostgreSQL's data. Name another folder, or restore a backup.");
    }
    var major = Files.readString(version).strip();
    if (!major.equals(programs.major())) {
      throw new DatabaseTroubleException(
          "The data in %s were written by PostgreSQL %s; this Hilum brings PostgreSQL %s. %s"
              .formatted(
                  data().toAbsolutePath(),
                  major,
                  programs.major(),
                  "Make a backup with the Hilum that wrote them, and restore it with this one."));
    }
  }

  /**
   * Makes the data: whole, or not at all.
   *
   * <p>Text is UTF-8, sorted by code point (PostgreSQL's own C.UTF-8): the order never changes with
   * the operating system's libraries, which would silently break indexes. What is a letter is asked
   * of the system's C.UTF-8 by one kind of index, that of trigrams: with plain C it would know no
   * Chinese name.
   */
  void make(PostgresPrograms programs, ServerUser user) throws IOException {
    var making = folder.resolve("data.making");
    removeAll(making);
    Files.createDirectory(
        making, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    user.own(making);
    var initdb =
        List.of(
            programs.program("initdb"),
            "--pgdata=data.making",
            "--encoding=UTF8",
            "--locale=C",
            "--lc-ctype=C.UTF-8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--data-checksums",
            "--username=postgres",
            "--auth=trust",
            "--no-instructions");
    succeed(user.run(initdb, folder, "", LONGEST), "made");
    ServerSettings.write(making);
    var password = newPassword();
    succeed(user.run(alone(programs, making), folder, people(password), LONGEST), "set up");
    keep(password);
    Files.move(making, data(), StandardCopyOption.ATOMIC_MOVE);
    force(folder);
  }

  private static List<String> alone(PostgresPrograms programs, Path making) {
    // In this mode a failed statement ends it, and nobody can enter meanwhile.
    return List.of(
        programs.program("postgres"),
        "--single",
        "-D",
        making.getFileName().toString(),
        "-c",
        "exit_on_error=true",
        "-c",
        "logging_collector=off",
        "postgres");
  }

  private static String people(String password) {
    // A client's errors reach the client; in the server's log they could name patients.
    return """
    CREATE ROLE %1$s LOGIN PASSWORD '%2$s'
    ALTER ROLE %1$s SET log_min_messages = 'log'
    CREATE DATABASE %1$s OWNER %1$s
    """
        .formatted(NAME, password);
  }

  private static String newPassword() {
    var bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private void keep(String password) throws IOException {
    var file = folder.resolve("password");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, password + "\n");
    force(file);
  }

  private void succeed(ProgramRun run, String what) throws DatabaseTroubleException {
    if (!run.isDone()) {
      throw new DatabaseTroubleException(
          "The database in "
              + folder.toAbsolutePath()
              + " could not be "
              + what
              + ": "
              + ServerWords.of(run.output()));
    }
  }

  private static void force(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void removeAll(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
