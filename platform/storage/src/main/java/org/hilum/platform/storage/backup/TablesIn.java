package org.hilum.platform.storage.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.hilum.platform.storage.BackupTroubleException;
import org.hilum.platform.storage.ContentHash;
import org.postgresql.PGConnection;

/**
 * Puts rows back into tables that the same scripts shaped: all of them, or none.
 *
 * @param connection in a transaction that its caller commits
 */
public record TablesIn(Connection connection, Path folder) {

  private static final String BONDS =
      """
      SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)
      FROM pg_constraint
      WHERE contype = 'f' AND conparentid = 0
        AND connamespace = current_schema()::regnamespace
      """;

  /** A rule that rows of one table name rows of another. */
  private record Bond(String table, String name, String rule) {}

  /** Refuses rows that are not what the manifest says, before anything is touched. */
  public static void check(Manifest manifest, Path folder) throws IOException {
    for (var table : manifest.tables()) {
      try (var rows = rows(folder, table)) {
        rows.transferTo(OutputStream.nullOutputStream());
        if (!ContentHash.of(rows.getMessageDigest()).equals(table.hash())) {
          throw changed(table, null);
        }
      } catch (BackupTroubleException told) {
        throw told;
      } catch (IOException unreadable) {
        throw changed(table, unreadable);
      }
    }
  }

  private static BackupTroubleException changed(
      Manifest.Table table, @org.jspecify.annotations.Nullable IOException cause) {
    var words =
        "The rows of " + table.name() + " in the backup were changed or are damaged. Use another.";
    return cause == null
        ? new BackupTroubleException(words)
        : new BackupTroubleException(words, cause);
  }

  private static DigestInputStream rows(Path folder, Manifest.Table table) throws IOException {
    InputStream file = Files.newInputStream(TablesOut.file(folder, table.name()));
    return new DigestInputStream(
        new GZIPInputStream(new BufferedInputStream(file)), ContentHash.digest());
  }

  /** Puts all rows back, and proves that they are the same. */
  public void read(Manifest manifest) throws SQLException, IOException {
    TablesOut.plain(connection);
    var names = manifest.tables().stream().map(Manifest.Table::name).toList();
    var bonds = bonds();
    for (var bond : bonds) {
      say("ALTER TABLE " + bond.table + " DROP CONSTRAINT " + bond.name);
    }
    triggers(names, "DISABLE");
    if (!names.isEmpty()) {
      say("TRUNCATE " + String.join(", ", names.stream().map(TablesOut::quoted).toList()));
    }
    for (var table : manifest.tables()) {
      read(table);
    }
    triggers(names, "ENABLE");
    for (var bond : bonds) {
      say("ALTER TABLE " + bond.table + " ADD CONSTRAINT " + bond.name + " " + bond.rule);
    }
    for (var sequence : manifest.sequences()) {
      stand(sequence);
    }
  }

  private List<Bond> bonds() throws SQLException {
    try (var statement = connection.createStatement();
        var answer = statement.executeQuery(BONDS)) {
      var found = new ArrayList<Bond>();
      while (answer.next()) {
        found.add(new Bond(answer.getString(1), answer.getString(2), answer.getString(3)));
      }
      return found;
    }
  }

  private void triggers(List<String> tables, String what) throws SQLException {
    for (var table : tables) {
      say("ALTER TABLE " + TablesOut.quoted(table) + " " + what + " TRIGGER USER");
    }
  }

  private void read(Manifest.Table table) throws SQLException, IOException {
    var copy =
        "COPY "
            + TablesOut.quoted(table.name())
            + " ("
            + String.join(", ", table.columns())
            + ") FROM STDIN";
    try (var rows = rows(folder, table)) {
      connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, rows);
    }
    var found =
        new TablesOut(connection)
            .copy(table.name(), table.columns(), OutputStream.nullOutputStream());
    if (!found.equals(table)) {
      throw new BackupTroubleException(
          "The rows of %s came back as others: %d of %d. Nothing was restored."
              .formatted(table.name(), found.rows(), table.rows()));
    }
  }

  private void stand(Manifest.Sequence sequence) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
      statement.setString(1, TablesOut.quoted(sequence.name()));
      statement.setLong(2, sequence.value());
      statement.setBoolean(3, sequence.isUsed());
      statement.execute();
    }
  }

  private void say(String words) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(words);
    }
  }
}
