package org.hilum.imaging.worklist.sql;

import javax.sql.DataSource;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.imaging.worklist.WorklistQuery;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches the table of cases. */
public final class CaseQuery {

  private static final String MATCHING =
      """
      FROM worklist_case c
      WHERE (:seer = '' OR EXISTS (SELECT 1 FROM worklist_audience a
          WHERE a.case_pk = c.pk AND a.institution = :seer))
        AND (cardinality(:states) = 0 OR c.state = ANY (:states))
        AND (cardinality(:sites) = 0 OR c.institution = ANY (:sites))
        AND (:text = '' OR c.name_folded LIKE :part OR c.patient_id LIKE :start
          OR c.accession_number LIKE :start)
        AND (:from = '' OR c.study_date >= :from)
        AND (:to = '' OR (c.study_date <= :to AND c.study_date <> ''))
        AND (:account = '' OR c.assigned_to = :account)
      """;

  private final JdbcClient tables;

  public CaseQuery(DataSource source) {
    this.tables = JdbcClient.create(source);
  }

  /** The cases wanted, and how many there are in all. */
  public Worklist.Page cases(WorklistQuery query) {
    int total = with(query, "SELECT count(*) " + MATCHING).query(Integer.class).single();
    var entries =
        with(
                query,
                "SELECT c.* "
                    + MATCHING
                    + "ORDER BY "
                    + order(query.order())
                    + " OFFSET :offset LIMIT :most")
            .param("offset", query.offset())
            .param("most", query.most())
            .query((row, n) -> EntryRow.of(row))
            .list();
    return new Worklist.Page(entries, total);
  }

  private JdbcClient.StatementSpec with(WorklistQuery query, String sql) {
    var text = escaped(query.text().strip());
    return tables
        .sql(sql)
        .param("seer", query.seenBy().orElse(""))
        .param("states", query.states().stream().map(Enum::name).toArray(String[]::new))
        .param("sites", query.sites().toArray(String[]::new))
        .param("text", text)
        .param("part", "%" + CaseTable.folded(text) + "%")
        .param("start", text + "%")
        .param("from", query.fromDate())
        .param("to", query.toDate())
        .param("account", query.assignedTo().orElse(""));
  }

  /** What a person types is no pattern. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static String order(WorklistQuery.Order order) {
    return switch (order) {
      case URGENCY -> "greatest(c.asked_level, c.found_level) DESC, c.state_since, c.pk";
      case ARRIVED -> "c.arrived_at DESC, c.pk DESC";
      case STUDY_DATE -> "c.study_date DESC, c.study_time DESC, c.pk DESC";
      case PATIENT_NAME -> "c.name_folded, c.pk";
      case OPACITY -> "c.opacity_percent DESC NULLS LAST, c.pk";
    };
  }
}
