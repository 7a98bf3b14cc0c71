package org.hilum.benchmarks.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.hilum.imaging.dicom.SendableObject;
import org.hilum.platform.storage.ContentHash;
import org.hilum.platform.storage.ContentStore;
import org.hilum.platform.storage.Database;
import org.hilum.platform.storage.DatabasePlace;

/** Looks into the tables and files of a running server from outside, to count what is there. */
final class ServerBooks {

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final Path data;

  ServerBooks(Path data) {
    this.data = data;
  }

  private Database join() throws IOException {
    return Database.join(new DatabasePlace.Embedded(data.resolve("database")));
  }

  /** Waits until no case is on its way any more; false when that took too long. */
  boolean awaitEnds(Duration most) throws IOException, InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    try (var database = join();
        var connection = database.source().getConnection()) {
      while (System.nanoTime() < end) {
        if (number(connection, OPEN_CASES) == 0 && number(connection, OPEN_JOBS) == 0) {
          return true;
        }
        Thread.sleep(LOOK_EVERY);
      }
      return false;
    } catch (SQLException failed) {
      throw new IOException(failed);
    }
  }

  private static final String OPEN_CASES =
      "SELECT count(*) FROM worklist_case WHERE state IN ('ARRIVING', 'WAITING', 'READING')";
  private static final String OPEN_JOBS =
      "SELECT count(*) FROM jobs_job WHERE state IN ('WAITING', 'RUNNING')";

  private static final String STUDIES_WITHOUT_CASE =
      """
      SELECT count(*) FROM archive_study st WHERE 'CT' = ANY (modalities)
        AND NOT EXISTS (SELECT 1 FROM worklist_case c
          WHERE c.institution = st.institution AND c.study_uid = st.study_uid)
      """;

  /** A case that was read has one current reading, whose objects are those in the archive. */
  private static final String READ_AS_TWO =
      """
      SELECT count(*) FROM worklist_case c WHERE c.state = 'READ' AND (
        (SELECT count(*) FROM worklist_result r WHERE r.institution = c.institution
          AND r.study_uid = c.study_uid AND r.kind = 'READING' AND r.is_current) <> 1
        OR (SELECT count(*) FROM archive_series se JOIN archive_study st ON st.pk = se.study_pk
          WHERE st.institution = c.institution AND st.study_uid = c.study_uid
            AND se.modality = 'SEG') <> 1)
      """;

  private static final String NOT_READ = "SELECT count(*) FROM worklist_case WHERE state <> 'READ'";
  private static final String CASES = "SELECT count(*) FROM worklist_case";

  private static final String TURNAROUND =
      """
      SELECT extract(epoch FROM read_at - last_image_at) FROM worklist_case
      WHERE read_at IS NOT NULL ORDER BY read_at DESC LIMIT 1
      """;

  /** Of the case that was read last. */
  double secondsFromLastImageToResults() throws IOException {
    try (var database = join();
        var connection = database.source().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(TURNAROUND)) {
      return rows.next() ? rows.getDouble(1) : Double.NaN;
    } catch (SQLException failed) {
      throw new IOException(failed);
    }
  }

  /**
   * What was counted.
   *
   * @param lost acknowledged images that are not in the index, or whose file is gone or altered
   */
  record Count(int acknowledged, int lost, long cases, long without, long asTwo, long notRead) {

    boolean isClean() {
      return lost == 0 && without == 0 && asTwo == 0;
    }

    String words() {
      return ("%d images acknowledged, %d lost; %d cases, %d studies without a case,"
              + " %d read as two, %d set aside or refused")
          .formatted(acknowledged, lost, cases, without, asTwo, notRead);
    }
  }

  Count count(Set<SendableObject> acknowledged) throws IOException {
    try (var database = join();
        var connection = database.source().getConnection()) {
      int lost = 0;
      for (var object : acknowledged) {
        lost += isKept(connection, object) ? 0 : 1;
      }
      return new Count(
          acknowledged.size(),
          lost,
          number(connection, CASES),
          number(connection, STUDIES_WITHOUT_CASE),
          number(connection, READ_AS_TWO),
          number(connection, NOT_READ));
    } catch (SQLException failed) {
      throw new IOException(failed);
    }
  }

  private boolean isKept(Connection connection, SendableObject sent)
      throws SQLException, IOException {
    try (var statement =
        connection.prepareStatement("SELECT content FROM archive_instance WHERE sop_uid = ?")) {
      statement.setString(1, sent.sopInstance().value());
      try (var rows = statement.executeQuery()) {
        return rows.next() && isSame(rows.getBytes(1), sent);
      }
    }
  }

  private boolean isSame(byte[] content, SendableObject sent) throws IOException {
    var file =
        ContentStore.look(data.resolve("objects"))
            .file(new ContentHash(HexFormat.of().formatHex(content)));
    if (file.isEmpty()) {
      return false;
    }
    var kept = SendableObject.of(file.get());
    try (var here = dataSet(kept.orElseThrow());
        var there = dataSet(sent)) {
      return Arrays.equals(here.readAllBytes(), there.readAllBytes());
    }
  }

  private static InputStream dataSet(SendableObject object) throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(object.file()));
    in.skipNBytes(object.dataSetAt());
    return in;
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
