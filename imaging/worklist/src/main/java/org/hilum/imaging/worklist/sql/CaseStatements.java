package org.hilum.imaging.worklist.sql;

import javax.sql.DataSource;
import org.hilum.imaging.worklist.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a statement speaks of one case of the table, and gives its entry as it is then. */
record CaseStatements(JdbcClient tables) {

  static final String KEY = " WHERE institution = :institution AND study_uid = :study ";
  static final String ENTRY = "RETURNING *";

  static CaseStatements of(DataSource source) {
    return new CaseStatements(JdbcClient.create(source));
  }

  /** Of any kind, which names its case by {@link #KEY}. */
  JdbcClient.StatementSpec keyed(String sql, CaseKey key) {
    return tables
        .sql(sql)
        .param("institution", key.institution())
        .param("study", key.studyInstanceUid().value());
  }

  /**
   * One that changes it.
   *
   * @param where further conditions, each beginning with AND
   */
  JdbcClient.StatementSpec update(CaseKey key, String changes, String where) {
    return keyed("UPDATE worklist_case SET " + changes + KEY + where + ENTRY, key);
  }
}
