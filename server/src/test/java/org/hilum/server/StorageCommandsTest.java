package org.hilum.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hilum.platform.storage.ContentStore;
import org.hilum.platform.storage.DataFolder;
import org.hilum.platform.storage.Database;
import org.hilum.platform.storage.DatabasePlace;
import org.hilum.server.command.ExitStatus;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StorageCommandsTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    return Hilum.run(arguments, new PrintWriter(out, true), new PrintWriter(out, true));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void a_server_at_work_is_backed_up_and_restored_elsewhere() throws Exception {
    var data = new DataFolder(folder.resolve("data"));
    var lock = data.take();
    try (lock;
        var database = Database.open(new DatabasePlace.Embedded(data.database()))) {
      database.migrate(TableScripts.FOLDERS);
      keep(data.objects(), "an object");
      var counts = Files.createDirectories(folder.resolve("data/epidemic/vintages"));
      Files.writeString(counts.resolve("cases.csv"), "counts");
      Files.createSymbolicLink(counts.resolve("link"), folder);
      assertThat(run("doctor", "--data", path("data"))).as(out::toString).isZero();
      assertThat(out.toString()).contains("runs in this data folder", "PostgreSQL 18", "forgets");
      assertThat(run("backup", path("backups"), "--data", path("data"))).isZero();
      assertThat(out.toString())
          .contains("Backed up", "2 files", "It lies in")
          .contains("Not in it: epidemic/vintages/link is a symbolic link");
      assertThat(run("restore", path("backups"), "--data", path("data"), "--overwrite"))
          .isEqualTo(ExitStatus.REFUSED);
      assertThat(out.toString()).contains("in use by another Hilum");
    }
    assertThat(run("restore", path("backups"), "--data", path("new"))).as(out::toString).isZero();
    assertThat(out.toString()).contains("Restored the backup of", "all as they were");
    var restored = new DataFolder(folder.resolve("new"));
    try (var hashes = ContentStore.look(restored.objects()).hashes()) {
      assertThat(hashes).hasSize(1);
    }
    assertThat(folder.resolve("new/epidemic/vintages/cases.csv")).hasContent("counts");
    assertThat(folder.resolve("new/epidemic/vintages/link")).doesNotExist();
    assertThat(run("restore", path("backups"), "--data", path("new")))
        .isEqualTo(ExitStatus.REFUSED);
    assertThat(out.toString()).contains("--overwrite");
  }

  private static void keep(Path store, String text) throws Exception {
    try (var writing = ContentStore.open(store).begin()) {
      writing.write(text.getBytes(StandardCharsets.UTF_8), 0, text.length());
      writing.keep();
    }
  }

  @Test
  void there_is_nothing_to_back_up_where_no_server_was() {
    assertThat(run("backup", path("b"), "--data", path("no"))).isEqualTo(ExitStatus.REFUSED);
    assertThat(out.toString()).contains("Nothing to back up", "--data");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_folder_without_backups_is_refused() {
    assertThat(run("restore", path("no"), "--data", path("d"))).isEqualTo(ExitStatus.REFUSED);
    assertThat(out.toString()).contains("No whole backup");
  }

  @Test
  void the_doctor_names_what_is_wrong_with_a_set_up() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.createDirectories(folder.resolve("data/database/data"));
      Files.writeString(folder.resolve("data/database/data/PG_VERSION"), "9.6");
      var port = Integer.toString(taken.getLocalPort());
      assertThat(run("doctor", "--data", path("data"), "--port", port))
          .isEqualTo(ExitStatus.REFUSED);
      assertThat(out.toString())
          .contains("PROBLEM: is taken by another program", "written by PostgreSQL 9.6");
    }
  }

  @Test
  void the_doctor_names_files_that_are_damaged() throws Exception {
    var data = new DataFolder(folder.resolve("data")).made();
    keep(data.objects(), "an object");
    assertThat(run("doctor", "--data", path("data"), "--port", "0", "--verify")).isZero();
    assertThat(out.toString()).contains("all 1 files are what they were");
    var store = ContentStore.look(data.objects());
    try (var hashes = store.hashes()) {
      Files.writeString(store.file(hashes.findAny().orElseThrow()).orElseThrow(), "no object");
    }
    assertThat(run("doctor", "--data", path("data"), "--port", "0", "--verify"))
        .isEqualTo(ExitStatus.REFUSED);
    assertThat(out.toString()).contains("1 of 1 files are damaged", "backup");
  }

  @Test
  void the_doctor_tells_of_a_database_that_cannot_be_reached() {
    assertThat(run("doctor", "--database-url", "jdbc:postgresql://127.0.0.1:1/x"))
        .isEqualTo(ExitStatus.REFUSED);
    assertThat(out.toString()).contains("cannot be reached", "is it running");
  }

  @Test
  void every_folder_of_scripts_is_listed() throws Exception {
    for (var entry : System.getProperty("java.class.path").split(":", -1)) {
      if (Files.isDirectory(Path.of(entry))) {
        try (Stream<Path> files = Files.walk(Path.of(entry))) {
          assertThat(files.filter(file -> file.toString().endsWith(".sql")))
              .allSatisfy(
                  file ->
                      assertThat(TableScripts.FOLDERS)
                          .anyMatch(folder -> file.startsWith(Path.of(entry).resolve(folder))));
        }
      }
    }
  }
}
