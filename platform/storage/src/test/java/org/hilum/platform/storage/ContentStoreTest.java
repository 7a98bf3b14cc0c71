package org.hilum.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContentStoreTest {

  /** SHA-256 of "abc", FIPS 180-4's own example. */
  private static final ContentHash ABC =
      new ContentHash("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

  @TempDir Path folder;
  private ContentStore store;

  @BeforeEach
  void open() throws IOException {
    store = ContentStore.open(folder, new StorageLimits(Long.MAX_VALUE, 0));
  }

  static ContentStore.Kept keep(ContentStore store, String text) throws IOException {
    try (var writing = store.begin()) {
      write(writing, text);
      return writing.keep();
    }
  }

  private static void write(ContentWriting writing, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    writing.write(bytes, 0, bytes.length);
  }

  private StorageUsage counted(ContentStore of) throws IOException {
    while (!of.usage().isCounted()) {
      Thread.onSpinWait();
    }
    return of.usage();
  }

  @Nested
  class Keeping {

    @Test
    void a_file_lies_under_the_hash_of_its_content() throws Exception {
      var kept = keep(store, "abc");
      assertThat(kept.hash()).isEqualTo(ABC);
      assertThat(kept.file()).hasContent("abc").isEqualTo(store.file(ABC).orElseThrow());
      assertThat(folder.resolve("content/ba/" + ABC.hex())).hasContent("abc");
    }

    @Test
    void what_was_not_kept_leaves_nothing() throws Exception {
      try (var writing = store.begin()) {
        write(writing, "abc");
        assertThat(writing.file()).hasContent("abc");
      }
      assertThat(folder.resolve("incoming")).isEmptyDirectory();
      assertThat(store.file(ABC)).isEmpty();
    }

    @Test
    void the_same_content_is_kept_once() throws Exception {
      keep(store, "abc");
      keep(store, "abc");
      assertThat(counted(store)).returns(1L, StorageUsage::files).returns(3L, StorageUsage::bytes);
      assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void many_threads_keep_the_same_and_other_content_at_once() throws Exception {
      counted(store);
      try (var threads = Executors.newFixedThreadPool(8)) {
        var work = new ArrayList<Callable<ContentStore.Kept>>();
        for (int n = 0; n < 200; n++) {
          var text = "content " + n % 50;
          work.add(() -> keep(store, text));
        }
        for (var done : threads.invokeAll(work)) {
          assertThat(store.file(done.get().hash())).contains(done.get().file());
        }
      }
      assertThat(store.usage().files()).isEqualTo(50);
      assertThat(counted(ContentStore.open(folder)).bytes()).isEqualTo(store.usage().bytes());
      assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void a_file_cut_short_by_damage_is_replaced_by_the_one_that_comes_again() throws Exception {
      var kept = keep(store, "abc");
      Files.writeString(kept.file(), "a");
      keep(store, "abc");
      assertThat(kept.file()).hasContent("abc");
    }
  }

  @Nested
  class Opening {

    @Test
    void what_a_killed_process_said_was_kept_is_whole() throws Exception {
      var killed = folder.resolve("killed");
      var said = KeepingChild.killedAfter(100, killed);
      assertThat(said).hasSizeGreaterThanOrEqualTo(100);
      var again = ContentStore.open(killed, new StorageLimits(Long.MAX_VALUE, 0));
      assertThat(again.verify(said.stream(), n -> {}).isSound()).isTrue();
      try (var all = again.hashes()) {
        assertThat(again.verify(all, n -> {}).isSound()).as("also what it had not said").isTrue();
      }
      assertThat(killed.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void what_was_never_whole_is_removed() throws Exception {
      Files.writeString(folder.resolve("incoming/7"), "half");
      ContentStore.open(folder);
      assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void looking_leaves_what_is_on_its_way_to_another_process_alone() throws Exception {
      try (var writing = store.begin()) {
        write(writing, "abc");
        assertThat(ContentStore.look(folder).file(ABC)).isEmpty();
        writing.keep();
      }
      assertThat(ContentStore.look(folder).file(ABC)).isPresent();
    }

    @Test
    void what_is_there_is_counted() throws Exception {
      keep(store, "abc");
      keep(store, "abcd");
      var usage = counted(ContentStore.open(folder));
      assertThat(usage.files()).isEqualTo(2);
      assertThat(usage.bytes()).isEqualTo(7);
      assertThat(usage.freeBytes()).isPositive();
    }
  }

  @Nested
  class Removing {

    @Test
    void a_file_is_gone_and_not_counted() throws Exception {
      keep(store, "abc");
      counted(store);
      assertThat(store.remove(ABC)).isTrue();
      assertThat(store.file(ABC)).isEmpty();
      assertThat(store.usage()).returns(0L, StorageUsage::files).returns(0L, StorageUsage::bytes);
      assertThat(store.remove(ABC)).as("again").isFalse();
    }

    @Test
    void what_is_wanted_stays() throws Exception {
      keep(store, "abc");
      assertThat(store.remove(ABC, ABC::equals)).isFalse();
      assertThat(store.file(ABC)).isPresent();
    }

    @Test
    void what_is_just_being_kept_once_more_stays() throws Exception {
      keep(store, "abc");
      try (var writing = store.begin()) {
        write(writing, "abc");
        writing.keep();
        assertThat(store.remove(ABC)).as("before whoever keeps it has noted it").isFalse();
      }
      assertThat(store.remove(ABC)).isTrue();
    }

    @Test
    void what_came_lately_stays_when_only_older_is_removed() throws Exception {
      var kept = keep(store, "abc");
      var came = Files.getLastModifiedTime(kept.file()).toInstant();
      assertThat(store.removeOlderThan(ABC, came)).isFalse();
      assertThat(store.removeOlderThan(ABC, came.plusNanos(1))).isTrue();
    }

    @Test
    void what_a_backup_holds_is_found_by_it_until_it_lets_go() throws Exception {
      keep(store, "abc");
      var holding = store.hold();
      try (holding) {
        assertThat(store.remove(ABC)).isTrue();
        assertThat(store.file(ABC)).isEmpty();
        assertThat(holding.file(ABC)).isPresent();
        assertThat(holding.hashes()).containsExactly(ABC);
      }
      assertThat(folder.resolve("removed")).isEmptyDirectory();
    }
  }

  @Nested
  class Verifying {

    @Test
    void a_sound_store_is_sound() throws Exception {
      keep(store, "abc");
      keep(store, "abcd");
      var progress = new ArrayList<Long>();
      try (var hashes = store.hashes()) {
        var verification = store.verify(hashes, progress::add);
        assertThat(verification.isSound()).isTrue();
        assertThat(verification.bytes()).isEqualTo(7);
      }
      assertThat(progress).containsExactly(1L, 2L);
    }

    @Test
    void damaged_and_missing_files_are_named() throws Exception {
      var gone = keep(store, "abcd").hash();
      store.remove(gone);
      Files.writeString(keep(store, "abc").file(), "abd");
      var verification = store.verify(List.of(ABC, gone).stream(), n -> {});
      assertThat(verification.damaged()).containsExactly(ABC);
      assertThat(verification.missing()).containsExactly(gone);
    }

    @Test
    void all_parts_together_are_the_whole() throws Exception {
      for (int n = 0; n < 40; n++) {
        keep(store, "content " + n);
      }
      long found = 0;
      for (int part = 0; part < 3; part++) {
        int now = part;
        try (var hashes = store.hashes()) {
          found += hashes.filter(hash -> hash.isInPart(now, 3)).count();
        }
      }
      assertThat(found).isEqualTo(40);
    }
  }

  @Nested
  class Limits {

    @Test
    void no_more_than_the_limit_is_kept_and_removing_makes_room() throws Exception {
      store = ContentStore.open(folder.resolve("small"), new StorageLimits(3, 0));
      counted(store);
      keep(store, "abc");
      assertThatThrownBy(store::begin)
          .isInstanceOf(StorageFullException.class)
          .hasMessageContainingAll("is full", "Delete old studies", "raise its limit");
      store.remove(ABC);
      assertThat(keep(store, "abd").bytes()).isEqualTo(3);
    }

    @Test
    void what_is_on_its_way_counts() throws Exception {
      store = ContentStore.open(folder.resolve("small"), new StorageLimits(3, 0));
      try (var writing = store.begin()) {
        write(writing, "abc");
        assertThatThrownBy(store::begin).isInstanceOf(StorageFullException.class);
      }
      store.begin().close();
    }

    @Test
    void the_disk_keeps_free_what_the_database_needs() throws Exception {
      store = ContentStore.open(folder.resolve("s"), new StorageLimits(Long.MAX_VALUE, 1L << 60));
      assertThatThrownBy(store::begin)
          .isInstanceOf(StorageFullException.class)
          .hasMessageContainingAll("disk", "kept for the database");
    }
  }
}
