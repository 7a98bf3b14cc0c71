package org.hilum.platform.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.util.PSQLState;

/** Whether a database may be trusted with what hospitals send, and if not, what to do. */
final class DatabaseCheck {

  private static final int OLDEST = 15;
  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

  private static final String QUESTION =
      """
      SELECT current_setting('server_version_num')::int / 10000 AS major,
             current_setting('server_encoding') AS encoding,
             current_setting('fsync') AS fsync,
             current_setting('full_page_writes') AS pages,
             current_setting('synchronous_commit') AS synchronous,
             pg_is_in_recovery() AS copy,
             current_schema() AS schema,
             coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS may_create
      """;

  private DatabaseCheck() {}

  static void check(DataSource source, String where) throws DatabaseTroubleException {
    try (var connection = connected(source);
        var statement = connection.createStatement();
        var answer = statement.executeQuery(QUESTION)) {
      answer.next();
      var troubles = troubles(answer);
      if (!troubles.isEmpty()) {
        throw new DatabaseTroubleException(
            "The database (" + where + ") cannot be used. " + String.join(" ", troubles));
      }
    } catch (SQLException failed) {
      throw new DatabaseTroubleException(
          "The database (" + where + ") cannot be used. " + words(failed), failed);
    }
  }

  /** Waits for a server that is just starting, or ending the connections of an earlier process. */
  private static Connection connected(DataSource source) throws SQLException {
    long until = System.nanoTime() + LONGEST_START.toNanos();
    while (true) {
      try {
        return source.getConnection();
      } catch (SQLException failed) {
        if (!"57P03".equals(failed.getSQLState()) || System.nanoTime() > until) {
          throw failed;
        }
      }
      try {
        Thread.sleep(BETWEEN_TRIES);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new SQLException("interrupted", interrupted);
      }
    }
  }

  private static List<String> troubles(ResultSet answer) throws SQLException {
    var troubles = new ArrayList<String>();
    if (answer.getInt("major") < OLDEST) {
      troubles.add(
          "It is PostgreSQL %d: use %d or later.".formatted(answer.getInt("major"), OLDEST));
    }
    if (!"UTF8".equals(answer.getString("encoding"))) {
      troubles.add(
          "Its encoding is %s: make one with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0."
              .formatted(answer.getString("encoding")));
    }
    for (var setting : List.of("fsync", "synchronous", "pages")) {
      if ("off".equals(answer.getString(setting))) {
        troubles.add(forgetful(setting));
      }
    }
    if (answer.getBoolean("copy")) {
      troubles.add("It is a standby that cannot be written to: name the primary server.");
    } else if (!answer.getBoolean("may_create")) {
      troubles.add(
          "The user may not make tables: GRANT CREATE ON SCHEMA public, or make the user the owner"
              + " of the database.");
    }
    return troubles;
  }

  private static String forgetful(String setting) {
    var name =
        switch (setting) {
          case "synchronous" -> "synchronous_commit";
          case "pages" -> "full_page_writes";
          default -> setting;
        };
    return "It has %s off and may lose what it acknowledged: set %s = on and reload it."
        .formatted(name, name);
  }

  private static String words(SQLException failed) {
    var state = String.valueOf(failed.getSQLState());
    if (PSQLState.isConnectionError(state)) {
      return "It cannot be reached: is it running, and does the address have the right host and"
          + " port? ("
          + failed.getMessage()
          + ")";
    }
    return switch (state) {
      case "28P01", "28000" -> "It does not let the user in: check user, password and pg_hba.conf.";
      case "3D000" -> "There is no such database: make it with CREATE DATABASE.";
      case "53300" -> "It has no connection left: raise its max_connections, or end other users'.";
      case "42501" -> "The user lacks rights: make the user the owner of the database.";
      default -> "It said: " + failed.getMessage();
    };
  }
}
