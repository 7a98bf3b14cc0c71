package org.hilum.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hilum.platform.storage.EmbeddedDatabaseTest.ask;
import static org.hilum.platform.storage.EmbeddedDatabaseTest.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DiskFullTest {

  private static final StorageLimits NONE = new StorageLimits(Long.MAX_VALUE, 0);
  private static final byte[] MEGABYTE = new byte[1 << 20];

  /** More of the write-ahead log than there is room for, and nothing else. */
  private static final String WRITE_LOG =
      "SELECT pg_logical_emit_message(true, 'test', repeat('x', 10000000))"
          + " FROM generate_series(1, 20)";

  @TempDir Path folder;

  @Test
  void a_store_that_fills_the_disk_says_so_leaves_nothing_and_recovers() throws Exception {
    try (var disk = SmallDisk.mount(folder.resolve("disk"), 6)) {
      var store = ContentStore.open(disk.folder().resolve("objects"), NONE);
      var kept = ContentStoreTest.keep(store, "abc");
      assertThatThrownBy(() -> keepMegabytes(store, 7))
          .isInstanceOf(StorageFullException.class)
          .hasMessageContainingAll("disk", "is full", "Delete old studies");
      assertThat(disk.folder().resolve("objects/incoming")).isEmptyDirectory();
      assertThat(kept.file()).hasContent("abc");
      assertThat(keepMegabytes(store, 1).bytes()).isEqualTo(MEGABYTE.length);
    }
  }

  @Test
  void the_reserve_is_left_to_the_database() throws Exception {
    try (var disk = SmallDisk.mount(folder.resolve("disk"), 16)) {
      var limits = new StorageLimits(Long.MAX_VALUE, 8 << 20);
      var store = ContentStore.open(disk.folder().resolve("objects"), limits);
      var filling = disk.fill(7 << 20);
      assertThatThrownBy(store::begin).isInstanceOf(StorageFullException.class);
      Files.delete(filling);
      assertThatThrownBy(() -> keepMegabytes(store, 12))
          .as("a file larger than the room")
          .isInstanceOf(StorageFullException.class);
      assertThat(store.usage().freeBytes()).isGreaterThan(8 << 20);
    }
  }

  @Test
  void a_database_on_a_full_disk_refuses_to_start_in_words() throws Exception {
    try (var disk = SmallDisk.mount(folder.resolve("disk"), 32)) {
      assertThatThrownBy(() -> Database.open(Scratch.in(disk.folder())))
          .isInstanceOf(DatabaseTroubleException.class)
          .hasMessageContainingAll("disk", "is full", "Free some");
    }
  }

  @Test
  void a_database_that_fills_the_disk_loses_nothing_and_is_back_when_there_is_room()
      throws Exception {
    try (var disk = SmallDisk.mount(folder.resolve("disk"), 200);
        var database = Database.open(Scratch.in(disk.folder()))) {
      run(database, "CREATE TABLE storage_number (number bigint, filling text)");
      var filling = disk.fill(2 << 20);
      long committed = insertUntilFull(database);
      assertThat(committed).isPositive();
      Files.delete(filling);
      var question = "SELECT count(*) FROM storage_number WHERE number < " + committed;
      assertThat(DatabaseLifeTest.askUntilAnswered(database, question))
          .isEqualTo(Long.toString(committed));
      run(database, "INSERT INTO storage_number VALUES (-1, '')");
      assertThat(ask(database, "SELECT 'writes'")).isEqualTo("writes");
    }
  }

  @Test
  void a_server_that_cannot_write_its_log_ends_loses_nothing_and_is_back_when_there_is_room()
      throws Exception {
    try (var disk = SmallDisk.mount(folder.resolve("disk"), 200);
        var database = Database.open(Scratch.in(disk.folder()))) {
      run(database, "CREATE TABLE storage_number (number bigint)");
      run(database, "INSERT INTO storage_number VALUES (1)");
      var filling = disk.fill(0);
      assertThatThrownBy(() -> run(database, WRITE_LOG)).isInstanceOf(SQLException.class);
      assertThat(database.answers(1)).as("without room").isFalse();
      Files.delete(filling);
      var question = "SELECT number FROM storage_number";
      assertThat(DatabaseLifeTest.askUntilAnswered(database, question)).isEqualTo("1");
      run(database, "INSERT INTO storage_number VALUES (2)");
    }
  }

  @Test
  void a_backup_that_fills_its_disk_says_so_and_leaves_the_earlier_ones() throws Exception {
    try (var disk = SmallDisk.mount(folder.resolve("disk"), 16);
        var database = Database.open(Scratch.madeIn(folder))) {
      var store = ContentStore.open(folder.resolve("objects"), NONE);
      keepMegabytes(store, 2);
      var backup =
          new Backup(
              database.source(), Map.of("objects", store), Map.of(), "0.1.0", Clock.systemUTC());
      backup.write(disk.folder(), BackupProgress.silent());
      keepMegabytes(store, 20);
      assertThatThrownBy(() -> backup.write(disk.folder(), BackupProgress.silent()))
          .isInstanceOf(StorageFullException.class)
          .hasMessageContainingAll("backup folder", "is full", "another disk");
      assertThat(Backup.list(disk.folder())).hasSize(1);
      try (var left = Files.list(disk.folder())) {
        assertThat(left.filter(each -> each.toString().endsWith(".unfinished"))).isEmpty();
      }
    }
  }

  private static long insertUntilFull(Database database) {
    for (long number = 0; number < 10_000; number++) {
      try {
        run(
            database,
            "INSERT INTO storage_number SELECT %d, string_agg(md5(n::text), '') %s"
                .formatted(number, "FROM generate_series(1, 2000) n"));
      } catch (SQLException full) {
        return number;
      } catch (Exception failed) {
        throw new AssertionError(failed);
      }
    }
    throw new AssertionError("the disk was never full");
  }

  private static ContentStore.Kept keepMegabytes(ContentStore store, int many) throws Exception {
    try (var writing = store.begin()) {
      for (int n = 0; n < many; n++) {
        writing.write(MEGABYTE, 0, MEGABYTE.length);
      }
      return writing.keep();
    }
  }
}
