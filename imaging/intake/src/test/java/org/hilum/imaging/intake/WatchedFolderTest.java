package org.hilum.imaging.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hilum.imaging.dicom.Tag;
import org.hilum.platform.storage.StorageLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchedFolderTest {

  @TempDir Path data;

  private IntakeRoom room;
  private Path inbox;
  private WatchedFolder watched;

  @BeforeEach
  void open() throws IOException {
    room = new IntakeRoom(data);
    inbox = Files.createDirectories(data.resolve("inbox"));
    watch(FolderSettings.Afterwards.MOVE);
  }

  @AfterEach
  void close() {
    watched.close();
  }

  private void watch(FolderSettings.Afterwards afterwards) {
    watched =
        new WatchedFolder(
            new FolderSettings(
                "ward",
                inbox,
                room.institution,
                afterwards,
                Duration.ofSeconds(5),
                Duration.ofMillis(20)),
            room.receiver,
            room.clock,
            room.trail);
  }

  private void later() {
    room.now.updateAndGet(then -> then.plusSeconds(6));
  }

  /** Seen, then seen again unchanged. */
  private void lookTwice() {
    watched.look();
    later();
    watched.look();
  }

  private List<String> files() throws IOException {
    try (var all = Files.walk(inbox)) {
      return all.filter(file -> !Files.isDirectory(file))
          .map(file -> inbox.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Nested
  class A_file {

    @Test
    void waits_where_no_room_is_left_and_is_taken_when_there_is() throws IOException {
      watched.close();
      room = new IntakeRoom(data.resolve("small"), new StorageLimits(1, 0));
      watch(FolderSettings.Afterwards.MOVE);
      room.slice(1).writeTo(inbox.resolve("1.dcm"));
      room.slice(2).writeTo(inbox.resolve("2.dcm"));
      lookTwice();
      assertThat(room.kept()).containsExactly("1.2.3.1.1");
      assertThat(files()).containsExactly("2.dcm", "done/1.dcm");
      room.deleteAll();
      watched.look();
      assertThat(room.kept()).containsExactly("1.2.3.1.2");
      assertThat(files()).containsExactly("done/1.dcm", "done/2.dcm");
    }

    @Test
    void is_taken_and_moved_once_it_no_longer_changes() throws IOException {
      CtFile.slice(1).writeTo(inbox.resolve("ct/1.dcm"));
      watched.look();
      assertThat(room.kept()).isEmpty();
      later();
      watched.look();
      assertThat(room.kept()).containsExactly("1.2.3.1.1");
      assertThat(files()).containsExactly("done/ct/1.dcm");
      assertThat(room.told.events)
          .startsWith("begun", "accepted")
          .last()
          .asString()
          .startsWith("ended folder:ward:");
      assertThat(room.audited)
          .singleElement()
          .satisfies(entry -> assertThat(entry.objects()).containsExactly("1.2.3"));
    }

    @Test
    void half_written_is_not_taken() throws IOException {
      var bytes = CtFile.slice(1).bytes();
      var file = inbox.resolve("1.dcm");
      Files.write(file, Arrays.copyOf(bytes, 300));
      watched.look();
      later();
      Files.write(file, Arrays.copyOfRange(bytes, 300, bytes.length), StandardOpenOption.APPEND);
      watched.look();
      assertThat(room.kept()).isEmpty();
      later();
      watched.look();
      assertThat(room.kept()).hasSize(1);
    }

    @Test
    void named_as_half_written_or_hidden_is_not_looked_at() throws IOException {
      for (var name : List.of("1.dcm.part", "2.tmp", ".hidden", "~3", ".snapshot/4")) {
        CtFile.slice(1).writeTo(inbox.resolve(name));
      }
      lookTwice();
      assertThat(files()).hasSize(5);
      assertThat(room.kept()).isEmpty();
    }

    @Test
    void that_was_taken_is_deleted_where_that_is_wanted() throws IOException {
      watch(FolderSettings.Afterwards.DELETE);
      CtFile.slice(1).writeTo(inbox.resolve("1.dcm"));
      Files.writeString(inbox.resolve("a.txt"), "not an image");
      lookTwice();
      assertThat(room.kept()).hasSize(1);
      assertThat(files()).containsExactly("left-alone/a.txt", "left-alone/a.txt.txt");
    }

    @Test
    void that_cannot_be_kept_fails_with_its_reason_beside_it() throws IOException {
      CtFile.slice(1)
          .with(builder -> builder.remove(Tag.SERIES_INSTANCE_UID))
          .writeTo(inbox.resolve("1.dcm"));
      lookTwice();
      assertThat(files()).containsExactly("failed/1.dcm", "failed/1.dcm.txt");
      assertThat(Files.readString(inbox.resolve("failed/1.dcm.txt")))
          .contains("INT-004", "Series Instance UID (0020,000E)", "from the scanner or PACS");
    }

    @Test
    void that_the_store_cannot_keep_holds_up_no_other_and_is_tried_on() throws Exception {
      var obstacle = room.obstacle(CtFile.slice(1).bytes());
      CtFile.slice(1).writeTo(inbox.resolve("1.dcm"));
      CtFile.slice(2).writeTo(inbox.resolve("2.dcm"));
      lookTwice();
      assertThat(files()).containsExactly("1.dcm", "done/2.dcm");
      Files.delete(obstacle);
      watched.look();
      assertThat(files()).containsExactly("done/1.dcm", "done/2.dcm");
      assertThat(room.kept()).hasSize(2);
    }

    @Test
    void of_a_name_that_was_put_away_before_keeps_both() throws IOException {
      CtFile.slice(1).writeTo(inbox.resolve("1.dcm"));
      lookTwice();
      CtFile.slice(2).writeTo(inbox.resolve("1.dcm"));
      lookTwice();
      assertThat(files()).containsExactly("done/1.dcm", "done/1.dcm.2");
      assertThat(room.kept()).hasSize(2);
    }

    @Test
    void taken_and_not_moved_when_the_kill_came_is_moved_at_the_next_start() throws IOException {
      CtFile.slice(1).writeTo(inbox.resolve("1.dcm"));
      try (var bytes = Files.newInputStream(inbox.resolve("1.dcm"))) {
        room.receiver.receive(
            new Sender(room.institution, "ward", Channel.FOLDER, "before"), bytes);
      }
      lookTwice();
      assertThat(room.kept()).hasSize(1);
      assertThat(files()).containsExactly("done/1.dcm");
    }

    @Test
    void that_cannot_be_put_away_is_taken_once_and_put_away_later() throws IOException {
      Files.createSymbolicLink(inbox.resolve("done"), data);
      CtFile.slice(1).writeTo(inbox.resolve("1.dcm"));
      lookTwice();
      watched.look();
      assertThat(room.told.events).filteredOn("accepted"::equals).hasSize(1);
      assertThat(files()).contains("1.dcm");
      Files.delete(inbox.resolve("done"));
      watched.look();
      assertThat(files()).contains("done/1.dcm");
      assertThat(room.told.events).filteredOn("accepted"::equals).hasSize(1);
    }
  }

  @Nested
  class A_link {

    @Test
    void out_of_the_folder_is_not_followed() throws IOException {
      CtFile.slice(1).writeTo(data.resolve("outside/1.dcm"));
      Files.createSymbolicLink(inbox.resolve("file"), data.resolve("outside/1.dcm"));
      Files.createSymbolicLink(inbox.resolve("folder"), data.resolve("outside"));
      lookTwice();
      assertThat(room.kept()).isEmpty();
      assertThat(data.resolve("outside/1.dcm")).exists();
    }

    @Test
    void in_place_of_a_shelf_leads_nothing_out() throws IOException {
      Files.createDirectories(data.resolve("outside"));
      Files.createSymbolicLink(inbox.resolve("done"), data.resolve("outside"));
      CtFile.slice(1).writeTo(inbox.resolve("1.dcm"));
      lookTwice();
      assertThat(room.kept()).hasSize(1);
      assertThat(inbox.resolve("1.dcm")).exists();
      assertThat(data.resolve("outside")).isEmptyDirectory();
    }
  }

  @Nested
  class An_archive {

    @Test
    void is_unpacked_and_moved_as_a_whole() throws IOException {
      var entries = new LinkedHashMap<String, byte[]>();
      entries.put("../1", CtFile.slice(1).bytes());
      entries.put("2", CtFile.slice(2).bytes());
      entries.put("a.txt", new byte[] {1});
      Files.write(inbox.resolve("study.zip"), Zips.of(entries));
      lookTwice();
      assertThat(room.kept()).hasSize(2);
      assertThat(files()).containsExactly("done/study.zip");
      assertThat(data.resolve("1")).doesNotExist();
    }

    @Test
    void with_a_bad_entry_fails_and_says_what_was_taken() throws IOException {
      var entries = new LinkedHashMap<String, byte[]>();
      entries.put("1", CtFile.slice(1).bytes());
      entries.put("2", Arrays.copyOf(CtFile.slice(2).bytes(), 400));
      Files.write(inbox.resolve("study.zip"), Zips.of(entries));
      lookTwice();
      assertThat(room.kept()).hasSize(1);
      assertThat(Files.readString(inbox.resolve("failed/study.zip.txt")))
          .contains("taken all the same: 1", "DIC-", "(2");
    }

    @Test
    void that_is_a_bomb_or_protected_fails() throws IOException {
      Files.write(inbox.resolve("bomb.zip"), Zips.bomb(300));
      Files.write(
          inbox.resolve("locked.zip"),
          Zips.encrypted(Zips.of(Map.of("1", CtFile.slice(1).bytes()))));
      lookTwice();
      assertThat(Files.readString(inbox.resolve("failed/bomb.zip.txt"))).contains("INT-011");
      assertThat(Files.readString(inbox.resolve("failed/locked.zip.txt"))).contains("INT-044");
    }
  }

  @Nested
  class The_folder {

    @Test
    void may_vanish_and_come_back() throws IOException {
      CtFile.slice(1).writeTo(inbox.resolve("1.dcm"));
      watched.look();
      Files.move(inbox, data.resolve("elsewhere"));
      watched.look();
      watched.look();
      Files.move(data.resolve("elsewhere"), inbox);
      lookTwice();
      assertThat(files()).containsExactly("done/1.dcm");
    }

    @Test
    void with_a_thousand_files_is_emptied_and_its_sub_folders_end_one_by_one() throws IOException {
      for (int n = 0; n < 1000; n++) {
        CtFile.slice(n).writeTo(inbox.resolve("case " + n % 3).resolve(n + ".dcm"));
      }
      watched.look();
      later();
      Files.writeString(inbox.resolve("case 0/late"), "still coming");
      watched.look();
      assertThat(room.kept()).hasSize(1000);
      assertThat(ended()).isEqualTo(2);
      later();
      watched.look();
      assertThat(ended()).isEqualTo(3);
      assertThat(files()).hasSize(1002).allMatch(name -> name.matches("(done|left-alone)/.*"));
    }

    private long ended() {
      return room.told.events.stream().filter(event -> event.startsWith("ended")).count();
    }

    @Test
    void loses_sub_folders_that_have_been_empty_for_long() throws IOException {
      CtFile.slice(1).writeTo(inbox.resolve("case/1.dcm"));
      lookTwice();
      assertThat(inbox.resolve("case")).isEmptyDirectory();
      room.now.set(Instant.now().plus(Duration.ofHours(1)));
      watched.look();
      assertThat(inbox.resolve("case")).doesNotExist();
      assertThat(inbox).isDirectory();
    }

    @Test
    void is_worked_on_by_itself_once_started() throws IOException {
      CtFile.slice(1).writeTo(inbox.resolve("1.dcm"));
      watched.start();
      var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (!Files.exists(inbox.resolve("done/1.dcm"))) {
        later();
        assertThat(System.nanoTime()).isLessThan(until);
        Thread.onSpinWait();
      }
      assertThat(room.kept()).hasSize(1);
    }
  }
}
