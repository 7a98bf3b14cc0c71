package org.hilum.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hilum.platform.storage.EmbeddedDatabaseTest.ask;
import static org.hilum.platform.storage.EmbeddedDatabaseTest.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.hilum.platform.storage.backup.Manifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BackupTest {

  private static final List<String> TABLES = List.of("org/hilum/platform/storage/sql");
  private static final List<String> LATER =
      List.of("org/hilum/platform/storage/sql", "org/hilum/platform/storage/later");

  private static final String ALL_ROWS =
      """
      SELECT coalesce(string_agg(line, '|' ORDER BY line), '') FROM (
        SELECT 'case ' || c::text AS line FROM storage_case c
        UNION ALL SELECT 'part ' || p::text FROM storage_part p
        UNION ALL SELECT 'diary ' || d::text FROM storage_diary d) every
      """;

  @TempDir static Path serverFolder;
  private static OtherServer server;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @TempDir Path folder;
  private DataFolder data;
  private Database database;
  private ContentStore objects;
  private ContentStore results;

  @BeforeAll
  static void start() throws Exception {
    server = OtherServer.start(serverFolder);
    server.say("CREATE ROLE owner LOGIN PASSWORD 'word'");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @BeforeEach
  void fill() throws Exception {
    data = new DataFolder(folder.resolve("data")).made();
    database = Database.open(emptyPlace());
    database.migrate(TABLES);
    objects = ContentStore.open(data.objects());
    results = ContentStore.open(data.results());
    for (int n = 0; n < 20; n++) {
      keepCase("content " + n);
    }
    ContentStoreTest.keep(results, "a result");
    run(database, "UPDATE storage_case SET favourite = id WHERE id < 5");
    run(
        database,
        """
        INSERT INTO storage_case (label, details, made) VALUES
          (E'tab\\t, line\\n, back\\\\slash, 李小明, \\\\N', '{"a": [1, null, "ü"]}',
           '2026-03-29 02:30:00+02')
        """);
    run(database, "INSERT INTO storage_part (storage_case, weight) VALUES (1, 0.1), (2, 'NaN')");
    run(database, "SELECT nextval('storage_ticket')");
  }

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  private static DatabasePlace.External emptyPlace() throws Exception {
    var name = "storage_" + NUMBER.incrementAndGet();
    server.say("CREATE DATABASE " + name + " OWNER owner");
    return server.place(name, "owner", "word");
  }

  /** As intake does: safe on disk, then the rows, then the pin is let go. */
  private void keepCase(String text) throws Exception {
    try (var writing = objects.begin()) {
      var bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      writing.write(bytes, 0, bytes.length);
      var kept = writing.keep();
      try (var connection = database.source().getConnection();
          var statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute(
            "INSERT INTO storage_case (label, content) VALUES ('%s', '\\x%s')"
                .formatted(text, kept.hash()));
        statement.execute(
            "INSERT INTO storage_part (storage_case) SELECT max(id) FROM storage_case");
        connection.commit();
        connection.setAutoCommit(true);
      }
    }
  }

  private Path target() {
    return folder.resolve("backups");
  }

  private BackupReport backup(BackupProgress progress) throws IOException {
    return new Backup(
            database.source(),
            Map.of(
                "objects", ContentStore.look(data.objects()),
                "results", ContentStore.look(data.results())),
            Map.of(),
            "0.1.0",
            Clock.systemUTC())
        .write(target(), progress);
  }

  private DataFolder elsewhere() {
    return new DataFolder(folder.resolve("elsewhere"));
  }

  private DatabasePlace restore(List<String> tables, boolean overwrite) throws Exception {
    var place = emptyPlace();
    new Restore(place, elsewhere(), tables, Set.of())
        .read(target(), overwrite, BackupProgress.silent());
    return place;
  }

  private void assertRefused(String... words) {
    assertThatThrownBy(() -> restore(TABLES, false))
        .isInstanceOf(BackupTroubleException.class)
        .hasMessageContainingAll(words);
  }

  private List<ContentHash> hashes(Path store) throws Exception {
    try (var hashes = ContentStore.look(store).hashes()) {
      return hashes.sorted(Comparator.comparing(ContentHash::hex)).toList();
    }
  }

  private void assertSame(Database restored) throws Exception {
    assertThat(ask(restored, ALL_ROWS)).isEqualTo(ask(database, ALL_ROWS));
    assertThat(hashes(elsewhere().objects())).isEqualTo(hashes(data.objects())).hasSize(20);
    assertThat(hashes(elsewhere().results())).isEqualTo(hashes(data.results())).hasSize(1);
    var store = ContentStore.look(elsewhere().objects());
    try (var all = store.hashes()) {
      assertThat(store.verify(all, n -> {}).isSound()).isTrue();
    }
  }

  @Nested
  class Whole {

    @Test
    void everything_comes_back_into_an_embedded_database() throws Exception {
      var report = backup(BackupProgress.silent());
      assertThat(report.tables()).isEqualTo(3);
      assertThat(report.rows()).isEqualTo(20 + 1 + 20 + 2 + 1);
      assertThat(report.files()).isEqualTo(21);
      var place = new DatabasePlace.Embedded(elsewhere().database(), Scratch.PROGRAMS);
      new Restore(place, elsewhere(), TABLES, Set.of())
          .read(target(), false, BackupProgress.silent());
      elsewhere().take().close();
      try (var restored = Database.open(place)) {
        assertSame(restored);
        assertThat(ask(restored, "SELECT nextval('storage_ticket')")).isEqualTo("6");
        run(restored, "INSERT INTO storage_case (label) VALUES ('next')");
        assertThat(ask(restored, "SELECT max(id) FROM storage_case")).isEqualTo("22");
        assertThatThrownBy(() -> run(restored, "UPDATE storage_diary SET entry = ''"))
            .hasMessageContaining("never changed");
        assertThatThrownBy(
                () -> run(restored, "INSERT INTO storage_part (storage_case) VALUES (99)"))
            .hasMessageContaining("foreign key");
      }
    }

    @Test
    void a_newer_program_brings_the_tables_to_its_shape() throws Exception {
      backup(BackupProgress.silent());
      try (var restored = Database.open(restore(LATER, false))) {
        assertThat(ask(restored, "SELECT count(*) FROM storage_case WHERE later = 'later'"))
            .isEqualTo("21");
      }
    }

    @Test
    void what_is_there_already_is_not_copied_again() throws Exception {
      assertThat(backup(BackupProgress.silent()).copiedFiles()).isEqualTo(21);
      keepCase("one more");
      var second = backup(BackupProgress.silent());
      assertThat(second.copiedFiles()).isEqualTo(1);
      assertThat(second.files()).isEqualTo(22);
      assertThat(Backup.list(target())).hasSize(2);
    }

    @Test
    void what_is_there_is_overwritten_only_when_told() throws Exception {
      backup(BackupProgress.silent());
      var place = restore(TABLES, false);
      var again = new Restore(place, elsewhere(), TABLES, Set.of());
      ContentStoreTest.keep(ContentStore.open(elsewhere().objects()), "not in the backup");
      assertThatThrownBy(() -> again.read(target(), false, BackupProgress.silent()))
          .isInstanceOf(BackupTroubleException.class)
          .hasMessageContainingAll("data already", "--overwrite");
      again.read(target(), true, BackupProgress.silent());
      try (var restored = Database.open(place)) {
        assertSame(restored);
      }
    }
  }

  @Nested
  class At_work {

    @Test
    void a_backup_under_inserts_is_of_one_moment() throws Exception {
      var isOver = new AtomicBoolean();
      var writer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int n = 0; !isOver.get(); n++) {
                      try {
                        keepCase("under way " + n);
                      } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                      }
                    }
                  });
      while (Long.parseLong(ask(database, "SELECT count(*) FROM storage_case")) < 60) {
        Thread.onSpinWait();
      }
      backup(BackupProgress.silent());
      isOver.set(true);
      writer.join();
      try (var restored = Database.open(restore(TABLES, false));
          var connection = restored.source().getConnection();
          var statement = connection.createStatement();
          var rows =
              statement.executeQuery(
                  "SELECT encode(content, 'hex') FROM storage_case WHERE content IS NOT NULL")) {
        var store = ContentStore.look(elsewhere().objects());
        int seen = 0;
        while (rows.next()) {
          assertThat(store.file(new ContentHash(rows.getString(1)))).isPresent();
          seen++;
        }
        assertThat(seen).isGreaterThan(20);
        assertThat(ask(restored, "SELECT count(*) FROM storage_part WHERE weight IS NULL"))
            .as("a part for each case")
            .isEqualTo(Integer.toString(seen));
      }
    }

    @Test
    void what_is_deleted_meanwhile_is_in_it() throws Exception {
      var all = hashes(data.objects());
      backup(
          (store, files, of) -> {
            for (var hash : all) {
              try {
                objects.remove(hash);
              } catch (IOException failed) {
                throw new IllegalStateException(failed);
              }
            }
          });
      assertThat(hashes(data.objects())).isEmpty();
      assertThat(data.objects().resolve("removed")).isEmptyDirectory();
      restore(TABLES, false);
      assertThat(hashes(elsewhere().objects())).isEqualTo(all);
    }

    @Test
    void one_that_was_interrupted_is_no_backup() throws Exception {
      assertThatThrownBy(
              () ->
                  backup(
                      (store, files, of) -> {
                        throw new IllegalStateException("pulled the plug");
                      }))
          .hasMessage("pulled the plug");
      assertThat(Backup.list(target())).isEmpty();
      assertRefused("No whole backup");
      backup(BackupProgress.silent());
      assertThat(Backup.list(target())).hasSize(1);
      try (var left = Files.list(target())) {
        assertThat(left.map(each -> each.getFileName().toString()))
            .noneMatch(name -> name.endsWith(".unfinished"));
      }
    }

    @Test
    void a_file_that_was_damaged_before_is_counted_and_not_copied() throws Exception {
      Files.writeString(data.objects().resolve(place(hashes(data.objects()).getFirst())), "other");
      var report = backup(BackupProgress.silent());
      assertThat(report.damagedFiles()).isEqualTo(1);
      assertThat(report.files()).isEqualTo(20);
      restore(TABLES, false);
      assertThat(hashes(elsewhere().objects())).hasSize(19);
    }
  }

  @Nested
  class Tampered {

    private Path newest() throws IOException {
      return Backup.list(target()).getLast();
    }

    private void assertUntouched() throws Exception {
      elsewhere().take().close();
    }

    @Test
    void other_rows_are_refused() throws Exception {
      backup(BackupProgress.silent());
      var rows = newest().resolve("storage_case.rows.gz");
      var bytes = Files.readAllBytes(rows);
      bytes[bytes.length / 2] ^= 1;
      Files.write(rows, bytes);
      assertRefused("storage_case", "changed or are damaged");
      assertUntouched();
    }

    @Test
    void missing_rows_are_refused() throws Exception {
      backup(BackupProgress.silent());
      Files.delete(newest().resolve("storage_part.rows.gz"));
      assertRefused("storage_part");
      assertUntouched();
    }

    @Test
    void a_shorter_list_of_files_is_refused() throws Exception {
      backup(BackupProgress.silent());
      Files.writeString(newest().resolve("objects.files"), "");
      assertRefused("list of objects");
      assertUntouched();
    }

    @Test
    void another_manifest_is_refused() throws Exception {
      backup(BackupProgress.silent());
      var manifest = newest().resolve("manifest.txt");
      var text = Files.readString(manifest);
      Files.writeString(manifest, text.replace("\t0.1.0", "\t0.2.0"));
      assertRefused("manifest was changed");
      Files.writeString(manifest, text.substring(0, text.length() / 2));
      assertRefused("manifest was changed or is not whole");
      assertUntouched();
    }

    @Test
    void another_file_is_refused_and_no_server_starts_on_half_of_the_data() throws Exception {
      backup(BackupProgress.silent());
      var hash = hashes(data.results()).getFirst();
      var file = target().resolve("files").resolve(place(hash));
      Files.writeString(file, "b result");
      assertRefused(hash.hex(), "changed or is damaged");
      assertThatThrownBy(() -> elsewhere().take())
          .isInstanceOf(BackupTroubleException.class)
          .hasMessageContaining("Restore again");
      Files.writeString(file, "a result");
      try (var restored = Database.open(restore(TABLES, false))) {
        assertSame(restored);
      }
      assertUntouched();
    }

    @Test
    void tables_that_this_program_does_not_know_are_refused() throws Exception {
      database.migrate(LATER);
      backup(BackupProgress.silent());
      assertRefused("V191__storage_test_later.sql", "newer");
      assertUntouched();
    }

    @Test
    void names_that_could_reach_elsewhere_are_refused() {
      var hash = Manifest.hash("");
      assertThatThrownBy(() -> new Manifest.Table("../passwd", 0, hash, List.of()))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new Manifest.Table("t", 0, hash, List.of("a) TO PROGRAM 'true' --")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static String place(ContentHash hash) {
    return "content/" + hash.hex().substring(0, 2) + "/" + hash.hex();
  }
}
