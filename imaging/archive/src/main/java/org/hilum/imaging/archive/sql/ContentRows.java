package org.hilum.imaging.archive.sql;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hilum.platform.storage.ContentHash;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which content the index refers to. */
final class ContentRows {

  private final JdbcClient tables;

  ContentRows(JdbcClient tables) {
    this.tables = tables;
  }

  /** Content of all instances of some series, and what it took the place of. */
  List<ContentHash> of(String whichSeries, long pk) {
    return tables
        .sql(
            """
            WITH those AS (
              SELECT i.pk, i.content FROM archive_instance i
              JOIN archive_series se ON se.pk = i.series_pk WHERE %s)
            SELECT content FROM those
            UNION
            SELECT su.content FROM archive_superseded su JOIN those ON those.pk = su.instance_pk
            """
                .formatted(whichSeries))
        .param(pk)
        .query((row, n) -> InstanceWriter.hash(row.getBytes("content")))
        .list();
  }

  boolean isReferredTo(ContentHash content) {
    return unreferred(List.of(content)).isEmpty();
  }

  /** Those of some that nothing refers to. */
  Set<ContentHash> unreferred(List<ContentHash> contents) {
    return new HashSet<>(
        tables
            .sql(
                """
                SELECT c.content FROM unnest(?) AS c (content)
                WHERE NOT EXISTS (SELECT 1 FROM archive_instance i WHERE i.content = c.content)
                  AND NOT EXISTS (SELECT 1 FROM archive_superseded s WHERE s.content = c.content)
                """)
            .param(contents.stream().map(InstanceWriter::bytes).toArray(byte[][]::new))
            .query((row, n) -> InstanceWriter.hash(row.getBytes("content")))
            .list());
  }
}
