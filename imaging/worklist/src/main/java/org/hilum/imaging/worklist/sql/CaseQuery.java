package org.hilum.imaging.worklist.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.imaging.worklist.WorklistQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Searches the table of cases: each condition is in the statement only where it is asked for, so
 * that the database finds the index for it.
 *
 * <p>Every search is planned by its own values. A plan for any values suits neither the institution
 * that sees sixty cases nor the one that sees all, and takes no index for the beginning of an ID.
 */
public final class CaseQuery {

  /** For this transaction: the list lies in memory, and a page is done before code is compiled. */
  private static final String BY_ITS_VALUES =
      """
      SELECT set_config('plan_cache_mode', 'force_custom_plan', true),
        set_config('random_page_cost', '1.1', true), set_config('jit', 'off', true)
      """;

  /**
   * Just as its index has it: what is signed last; what is over last in its level, newest first.
   */
  static final String BY_URGENCY =
      """
      (c.report_state = 'SIGNED'), greatest(c.asked_level, c.found_level, c.compared_level) DESC,
      (CASE WHEN c.state NOT IN ('READ', 'CANCELLED') THEN c.state_since END) NULLS LAST,
      c.state_since DESC, c.pk
      """;

  /** Fewer letters than a trigram has are looked for where a word begins. */
  private static final int TRIGRAM = 3;

  private final JdbcClient tables;
  private final TransactionTemplate transaction;

  public CaseQuery(DataSource source) {
    this.tables = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
  }

  /** The cases wanted, and how many there are, counted to {@link Worklist#MOST_COUNTED}. */
  public Worklist.Page cases(WorklistQuery query) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              tables.sql(BY_ITS_VALUES).query().singleRow();
              return page(query);
            }));
  }

  private Worklist.Page page(WorklistQuery query) {
    var conditions = new Conditions(query);
    int total =
        conditions
            .bind(
                "SELECT count(*) FROM (SELECT 1 FROM worklist_case c "
                    + conditions.where
                    + " LIMIT :limit) counted")
            .param("limit", Worklist.MOST_COUNTED + 1)
            .query(Integer.class)
            .single();
    var entries =
        conditions
            .bind(
                "SELECT c.* FROM worklist_case c "
                    + conditions.where
                    + " ORDER BY "
                    + order(query.order())
                    + " OFFSET :offset LIMIT :most")
            .param("offset", query.offset())
            .param("most", query.most())
            .query((row, n) -> EntryRow.of(row))
            .list();
    return new Worklist.Page(
        entries, Math.min(total, Worklist.MOST_COUNTED), total > Worklist.MOST_COUNTED);
  }

  private static String order(WorklistQuery.Order order) {
    return switch (order) {
      case URGENCY -> BY_URGENCY;
      case ARRIVED -> "c.arrived_at DESC, c.pk DESC";
      case STUDY_DATE -> "c.study_date DESC, c.study_time DESC, c.pk DESC";
      case PATIENT_NAME -> "c.name_folded, c.pk";
      case OPACITY -> "c.opacity_percent DESC NULLS LAST, c.pk";
    };
  }

  /** What is asked for, as a condition with its values. */
  private final class Conditions {

    private final StringBuilder where = new StringBuilder("WHERE true");
    private final Map<String, Object> values = new LinkedHashMap<>();

    Conditions(WorklistQuery query) {
      query
          .seenBy()
          .ifPresent(
              seer ->
                  and(
                      "EXISTS (SELECT 1 FROM worklist_audience a"
                          + " WHERE a.case_pk = c.pk AND a.institution = :seer)",
                      Map.of("seer", seer)));
      if (!query.states().isEmpty()) {
        var states = query.states().stream().map(Enum::name).toArray(String[]::new);
        and("c.state = ANY (:states)", Map.of("states", states));
      }
      if (!query.sites().isEmpty()) {
        var sites = query.sites().toArray(String[]::new);
        and("c.institution = ANY (:sites)", Map.of("sites", sites));
      }
      if (!query.fromDate().isEmpty()) {
        and("c.study_date >= :from", Map.of("from", query.fromDate()));
      }
      if (!query.toDate().isEmpty()) {
        and("c.study_date <= :to AND c.study_date <> ''", Map.of("to", query.toDate()));
      }
      query
          .assignedTo()
          .ifPresent(account -> and("c.assigned_to = :account", Map.of("account", account)));
      query
          .report()
          .ifPresent(
              report ->
                  and(
                      switch (report) {
                        case UNSIGNED -> "c.report_state <> 'SIGNED'";
                        case DRAFT -> "c.report_state = 'DRAFT'";
                        case SIGNED -> "c.report_state = 'SIGNED'";
                      },
                      Map.of()));
      text(query.text().strip());
    }

    private void and(String condition, Map<String, Object> with) {
      where.append(" AND (").append(condition).append(')');
      values.putAll(with);
    }

    /** Every word in the name, or the beginning of an ID or accession number. */
    private void text(String text) {
      if (text.isEmpty()) {
        return;
      }
      var name = new StringBuilder("true");
      int n = 0;
      for (var word : FoldedName.words(text)) {
        name.append(" AND ").append(word(word, n++));
      }
      and(
          name + " OR c.patient_id LIKE :start OR c.accession_number LIKE :start",
          Map.of("start", escaped(text) + "%"));
    }

    private String word(String word, int n) {
      var signs = FoldedName.sought(word);
      values.put("part" + n, "%" + escaped(word) + "%");
      if (!signs.isEmpty()) {
        values.put("signs" + n, signs.toArray(String[]::new));
        return "c.name_signs @> :signs%d::text[] AND c.name_folded LIKE :part%d".formatted(n, n);
      }
      if (word.length() >= TRIGRAM) {
        return "c.name_folded LIKE :part" + n;
      }
      values.put("first" + n, escaped(word) + "%");
      values.put("part" + n, "% " + escaped(word) + "%");
      return "(c.name_folded LIKE :first%d OR c.name_folded LIKE :part%d)".formatted(n, n);
    }

    JdbcClient.StatementSpec bind(String sql) {
      return tables.sql(sql).params(values);
    }
  }

  /** What a person types is no pattern. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
