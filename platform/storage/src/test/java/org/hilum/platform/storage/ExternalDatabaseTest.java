package org.hilum.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExternalDatabaseTest {

  @TempDir static Path folder;
  private static OtherServer server;

  @BeforeAll
  static void start() throws Exception {
    server = OtherServer.start(folder);
    server.say("CREATE ROLE owner LOGIN PASSWORD 'word'");
    server.say("CREATE ROLE guest LOGIN PASSWORD 'word'");
    server.say("CREATE DATABASE ours OWNER owner");
    server.say("CREATE DATABASE latin OWNER owner ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void a_sound_one_is_opened_and_stays_when_it_is_closed() throws Exception {
    for (int time = 0; time < 2; time++) {
      try (var database = Database.open(server.place("ours", "owner", "word"))) {
        assertThat(EmbeddedDatabaseTest.ask(database, "SELECT current_user")).isEqualTo("owner");
      }
    }
  }

  @Test
  void one_that_may_forget_is_refused() throws Exception {
    server.say("ALTER SYSTEM SET fsync = off");
    server.say("ALTER DATABASE ours SET synchronous_commit = off");
    server.say("SELECT pg_reload_conf()");
    try {
      assertRefused("ours", "owner", "word", "set fsync = on", "set synchronous_commit = on");
    } finally {
      server.say("ALTER SYSTEM RESET fsync");
      server.say("ALTER DATABASE ours RESET synchronous_commit");
      server.say("SELECT pg_reload_conf()");
    }
  }

  @Test
  void another_encoding_is_refused() {
    assertRefused("latin", "owner", "word", "encoding is LATIN1", "UTF8");
  }

  @Test
  void a_user_who_may_not_make_tables_is_refused() {
    assertRefused("ours", "guest", "word", "GRANT CREATE");
  }

  @Test
  void a_wrong_password_is_told_without_telling_it() {
    assertRefused("ours", "owner", "wr0ng", "check user, password");
    assertThatThrownBy(() -> Database.open(server.place("ours", "owner", "wr0ng")))
        .hasMessageNotContaining("wr0ng");
  }

  @Test
  void a_database_that_is_not_there_is_told() {
    assertRefused("theirs", "owner", "word", "no such database", "CREATE DATABASE");
  }

  @Test
  void a_server_that_is_not_there_is_told() {
    assertTold("jdbc:postgresql://127.0.0.1:1/ours", "cannot be reached", "is it running");
    assertTold("jdbc:postgresql://no-such-host.invalid/ours", "cannot be reached");
  }

  @Test
  void something_that_is_no_address_is_told() {
    assertTold("our database", "jdbc:postgresql://host:port/database");
  }

  private static void assertRefused(String database, String user, String word, String... words) {
    assertThatThrownBy(() -> Database.open(server.place(database, user, word)))
        .isInstanceOf(DatabaseTroubleException.class)
        .hasMessageContainingAll(words)
        .hasMessageContaining(database);
  }

  private static void assertTold(String url, String... words) {
    assertThatThrownBy(() -> Database.open(new DatabasePlace.External(url, "owner", "word")))
        .isInstanceOf(DatabaseTroubleException.class)
        .hasMessageContainingAll(words);
  }
}
