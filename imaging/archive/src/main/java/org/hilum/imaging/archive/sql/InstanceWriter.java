package org.hilum.imaging.archive.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.hilum.imaging.archive.NewInstance;
import org.hilum.imaging.dicom.Tag;
import org.hilum.platform.storage.ContentHash;

/**
 * Writes an instance into the index with one statement, where its series is known already: the path
 * that every image takes. Each call is one transaction.
 */
final class InstanceWriter {

  private static final int SERIES_REMEMBERED = 4096;
  private static final String FOREIGN_KEY_VIOLATED = "23503";

  /**
   * Writes nothing, and gives no row, where the instance is there already or its study is gone.
   *
   * <p>Whoever changes something locks patient, study, series and instance in this order, and so
   * nobody waits for one who waits for him.
   */
  private static final String INSERT =
      """
      WITH study AS (SELECT pk FROM archive_study WHERE pk = ? FOR NO KEY UPDATE),
      added AS (
        INSERT INTO archive_instance (series_pk, institution, sop_uid, sop_class_uid,
          transfer_syntax, instance_number, pixel_rows, pixel_columns, bits_allocated, frames,
          content, bytes, source, received_at)
        SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM study
        ON CONFLICT (institution, sop_uid) DO NOTHING
        RETURNING received_at AS at),
      counted AS (
        UPDATE archive_study
        SET instance_count = instance_count + 1, last_received_at = greatest(last_received_at, at)
        FROM added WHERE pk = ?
        RETURNING at)
      UPDATE archive_series
      SET instance_count = instance_count + 1, revision = revision + 1,
        last_received_at = greatest(last_received_at, at)
      FROM counted WHERE pk = ?
      RETURNING revision, instance_count
      """;

  /** What became of the series. */
  record Written(long revision, boolean opensSeries) {}

  /**
   * Where a series lies in the index.
   *
   * @param isNew whether nothing is in it yet
   */
  record Place(long studyPk, long seriesPk, boolean isNew) {}

  private record SeriesKey(String institution, String studyUid, String seriesUid, String patient) {
    static SeriesKey of(NewInstance instance, IndexedHeader header) {
      return new SeriesKey(
          instance.institution(),
          instance.studyInstanceUid().value(),
          instance.seriesInstanceUid().value(),
          header.patientKey());
    }
  }

  private final DataSource source;
  private final SeriesWriter series;
  private final Map<SeriesKey, Place> known = Collections.synchronizedMap(new Remembered());

  InstanceWriter(DataSource source) {
    this.source = source;
    this.series = new SeriesWriter();
  }

  /**
   * Writes it; gives the revision of the series, or nothing where the instance is there already or
   * its study was deleted this moment.
   *
   * @throws ElsewhereException when its study is that of another patient
   */
  Optional<Written> write(NewInstance instance, IndexedHeader header)
      throws SQLException, ElsewhereException {
    var key = SeriesKey.of(instance, header);
    try (var connection = source.getConnection()) {
      var place = known.get(key);
      if (place != null) {
        try {
          return insert(connection, instance, header, place);
        } catch (SQLException failed) {
          if (!FOREIGN_KEY_VIOLATED.equals(failed.getSQLState())) {
            throw failed;
          }
          // The series was deleted since: it begins anew.
          known.remove(key);
        }
      }
      return begin(connection, instance, header, key);
    }
  }

  /**
   * Writes new instances of one series that is known in one transaction; gives nothing, and writes
   * nothing, where they are not.
   */
  Optional<List<Written>> writeTogether(List<NewInstance> instances) throws SQLException {
    var headers = instances.stream().map(IndexedHeader::new).toList();
    var places = new HashSet<Optional<Place>>();
    for (int n = 0; n < instances.size(); n++) {
      places.add(Optional.ofNullable(known.get(SeriesKey.of(instances.get(n), headers.get(n)))));
    }
    if (places.size() != 1 || places.contains(Optional.<Place>empty())) {
      return Optional.empty();
    }
    try (var connection = source.getConnection()) {
      return insertTogether(connection, instances, headers, places.iterator().next().get());
    }
  }

  private static Optional<List<Written>> insertTogether(
      Connection connection, List<NewInstance> instances, List<IndexedHeader> headers, Place place)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      var all = new ArrayList<Written>();
      for (int n = 0; n < instances.size(); n++) {
        var written = insert(connection, instances.get(n), headers.get(n), place);
        if (written.isEmpty()) {
          return Optional.empty();
        }
        all.add(written.get());
      }
      connection.commit();
      return Optional.of(all);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Forgets where its series lies, since that may be gone. */
  void forget(NewInstance instance, IndexedHeader header) {
    known.remove(SeriesKey.of(instance, header));
  }

  private Optional<Written> begin(
      Connection connection, NewInstance instance, IndexedHeader header, SeriesKey key)
      throws SQLException, ElsewhereException {
    connection.setAutoCommit(false);
    try {
      var place = series.write(connection, instance, header);
      var written = insert(connection, instance, header, place);
      if (written.isEmpty() && place.isNew()) {
        // The same UID lies elsewhere: no empty series, study or patient stays behind.
        return written;
      }
      connection.commit();
      known.put(key, place);
      return written;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static Optional<Written> insert(
      Connection connection, NewInstance instance, IndexedHeader header, Place place)
      throws SQLException {
    try (var statement = connection.prepareStatement(INSERT)) {
      fill(statement, instance, header, place);
      try (var rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(new Written(rows.getLong(1), rows.getInt(2) == 1))
            : Optional.empty();
      }
    }
  }

  private static void fill(
      PreparedStatement statement, NewInstance instance, IndexedHeader header, Place place)
      throws SQLException {
    int n = 0;
    statement.setLong(++n, place.studyPk());
    statement.setLong(++n, place.seriesPk());
    statement.setString(++n, instance.institution());
    statement.setString(++n, instance.sopInstanceUid().value());
    statement.setString(++n, instance.sopClassUid().value());
    statement.setString(++n, instance.transferSyntax());
    setInteger(statement, ++n, header.integer(Tag.INSTANCE_NUMBER));
    setInteger(statement, ++n, header.integer(Tag.ROWS));
    setInteger(statement, ++n, header.integer(Tag.COLUMNS));
    setInteger(statement, ++n, header.integer(Tag.BITS_ALLOCATED));
    statement.setInt(++n, header.frames());
    statement.setBytes(++n, bytes(instance.content()));
    statement.setLong(++n, instance.bytes());
    statement.setString(++n, IndexedHeader.storable(instance.source()));
    setMoment(statement, ++n, instance.receivedAt());
    statement.setLong(++n, place.studyPk());
    statement.setLong(++n, place.seriesPk());
  }

  static void setInteger(PreparedStatement statement, int at, OptionalInt value)
      throws SQLException {
    if (value.isPresent()) {
      statement.setInt(at, value.getAsInt());
    } else {
      statement.setNull(at, Types.INTEGER);
    }
  }

  static void setMoment(PreparedStatement statement, int at, Instant moment) throws SQLException {
    statement.setTimestamp(at, Timestamp.from(moment));
  }

  static byte[] bytes(ContentHash hash) {
    return HexFormat.of().parseHex(hash.hex());
  }

  static ContentHash hash(byte[] bytes) {
    return new ContentHash(HexFormat.of().formatHex(bytes));
  }

  /** The series written to most recently. */
  private static final class Remembered extends LinkedHashMap<SeriesKey, Place> {
    private static final long serialVersionUID = 1L;

    Remembered() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<SeriesKey, Place> eldest) {
      return size() > SERIES_REMEMBERED;
    }
  }
}
