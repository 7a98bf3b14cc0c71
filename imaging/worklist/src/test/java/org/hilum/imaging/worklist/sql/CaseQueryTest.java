package org.hilum.imaging.worklist.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.CaseState;
import org.hilum.imaging.worklist.ReadingSummary;
import org.hilum.imaging.worklist.Urgency;
import org.hilum.imaging.worklist.UrgencyLevel;
import org.hilum.imaging.worklist.WorklistEntry;
import org.hilum.imaging.worklist.WorklistQuery;
import org.hilum.imaging.worklist.WorklistRoom;
import org.hilum.imaging.worklist.sql.CaseTable.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CaseQueryTest {

  @TempDir Path folder;
  private WorklistRoom room;
  private CaseTable cases;

  @BeforeEach
  void open() throws IOException {
    room = new WorklistRoom(folder);
    cases = new CaseTable(room.tables);
  }

  /** A minute after the one before. */
  private CaseKey arrived(String patient) throws IOException {
    room.now.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
    var scan = room.scan(patient, LocalDate.of(2020, 2, 20));
    return room.arrive(scan, room.three(scan));
  }

  private void read(CaseKey key, Urgency found) {
    long job = room.entry(key).jobId().orElseThrow();
    var summary =
        new ReadingSummary(
            OptionalDouble.of(5),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalInt.of(1),
            Optional.empty(),
            true);
    var finding = new Finding(CaseState.READ, Optional.of(summary), found, 1, List.of());
    cases.begins(key, job, room.clock.instant());
    cases.finished(key, job, finding, room.clock.instant());
  }

  @Test
  void urgent_ones_come_first_then_what_waits_longest_then_what_was_read_last() throws IOException {
    read(arrived("read early"), Urgency.ROUTINE);
    var called = arrived("called off");
    room.worklist.cancel(called, "not wanted");
    read(arrived("read late"), Urgency.ROUTINE);
    arrived("waits long");
    arrived("waits");
    read(arrived("found early"), new Urgency(UrgencyLevel.URGENT, "31 %", Urgency.PROGRAM));
    read(arrived("found late"), new Urgency(UrgencyLevel.URGENT, "40 %", Urgency.PROGRAM));
    var asked = arrived("asked for");
    room.worklist.ask(asked, new Urgency(UrgencyLevel.URGENT, "shock room", "acc-1"));
    assertThat(room.worklist.cases(WorklistQuery.seenBy(room.institution, 20)).entries())
        .extracting(WorklistEntry::patientId)
        .extracting(id -> id.replace(" of " + room.institution, ""))
        .containsExactly(
            "asked for",
            "found late",
            "found early",
            "waits long",
            "waits",
            "read late",
            "called off",
            "read early");
  }

  @Test
  void the_list_by_urgency_is_read_from_its_index() {
    var tables = JdbcClient.create(room.tables);
    var transaction = new TransactionTemplate(new JdbcTransactionManager(room.tables));
    var plan =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  tables
                      .sql("SELECT set_config('enable_seqscan', 'off', true)")
                      .query()
                      .singleRow();
                  return tables
                      .sql(
                          "EXPLAIN SELECT * FROM worklist_case c ORDER BY "
                              + CaseQuery.BY_URGENCY
                              + " LIMIT 100")
                      .query(String.class)
                      .list();
                }));
    assertThat(plan).anyMatch(line -> line.contains("worklist_case_urgency"));
    assertThat(plan).noneMatch(line -> line.contains("Sort"));
  }
}
