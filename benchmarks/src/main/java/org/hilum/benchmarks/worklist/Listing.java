package org.hilum.benchmarks.worklist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.worklist.CaseChanges;
import org.hilum.imaging.worklist.CaseFlow;
import org.hilum.imaging.worklist.CaseState;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.imaging.worklist.WorklistQuery;
import org.hilum.imaging.worklist.WorklistQuery.Order;
import org.hilum.platform.jobs.JobQueue;
import org.hilum.platform.jobs.JobsSettings;
import org.hilum.platform.storage.ContentStore;
import org.hilum.platform.storage.Database;
import org.hilum.platform.storage.DatabasePlace;

/** Times the first page of the list, of {@code <cases>} of 1500 institutions, in every order. */
public final class Listing {

  private static final int INSTITUTIONS = 1500;
  private static final int PAGE = 100;
  private static final int ROUNDS = 60;

  /** The institution that reads for all. */
  private static final String READER = "reader";

  /** One of 1500. */
  private static final String SMALL = "hc-0012";

  private Listing() {}

  /** Arguments: a folder that is made and kept, and how many cases. */
  public static void main(String[] arguments) throws IOException, SQLException {
    var folder = Path.of(arguments[0]);
    int cases = Integer.parseInt(arguments[1]);
    Files.createDirectories(folder);
    try (var database = Database.open(new DatabasePlace.Embedded(folder.resolve("database")))) {
      var tables = database.source();
      database.migrate(List.of(Archive.TABLES, "org/hilum/platform/jobs/sql", Worklist.TABLES));
      fill(tables, cases);
      time(worklist(tables, ContentStore.open(folder.resolve("files"))));
    }
  }

  private static Worklist worklist(DataSource tables, ContentStore files) {
    var archive = Archive.in(tables, files);
    var jobs = new JobQueue(tables, JobsSettings.usual("listing", 1), Instant::now);
    var changes = new CaseChanges();
    var flow = new CaseFlow(archive, tables, jobs, code -> List.of(READER), Instant::now, changes);
    return Worklist.in(tables, files, archive, flow, jobs, changes);
  }

  /** Made up in the database; one in three patients has a name in Chinese too. */
  private static void fill(DataSource tables, int cases) throws SQLException {
    try (var connection = tables.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("TRUNCATE worklist_case CASCADE");
      statement.execute(
          """
          WITH names AS (
            SELECT n, 'hc-' || lpad((n * 7919 %% %2$d)::text, 4, '0') AS institution,
              (ARRAY['wang','li','zhang','chen','smith','mueller','garcia','ivanov','kim','sato'])
                [1 + n * 31 %% 10] || ' ' || substr(md5(n::text), 1, 6) AS latin,
              CASE WHEN n %% 3 = 0 THEN
                substr('王李张陈刘杨黄赵周吴徐孙马朱胡郭何林高罗', 1 + n * 13 %% 20, 1)
                || chr(19968 + n * 977 %% 3000) || chr(19968 + n * 1009 %% 3000) ELSE '' END AS han
            FROM generate_series(1, %1$d) n)
          INSERT INTO worklist_case (institution, study_uid, patient_id, patient_name, name_folded,
            name_signs, study_date, study_time, accession_number, description, modalities,
            instance_count, state, state_since, asked_level, found_level, arrived_at, last_image_at,
            opacity_percent)
          SELECT institution, '1.2.3.' || n, 'P' || n %% 40000, latin || '=' || han,
            trim(latin || ' ' || han),
            CASE WHEN han = '' THEN '{}' ELSE ARRAY[substr(han,1,1), substr(han,2,1),
              substr(han,3,1), substr(han,1,2), substr(han,2,2)] END,
            to_char(date '2020-01-01' + n %% 700, 'YYYYMMDD'), '120000', 'A' || n, 'chest',
            '{CT}', 300,
            (ARRAY['READ','READ','READ','READ','READ','READ','REFUSED','WAITING','READING',
              'SET_ASIDE'])[1 + abs(hashint4(n)) %% 10],
            now() - n * interval '1 minute', CASE WHEN n %% 97 = 0 THEN 3 ELSE 0 END,
            CASE WHEN n %% 11 = 0 THEN 2 ELSE 0 END, now() - n * interval '1 minute', now(),
            CASE WHEN n %% 5 = 0 THEN NULL ELSE n * 37 %% 1000 / 10.0 END
          FROM names
          """
              .formatted(cases, INSTITUTIONS));
      statement.execute(
          "INSERT INTO worklist_audience SELECT institution, pk FROM worklist_case"
              + " UNION ALL SELECT '"
              + READER
              + "', pk FROM worklist_case");
      statement.execute("ANALYZE worklist_case, worklist_audience");
    }
  }

  private static void time(Worklist worklist) {
    var queries = new LinkedHashMap<String, WorklistQuery>();
    for (var seer : List.of(READER, SMALL)) {
      for (var order : Order.values()) {
        queries.put(seer + ", all, by " + order, query(seer, "", Set.of(), order));
      }
      for (var text : List.of("zhang", "wang a", "王", "王李", "张明", "zz", "P123", "A777")) {
        queries.put(seer + ", text " + text, query(seer, text, Set.of(), Order.URGENCY));
      }
    }
    for (var order : Order.values()) {
      queries.put(
          READER + ", waiting or refused, by " + order,
          query(READER, "", Set.of(CaseState.WAITING, CaseState.REFUSED), order));
    }
    queries.put(
        READER + ", one site",
        new WorklistQuery(
            Optional.of(READER),
            Set.of(),
            "",
            "",
            "",
            Set.of(SMALL),
            Optional.empty(),
            Optional.empty(),
            Order.URGENCY,
            0,
            PAGE));
    System.out.println("first page of 100, milliseconds: median, p95, longest; cases found");
    queries.forEach((name, query) -> System.out.println(timed(worklist, name, query)));
  }

  private static WorklistQuery query(String seer, String text, Set<CaseState> states, Order order) {
    return new WorklistQuery(
        Optional.of(seer),
        states,
        text,
        "",
        "",
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        order,
        0,
        PAGE);
  }

  private static String timed(Worklist worklist, String name, WorklistQuery query) {
    var taken = new ArrayList<Double>();
    var page = worklist.cases(query);
    for (int n = 0; n < ROUNDS; n++) {
      long began = System.nanoTime();
      page = worklist.cases(query);
      taken.add((System.nanoTime() - began) / 1e6);
    }
    var sorted = taken.stream().mapToDouble(each -> each).sorted().toArray();
    return "%-48s %6.1f %6.1f %6.1f   %d%s"
        .formatted(
            name,
            sorted[ROUNDS / 2],
            sorted[ROUNDS * 95 / 100],
            Arrays.stream(sorted).max().orElseThrow(),
            page.total(),
            page.isMore() ? "+" : "");
  }
}
