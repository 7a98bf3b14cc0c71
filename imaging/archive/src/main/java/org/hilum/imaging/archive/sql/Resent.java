package org.hilum.imaging.archive.sql;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Objects;
import java.util.Optional;
import org.hilum.imaging.archive.ArchiveReason;
import org.hilum.imaging.archive.NewInstance;
import org.hilum.imaging.archive.StoreOutcome;
import org.hilum.imaging.archive.content.SameObject;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.platform.storage.ContentHash;
import org.hilum.platform.storage.ContentStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of an instance whose UID the index knows already. */
final class Resent {

  private final JdbcClient tables;
  private final TransactionTemplate transaction;
  private final ContentStore files;

  Resent(JdbcClient tables, TransactionTemplate transaction, ContentStore files) {
    this.tables = tables;
    this.transaction = transaction;
    this.files = files;
  }

  /** What the index holds under a SOP Instance UID. */
  private record Held(
      long pk, long seriesPk, long studyPk, String study, String series, ContentHash content) {

    boolean isWhere(NewInstance instance) {
      return study.equals(instance.studyInstanceUid().value())
          && series.equals(instance.seriesInstanceUid().value());
    }
  }

  /** Judges it; empty when what was there was changed or deleted this moment: it begins anew. */
  Optional<StoreOutcome> judge(NewInstance instance, IndexedHeader header) throws IOException {
    var here = held(instance);
    if (here.isEmpty()) {
      return Optional.empty();
    }
    var held = here.get();
    if (!held.isWhere(instance)) {
      return Optional.of(elsewhere(instance));
    }
    try {
      return held.content().equals(instance.content()) || isSame(held.content(), instance.content())
          ? Optional.of(new StoreOutcome.AlreadyHere())
          : Objects.requireNonNull(transaction.execute(status -> replace(held, instance, header)));
    } catch (NoSuchFileException deletedMeanwhile) {
      return Optional.empty();
    }
  }

  private static StoreOutcome elsewhere(NewInstance instance) {
    return new StoreOutcome.NotStored(
        new Reason(
            ArchiveReason.LIES_ELSEWHERE,
            "this SOP Instance UID is kept in another study or series: send it with a new UID",
            "SOP Instance UID " + instance.sopInstanceUid().value()));
  }

  private Optional<Held> held(NewInstance instance) {
    return tables
        .sql(
            """
            SELECT i.pk, se.pk AS series_pk, st.pk AS study_pk, st.study_uid, se.series_uid,
              i.content
            FROM archive_instance i
            JOIN archive_series se ON se.pk = i.series_pk JOIN archive_study st ON st.pk = study_pk
            WHERE i.institution = ? AND i.sop_uid = ?
            """)
        .params(instance.institution(), instance.sopInstanceUid().value())
        .query(
            (row, n) ->
                new Held(
                    row.getLong("pk"),
                    row.getLong("series_pk"),
                    row.getLong("study_pk"),
                    row.getString("study_uid"),
                    row.getString("series_uid"),
                    InstanceWriter.hash(row.getBytes("content"))))
        .optional();
  }

  /** Content that is damaged or gone on disk is not the same: what comes again replaces it. */
  private boolean isSame(ContentHash held, ContentHash come) throws IOException {
    var here = files.file(held);
    var there = files.file(come);
    return here.isPresent() && there.isPresent() && SameObject.of(here.get(), there.get());
  }

  private Optional<StoreOutcome> replace(Held held, NewInstance instance, IndexedHeader header) {
    if (!isStill(held)) {
      return Optional.empty();
    }
    tables
        .sql(
            """
            INSERT INTO archive_superseded (instance_pk, content, transfer_syntax, bytes, source,
              received_at, superseded_at)
            SELECT pk, content, transfer_syntax, bytes, source, received_at, ?
            FROM archive_instance WHERE pk = ?
            """)
        .params(Timestamp.from(instance.receivedAt()), held.pk())
        .update();
    describe(held.pk(), instance, header);
    return Optional.of(new StoreOutcome.Replaced(changed(held, instance)));
  }

  /** Whether it is as it was seen; from here on nobody else changes it. */
  private boolean isStill(Held held) {
    tables
        .sql("SELECT pk FROM archive_study WHERE pk = ? FOR NO KEY UPDATE")
        .param(held.studyPk())
        .query(Long.class)
        .optional();
    return tables
        .sql("SELECT content FROM archive_instance WHERE pk = ? FOR NO KEY UPDATE")
        .param(held.pk())
        .query((row, n) -> InstanceWriter.hash(row.getBytes("content")))
        .optional()
        .filter(held.content()::equals)
        .isPresent();
  }

  private void describe(long pk, NewInstance instance, IndexedHeader header) {
    tables
        .sql(
            """
            UPDATE archive_instance SET content = :content, bytes = :bytes,
              transfer_syntax = :syntax, sop_class_uid = :sopClass, source = :source,
              received_at = :at, frames = :frames, instance_number = :number,
              pixel_rows = :rows, pixel_columns = :columns, bits_allocated = :bits
            WHERE pk = :pk
            """)
        .param("content", InstanceWriter.bytes(instance.content()))
        .param("bytes", instance.bytes())
        .param("syntax", instance.transferSyntax())
        .param("sopClass", instance.sopClassUid().value())
        .param("source", IndexedHeader.storable(instance.source()))
        .param("at", Timestamp.from(instance.receivedAt()))
        .param("frames", header.frames())
        .param("number", header.integerOrNull(Tag.INSTANCE_NUMBER), Types.INTEGER)
        .param("rows", header.integerOrNull(Tag.ROWS), Types.INTEGER)
        .param("columns", header.integerOrNull(Tag.COLUMNS), Types.INTEGER)
        .param("bits", header.integerOrNull(Tag.BITS_ALLOCATED), Types.INTEGER)
        .param("pk", pk)
        .update();
  }

  private long changed(Held held, NewInstance instance) {
    var at = Timestamp.from(instance.receivedAt());
    tables
        .sql(
            "UPDATE archive_study SET last_received_at = greatest(last_received_at, ?) WHERE pk = ?")
        .params(at, held.studyPk())
        .update();
    return tables
        .sql(
            """
            UPDATE archive_series SET revision = revision + 1,
              last_received_at = greatest(last_received_at, ?)
            WHERE pk = ? RETURNING revision
            """)
        .params(at, held.seriesPk())
        .query(Long.class)
        .single();
  }
}
