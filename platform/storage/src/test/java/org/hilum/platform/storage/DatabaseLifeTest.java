package org.hilum.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hilum.platform.storage.EmbeddedDatabaseTest.ask;
import static org.hilum.platform.storage.EmbeddedDatabaseTest.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DatabaseLifeTest {

  private static final int NUMBERS = 50;

  @TempDir Path folder;

  @Test
  void what_a_killed_process_had_committed_is_there_and_its_server_is_ended() throws Exception {
    long postmaster;
    long committed;
    try (var child = startedChild()) {
      child.awaitNumbers(NUMBERS);
      assertThatThrownBy(() -> Database.open(Scratch.in(folder)))
          .isInstanceOf(FolderTakenException.class);
      committed = child.kill();
      postmaster = postmaster();
    }
    assertThat(ProcessHandle.of(postmaster)).as("the orphan").isPresent();
    try (var database = Database.open(Scratch.in(folder))) {
      assertThat(postmaster()).isNotEqualTo(postmaster);
      assertHasAll(database, committed);
    }
  }

  @Test
  void what_was_committed_survives_when_the_server_is_killed_too() throws Exception {
    long committed;
    try (var child = startedChild()) {
      child.awaitNumbers(NUMBERS);
      killServer();
      committed = child.kill();
    }
    try (var database = Database.open(Scratch.in(folder))) {
      assertHasAll(database, committed);
    }
  }

  @Test
  void a_server_that_ends_by_itself_is_started_again() throws Exception {
    try (var database = Database.open(Scratch.madeIn(folder))) {
      run(database, "CREATE TABLE storage_word AS SELECT 'kept'::text AS word");
      killServer();
      assertThat(askUntilAnswered(database, "SELECT word FROM storage_word")).isEqualTo("kept");
    }
  }

  @Test
  void a_number_used_again_by_another_process_is_left_alone() throws Exception {
    Scratch.madeIn(folder);
    var stranger = new ProcessBuilder("sleep", "60").start();
    try {
      var lines = List.of(Long.toString(stranger.pid()), "/elsewhere", "1", "5432", "", "", "", "");
      Files.write(data().resolve("postmaster.pid"), lines);
      try (var database = Database.open(Scratch.in(folder))) {
        assertThat(ask(database, "SELECT 'open'")).isEqualTo("open");
      }
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void an_edit_cannot_turn_safety_off() throws Exception {
    Scratch.madeIn(folder);
    Files.writeString(data().resolve("postgresql.auto.conf"), "fsync = off\n");
    Files.writeString(data().resolve("postgresql.conf"), "full_page_writes = off\n");
    try (var database = Database.open(Scratch.in(folder))) {
      assertThat(ask(database, "SHOW fsync")).isEqualTo("on");
      assertThat(ask(database, "SHOW full_page_writes")).isEqualTo("on");
    }
  }

  @Test
  void what_was_half_made_is_made_anew() throws Exception {
    var half = folder.resolve("database/data.making/base");
    Files.createDirectories(half);
    Files.writeString(half.resolve("1"), "half");
    try (var database = Database.open(Scratch.in(folder))) {
      assertThat(ask(database, "SELECT 'whole'")).isEqualTo("whole");
    }
  }

  @Test
  void data_of_another_version_are_refused_in_words() throws Exception {
    Files.createDirectories(data());
    Files.writeString(data().resolve("PG_VERSION"), "12\n");
    assertRefused("written by PostgreSQL 12", "restore");
  }

  @Test
  void a_folder_that_is_something_else_is_refused_in_words() throws Exception {
    Files.createDirectories(data().resolve("holiday-pictures"));
    assertRefused("is not PostgreSQL's data", "another folder");
  }

  @Test
  void a_lost_password_is_told_in_words() throws Exception {
    Scratch.madeIn(folder);
    Files.delete(folder.resolve("database/password"));
    assertRefused("password is missing", "backup");
  }

  @Test
  void broken_data_are_told_in_words_and_the_folder_is_free_again() throws Exception {
    Scratch.madeIn(folder);
    Files.delete(data().resolve("global/pg_control"));
    assertRefused("does not start", "pg_control");
    assertRefused("does not start", "pg_control");
  }

  private WritingChild startedChild() throws Exception {
    Scratch.madeIn(folder);
    return WritingChild.start(folder);
  }

  private void assertRefused(String... words) {
    assertThatThrownBy(() -> Database.open(Scratch.in(folder)).close())
        .isInstanceOf(DatabaseTroubleException.class)
        .hasMessageContainingAll(words);
  }

  private Path data() {
    return folder.resolve("database/data");
  }

  private long postmaster() throws Exception {
    return Long.parseLong(Files.readAllLines(data().resolve("postmaster.pid")).getFirst());
  }

  /** The postmaster and all that it started, at one blow. */
  private void killServer() throws Exception {
    var server = ProcessHandle.of(postmaster()).orElseThrow();
    var others = server.descendants().toList();
    server.destroyForcibly();
    others.forEach(ProcessHandle::destroyForcibly);
  }

  private static void assertHasAll(Database database, long committed) throws Exception {
    assertThat(committed).isGreaterThanOrEqualTo(NUMBERS);
    var question = "SELECT count(DISTINCT number) FROM storage_number WHERE number <= " + committed;
    assertThat(ask(database, question)).isEqualTo(Long.toString(committed));
  }

  static String askUntilAnswered(Database database, String question) throws Exception {
    long until = System.nanoTime() + 20_000_000_000L;
    while (true) {
      try {
        return ask(database, question);
      } catch (SQLException notYet) {
        assertThat(System.nanoTime()).as("in time").isLessThan(until);
      }
    }
  }
}
