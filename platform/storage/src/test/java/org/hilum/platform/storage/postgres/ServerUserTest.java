package org.hilum.platform.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.hilum.platform.storage.Database;
import org.hilum.platform.storage.DatabasePlace;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServerUserTest {

  private static final Path PROGRAMS =
      Path.of(
          System.getProperty("java.io.tmpdir"),
          "hilum-programs-" + System.getProperty("user.name"));

  @TempDir Path folder;

  @Test
  void where_root_may_not_make_namespaces_the_server_runs_as_nobody() throws Exception {
    int us = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    Assumptions.assumeTrue(us == 0, "skipped: only root can run a server as somebody else");
    var programs = PostgresPrograms.unpackedIn(PROGRAMS);
    var cluster = new Cluster(folder);
    cluster.make(programs, ServerUser.nobody());
    assertThat((int) Files.getAttribute(cluster.data(), "unix:uid")).isEqualTo(65534);
    var place = new DatabasePlace.Embedded(folder, PROGRAMS);
    try (var database = Database.open(place)) {
      var postmaster = Postmaster.on(cluster.data()).orElseThrow();
      var process = Path.of("/proc", Long.toString(postmaster.pid()));
      assertThat((int) Files.getAttribute(process, "unix:uid")).isEqualTo(65534);
      assertThat(database.answers(5)).isTrue();
    }
    Database.open(place).close();
  }

  @Test
  void whoever_owns_the_data_runs_the_server() throws Exception {
    int us = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    assertThat(ServerUser.of(folder).uid()).isEqualTo(us);
    assertThat(ServerUser.of(folder.resolve("data")).prefix().isEmpty()).isEqualTo(us != 0);
  }
}
