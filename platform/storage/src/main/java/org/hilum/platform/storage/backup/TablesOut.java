package org.hilum.platform.storage.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.hilum.platform.storage.ContentHash;
import org.postgresql.PGConnection;

/**
 * The rows of all tables as they were at one moment.
 *
 * @param connection in a transaction that sees one moment only
 */
public record TablesOut(Connection connection) {

  /** Flyway's own list; it is written again by the scripts that shape the tables. */
  static final String HISTORY = "flyway_schema_history";

  private static final String ONE_MOMENT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

  private static final String TABLES =
      """
      SELECT c.relname, string_agg(quote_ident(a.attname), E'\\t' ORDER BY a.attnum)
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
      JOIN pg_attribute a ON a.attrelid = c.oid
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relkind = 'r' AND c.relname <> '%s'
      GROUP BY c.relname ORDER BY c.relname
      """
          .formatted(HISTORY);

  private static final String SEQUENCES =
      """
      SELECT sequencename, coalesce(last_value, start_value), last_value IS NOT NULL
      FROM pg_sequences WHERE schemaname = current_schema() ORDER BY sequencename
      """;

  private static final String SCRIPTS =
      "SELECT script, checksum FROM "
          + HISTORY
          + " WHERE type = 'SQL' AND success ORDER BY installed_rank";

  /** Looks at one moment: what is committed later is not seen. */
  public static TablesOut of(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute(ONE_MOMENT);
      plain(connection);
      statement.execute("SELECT 1 FROM pg_class LIMIT 1");
    }
    return new TablesOut(connection);
  }

  /** Makes the same rows always be the same text. */
  static void plain(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET LOCAL TimeZone = 'UTC'");
      statement.execute("SET LOCAL DateStyle = 'ISO, YMD'");
      statement.execute("SET LOCAL IntervalStyle = 'postgres'");
      statement.execute("SET LOCAL bytea_output = 'hex'");
      statement.execute("SET LOCAL extra_float_digits = 3");
      statement.execute("SET LOCAL statement_timeout = 0");
    }
  }

  /** Writes the rows of each table into a file of its name. */
  public List<Manifest.Table> write(Path folder) throws SQLException, IOException {
    var written = new ArrayList<Manifest.Table>();
    try (var statement = connection.createStatement();
        var tables = statement.executeQuery(TABLES)) {
      while (tables.next()) {
        var columns = List.of(tables.getString(2).split("\t", -1));
        written.add(write(tables.getString(1), columns, folder));
      }
    }
    return written;
  }

  private Manifest.Table write(String name, List<String> columns, Path folder)
      throws SQLException, IOException {
    try (var file = Files.newOutputStream(file(folder, name));
        var packed = new GZIPOutputStream(new BufferedOutputStream(file))) {
      return copy(name, columns, packed);
    }
  }

  /** The rows as they are now, into a stream. */
  Manifest.Table copy(String name, List<String> columns, OutputStream into)
      throws SQLException, IOException {
    try (var digested = new DigestOutputStream(into, ContentHash.digest())) {
      var copy = "COPY " + quoted(name) + " (" + String.join(", ", columns) + ") TO STDOUT";
      long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, digested);
      return new Manifest.Table(name, rows, ContentHash.of(digested.getMessageDigest()), columns);
    }
  }

  static Path file(Path folder, String table) {
    return folder.resolve(table + ".rows.gz");
  }

  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** Where the sequences stand; they only grow, so that a later moment does no harm. */
  public List<Manifest.Sequence> sequences() throws SQLException {
    try (var statement = connection.createStatement();
        var answer = statement.executeQuery(SEQUENCES)) {
      var found = new ArrayList<Manifest.Sequence>();
      while (answer.next()) {
        found.add(
            new Manifest.Sequence(answer.getString(1), answer.getLong(2), answer.getBoolean(3)));
      }
      return found;
    }
  }

  /** The scripts that had shaped the tables. */
  public List<Manifest.Script> scripts() throws SQLException {
    if (!hasHistory()) {
      return List.of();
    }
    try (var statement = connection.createStatement();
        var answer = statement.executeQuery(SCRIPTS)) {
      var found = new ArrayList<Manifest.Script>();
      while (answer.next()) {
        found.add(new Manifest.Script(answer.getString(1), answer.getInt(2)));
      }
      return found;
    }
  }

  private boolean hasHistory() throws SQLException {
    try (var statement = connection.createStatement();
        var answer = statement.executeQuery("SELECT to_regclass('" + HISTORY + "') IS NOT NULL")) {
      answer.next();
      return answer.getBoolean(1);
    }
  }
}
