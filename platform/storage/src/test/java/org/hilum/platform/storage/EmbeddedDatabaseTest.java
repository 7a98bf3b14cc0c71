package org.hilum.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmbeddedDatabaseTest {

  @TempDir Path folder;

  @Test
  void it_is_made_safe_and_found_again() throws Exception {
    try (var database = Database.open(Scratch.in(folder))) {
      assertThat(ask(database, "SHOW fsync")).isEqualTo("on");
      assertThat(ask(database, "SHOW full_page_writes")).isEqualTo("on");
      assertThat(ask(database, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(ask(database, "SHOW data_checksums")).isEqualTo("on");
      assertThat(ask(database, "SHOW server_encoding")).isEqualTo("UTF8");
      assertThat(ask(database, "SELECT lower('ÄÉŁ')")).isEqualTo("äéł");
      assertThat(ask(database, "SELECT usesuper::text FROM pg_user WHERE usename = current_user"))
          .isEqualTo("false");
      run(database, "CREATE TABLE storage_word (word text)");
      run(database, "INSERT INTO storage_word VALUES ('肺')");
    }
    long began = System.nanoTime();
    try (var database = Database.open(Scratch.in(folder))) {
      assertThat((System.nanoTime() - began) / 1e9).as("seconds of a second start").isLessThan(3);
      assertThat(ask(database, "SELECT word FROM storage_word")).isEqualTo("肺");
    }
  }

  @Test
  void a_folder_may_have_spaces_and_letters_of_any_script_in_its_name() throws Exception {
    var named = Scratch.in(folder.resolve("data of the 肺 clinic"));
    for (int time = 0; time < 2; time++) {
      try (var database = Database.open(named)) {
        assertThat(ask(database, "SELECT 'open'")).isEqualTo("open");
      }
    }
    var priced = new DatabasePlace.Embedded(folder.resolve("a$b"), Scratch.PROGRAMS);
    assertThatThrownBy(() -> Database.open(priced))
        .isInstanceOf(DatabaseTroubleException.class)
        .hasMessageContaining("quotes");
  }

  @Test
  void names_are_found_by_their_letters_in_every_script() throws Exception {
    try (var database = Database.open(Scratch.madeIn(folder))) {
      run(database, "CREATE EXTENSION pg_trgm");
      for (var name : new String[] {"李小明", "Müller", "Иванов"}) {
        var letters = "SELECT array_length(show_trgm('%s'), 1)".formatted(name);
        assertThat(ask(database, letters)).as(name).isEqualTo(Integer.toString(name.length() + 1));
      }
    }
  }

  @Test
  void a_second_process_is_refused_in_words() throws Exception {
    try (var database = Database.open(Scratch.madeIn(folder))) {
      assertThatThrownBy(() -> Database.open(Scratch.in(folder)))
          .isInstanceOf(FolderTakenException.class)
          .hasMessageContaining("in use by another Hilum")
          .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
      assertThat(ask(database, "SELECT 'there'")).isEqualTo("there");
      try (var joined = Database.join(Scratch.in(folder))) {
        assertThat(ask(joined, "SELECT 'too'")).isEqualTo("too");
      }
      assertThat(ask(database, "SELECT 'still'")).isEqualTo("still");
    }
  }

  @Test
  void nobody_else_reads_its_password_or_its_data() throws Exception {
    Database.open(Scratch.in(folder)).close();
    var database = folder.resolve("database");
    assertThat(mode(database)).isEqualTo("rwx------");
    assertThat(mode(database.resolve("data"))).isEqualTo("rwx------");
    assertThat(mode(database.resolve("password"))).isEqualTo("rw-------");
  }

  private static String mode(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  static String ask(Database database, String question) throws Exception {
    try (var connection = database.source().getConnection();
        var statement = connection.createStatement();
        var answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }

  static void run(Database database, String words) throws Exception {
    try (var connection = database.source().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(words);
    }
  }
}
