package org.hilum.platform.jobs.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobFilter;
import org.hilum.platform.jobs.JobState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers questions about many jobs. */
final class Lookup {

  private static final String FILTERED =
      """
      select * from jobs_job
      where (:anyKind or kind = any (:kinds))
        and (:anyInstitution or institution = any (:institutions))
        and state = any (:states)
      """;

  private static final String IN_ORDER =
      """
      order by state <> 'RUNNING', urgency desc, attempts = 0,
        case when attempts > 0 then not_before end, turn, id
      limit :most""";

  private static final String NEWEST_FIRST = "order by ended_at desc, id desc limit :most";

  private final JdbcClient sql;

  Lookup(DataSource source) {
    sql = JdbcClient.create(source);
  }

  List<Job> jobs(JobFilter filter) {
    var found = new ArrayList<>(find(filter, false, filter.most()));
    if (found.size() < filter.most()) {
      found.addAll(find(filter, true, filter.most() - found.size()));
    }
    return found;
  }

  private List<Job> find(JobFilter filter, boolean ended, int most) {
    var states =
        Stream.of(JobState.values())
            .filter(state -> state.isEnd() == ended)
            .filter(state -> filter.states().isEmpty() || filter.states().contains(state))
            .map(JobState::name)
            .toList();
    if (states.isEmpty()) {
      return List.of();
    }
    return sql
        .sql(FILTERED + (ended ? NEWEST_FIRST : IN_ORDER))
        .param("anyKind", filter.kinds().isEmpty())
        .param("kinds", array(filter.kinds()))
        .param("anyInstitution", filter.institutions().isEmpty())
        .param("institutions", array(filter.institutions()))
        .param("states", array(states))
        .param("most", most)
        .query(JobRow::of)
        .list()
        .stream()
        .map(JobRow::job)
        .toList();
  }

  private static String[] array(Collection<String> words) {
    return words.toArray(String[]::new);
  }

  Map<JobState, Long> open() {
    return sql
        .sql(
            """
            select state, count(*) as jobs from jobs_job
            where state in ('WAITING', 'RUNNING', 'SET_ASIDE') group by state""")
        .query((row, number) -> Map.entry(state(row), row.getLong("jobs")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static JobState state(ResultSet row) throws SQLException {
    return JobState.valueOf(row.getString("state"));
  }

  Optional<Instant> longestWaiting() {
    return sql.sql("select min(created_at) as since from jobs_job where state = 'WAITING'")
        .query((row, number) -> JobRow.instant(row, "since"))
        .single();
  }
}
