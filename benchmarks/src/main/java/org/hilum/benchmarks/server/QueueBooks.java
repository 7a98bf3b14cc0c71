package org.hilum.benchmarks.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.hilum.platform.access.AccessRefusal;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.storage.Database;
import org.hilum.platform.storage.DatabasePlace;

/** Makes institutions in the tables of a running server, and looks how its queue went. */
final class QueueBooks {

  private static final String READ = "SELECT count(*) FROM worklist_case WHERE state = 'READ'";

  private static final String IMAGES =
      """
      SELECT count(*) FROM archive_instance i JOIN archive_series se ON se.pk = i.series_pk
      WHERE se.modality = 'CT'
      """;

  /** From the beginning of the first reading to the end of the last one. */
  private static final String SECONDS_A_CASE =
      """
      SELECT extract(epoch FROM max(a.ended_at) - min(a.started_at)) / count(*) FROM jobs_attempt a
      JOIN jobs_job j ON j.id = a.job WHERE j.kind = 'read-study'
      """;

  private static final String BEGUN =
      """
      WITH begun AS (
        SELECT j.id, j.institution, j.urgency, j.not_before AS asked,
          (SELECT min(a.started_at) FROM jobs_attempt a WHERE a.job = j.id) AS at
        FROM jobs_job j WHERE j.kind = 'read-study')
      """;

  private static final String OUT_OF_ORDER =
      BEGUN
          + """
          SELECT count(*) FROM begun one WHERE EXISTS (SELECT 1 FROM begun other
            WHERE other.urgency > one.urgency AND other.at > one.at
              AND other.asked < one.at - interval '1 second')
          """;

  /** An institution begun twice while the same case of another waited from before the first. */
  private static final String OUT_OF_TURN =
      BEGUN
          + """
          SELECT count(*) FROM begun second JOIN begun first
            ON first.institution = second.institution AND first.urgency = second.urgency
              AND first.at < second.at
          WHERE EXISTS (SELECT 1 FROM begun other
            WHERE other.institution <> second.institution AND other.urgency = second.urgency
              AND other.at > second.at AND other.asked < first.at - interval '1 second')
          """;

  private final Path data;

  QueueBooks(Path data) {
    this.data = data;
  }

  /**
   * What was counted.
   *
   * @param outOfOrder readings begun while a more urgent one waited
   * @param outOfTurn readings begun before that of an institution whose turn it was
   */
  record Count(long read, long images, double secondsACase, long outOfOrder, long outOfTurn) {}

  /** The application entity of an institution that sends. */
  static String title(int institution) {
    return "CT_%04d".formatted(institution);
  }

  void openInstitutions(int count) throws IOException {
    try (var database = join()) {
      var institutions = Institutions.in(database.source());
      for (int n = 0; n < count; n++) {
        var code = "hc-%04d".formatted(n);
        institutions.put(code, "Health centre " + n);
        institutions.put(new Institutions.Peer(title(n), code, "", 0, true, false, false));
      }
    } catch (AccessRefusal refused) {
      throw new IOException(refused);
    }
  }

  /** Cases read so far. */
  long read() throws IOException {
    try (var database = join();
        var connection = database.source().getConnection()) {
      return (long) number(connection, READ);
    } catch (SQLException failed) {
      throw new IOException(failed);
    }
  }

  Count count() throws IOException {
    try (var database = join();
        var connection = database.source().getConnection()) {
      return new Count(
          (long) number(connection, READ),
          (long) number(connection, IMAGES),
          number(connection, SECONDS_A_CASE),
          (long) number(connection, OUT_OF_ORDER),
          (long) number(connection, OUT_OF_TURN));
    } catch (SQLException failed) {
      throw new IOException(failed);
    }
  }

  private Database join() throws IOException {
    return Database.join(new DatabasePlace.Embedded(data.resolve("database")));
  }

  private static double number(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getDouble(1);
    }
  }
}
