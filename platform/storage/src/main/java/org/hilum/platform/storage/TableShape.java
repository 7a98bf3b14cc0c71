package org.hilum.platform.storage;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.hilum.platform.storage.backup.Manifest;

/** Gives an empty database the shape that a backup's tables had, by the same scripts. */
final class TableShape {

  private static final String ANY_TABLE =
      """
      SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema())
      """;

  private final Database database;
  private final List<String> folders;

  TableShape(Database database, List<String> folders) {
    this.database = database;
    this.folders = folders;
  }

  /** Refuses what scripts shaped that this program does not have. */
  void checkKnown(Manifest manifest) throws BackupTroubleException {
    for (var script : manifest.scripts()) {
      if (resource(script).isEmpty()) {
        throw new BackupTroubleException(
            "The backup was made by Hilum %s, whose tables this Hilum does not know (%s). %s"
                .formatted(
                    manifest.program(), script.name(), "Restore it with that Hilum or a newer."));
      }
    }
  }

  private Optional<URL> resource(Manifest.Script script) {
    return folders.stream()
        .map(folder -> TableShape.class.getResource("/" + folder + "/" + script.name()))
        .filter(found -> found != null)
        .findFirst();
  }

  boolean isThere() throws IOException {
    try (var connection = database.source().getConnection();
        var statement = connection.createStatement();
        var answer = statement.executeQuery(ANY_TABLE)) {
      answer.next();
      return answer.getBoolean(1);
    } catch (SQLException failed) {
      throw new DatabaseTroubleException("The database does not answer.", failed);
    }
  }

  /** Removes all tables, and makes those of the backup, without rows. */
  void make(Manifest manifest) throws IOException {
    var scripts = Files.createTempDirectory("hilum-restore");
    try {
      for (var script : manifest.scripts()) {
        copy(script, scripts);
      }
      var flyway =
          Flyway.configure()
              .loggers("slf4j")
              .dataSource(database.source())
              .locations("filesystem:" + scripts)
              .outOfOrder(true)
              .cleanDisabled(false)
              .load();
      flyway.clean();
      flyway.migrate();
      checkSame(flyway, manifest);
    } catch (FlywayException failed) {
      throw new BackupTroubleException(
          "The tables could not be made: " + failed.getMessage(), failed);
    } finally {
      remove(scripts);
    }
  }

  private void copy(Manifest.Script script, Path scripts) throws IOException {
    try (var text = resource(script).orElseThrow().openStream()) {
      Files.copy(text, scripts.resolve(script.name()));
    }
  }

  private static void checkSame(Flyway flyway, Manifest manifest) throws BackupTroubleException {
    for (var done : flyway.info().applied()) {
      boolean isSame =
          manifest.scripts().stream()
              .anyMatch(
                  script ->
                      script.name().equals(done.getScript())
                          && Integer.valueOf(script.checksum()).equals(done.getChecksum()));
      if (!isSame) {
        throw new BackupTroubleException(
            "The script "
                + done.getScript()
                + " has changed since the backup was made. Restore it with the Hilum that made it.");
      }
    }
  }

  private static void remove(Path scripts) throws IOException {
    try (var files = Files.walk(scripts)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
