package org.hilum.platform.storage.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hilum.platform.storage.ContentStore;
import org.hilum.platform.storage.LeftOut.Why;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FolderCopyTest {

  @TempDir Path temporary;
  private Path folder;
  private ContentStore kept;

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectory(temporary.resolve("folder"));
    kept = ContentStore.open(temporary.resolve("kept"));
  }

  /** What others do while the files are read. */
  private interface Meanwhile {
    void happens() throws IOException;
  }

  private void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private FolderCopy.Copied copied(Meanwhile meanwhile) throws IOException {
    return new FolderCopy(
            folder,
            new ContentCopy(kept),
            (done, of) -> {
              try {
                meanwhile.happens();
              } catch (IOException failed) {
                throw new UncheckedIOException(failed);
              }
            })
        .take();
  }

  private static Meanwhile once(Meanwhile deed) {
    var isDone = new AtomicBoolean();
    return () -> {
      if (!isDone.getAndSet(true)) {
        deed.happens();
      }
    };
  }

  private Map<String, String> texts(FolderCopy.Copied copied) throws IOException {
    var texts = new TreeMap<String, String>();
    for (var each : copied.list().files().entrySet()) {
      texts.put(each.getKey(), Files.readString(kept.file(each.getValue()).orElseThrow()));
    }
    return texts;
  }

  @Test
  void all_is_listed_by_its_path_and_kept_once() throws Exception {
    write("a/b/c.csv", "same");
    write("a/b, \u5929 'd'.csv", "same");
    write("complete", "");
    var copied = copied(() -> {});
    assertThat(texts(copied))
        .isEqualTo(Map.of("a/b/c.csv", "same", "a/b, \u5929 'd'.csv", "same", "complete", ""));
    assertThat(copied.bytes()).isEqualTo(8);
    assertThat(copied.leftOut()).isEmpty();
    try (var hashes = kept.hashes()) {
      assertThat(hashes).hasSize(2);
    }
    assertThat(FolderList.of(copied.list().text())).isEqualTo(copied.list());
  }

  @Test
  void a_folder_that_is_not_there_holds_nothing() throws Exception {
    Files.delete(folder);
    assertThat(copied(() -> {}).list().files()).isEmpty();
  }

  @Test
  void what_is_not_whole_yet_is_passed_by() throws Exception {
    write(".unfinished-1.txt", "half");
    write("a/.incoming-1/b.csv", "half");
    write("incoming/c.csv", "half");
    write("a/incoming/d.csv", "whole: only the folder's own is for what comes in");
    var copied = copied(() -> {});
    assertThat(copied.list().files()).containsOnlyKeys("a/incoming/d.csv");
    assertThat(copied.leftOut()).isEmpty();
  }

  @Test
  void links_pipes_and_names_of_two_lines_are_left_out_and_said() throws Exception {
    write("a.csv", "a");
    write("two\nlines.csv", "b");
    Files.writeString(temporary.resolve("elsewhere"), "secret");
    Files.createSymbolicLink(folder.resolve("link"), temporary.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("links"), temporary);
    assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor())
        .isZero();
    var copied = copied(() -> {});
    assertThat(copied.list().files()).containsOnlyKeys("a.csv");
    assertThat(copied.leftOut())
        .isEqualTo(
            Map.of("link", Why.LINK, "links", Why.LINK, "pipe", Why.ODD, "two?lines.csv", Why.ODD));
  }

  @Test
  void a_file_that_vanishes_is_not_in_it() throws Exception {
    write("a.csv", "a");
    write("b.csv", "b");
    var copied = copied(once(() -> Files.delete(folder.resolve("b.csv"))));
    assertThat(texts(copied)).isEqualTo(Map.of("a.csv", "a"));
    assertThat(copied.leftOut()).isEmpty();
  }

  @Test
  void a_folder_that_is_moved_is_in_it_once() throws Exception {
    write("watched/day/b.csv", "b");
    write("z.csv", "z");
    Files.createDirectories(folder.resolve("done"));
    var copied =
        copied(once(() -> Files.move(folder.resolve("watched/day"), folder.resolve("done/day"))));
    assertThat(texts(copied)).isEqualTo(Map.of("done/day/b.csv", "b", "z.csv", "z"));
    assertThat(copied.leftOut()).isEmpty();
  }

  @Test
  void a_file_that_is_written_to_is_read_again() throws Exception {
    write("a.csv", "one");
    var copied = copied(once(() -> write("a.csv", "two")));
    assertThat(texts(copied)).isEqualTo(Map.of("a.csv", "two"));
  }

  @Test
  void a_file_of_tomorrow_is_in_it() throws Exception {
    write("a.csv", "a");
    Files.setLastModifiedTime(
        folder.resolve("a.csv"),
        java.nio.file.attribute.FileTime.from(
            java.time.Instant.now().plus(java.time.Duration.ofDays(1))));
    assertThat(texts(copied(() -> {}))).isEqualTo(Map.of("a.csv", "a"));
  }

  @Test
  void a_file_that_never_rests_is_left_out_and_said_and_holds_up_no_other() throws Exception {
    write("a.csv", "a");
    write("log.txt", "");
    var copied =
        copied(
            () ->
                Files.writeString(folder.resolve("log.txt"), "more\n", StandardOpenOption.APPEND));
    assertThat(texts(copied)).isEqualTo(Map.of("a.csv", "a"));
    assertThat(copied.leftOut()).isEqualTo(Map.of("log.txt", Why.CHANGING));
  }

  @Test
  void whatever_is_listed_is_whole_while_others_write_and_move() throws Exception {
    for (int n = 0; n < 20; n++) {
      write("a/" + n + ".csv", "0".repeat(1000));
    }
    var isOver = new AtomicBoolean();
    var writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    for (int n = 0; !isOver.get(); n++) {
                      write(".unfinished", Integer.toString(n % 10).repeat(1000));
                      Files.move(
                          folder.resolve(".unfinished"),
                          folder.resolve("a/" + n % 3 + ".csv"),
                          StandardCopyOption.ATOMIC_MOVE);
                    }
                  } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                  }
                });
    var copied = copied(() -> {});
    isOver.set(true);
    writer.join();
    assertThat(texts(copied).values()).allMatch(text -> text.matches("(\\d)\\1{999}"));
    assertThat(copied.list().files().size() + copied.leftOut().size()).isEqualTo(20);
    assertThat(copied.list().files()).hasSizeGreaterThanOrEqualTo(17);
  }

  @Test
  void a_list_that_leads_elsewhere_is_none() {
    var hash = Manifest.hash("x");
    for (var path :
        new String[] {
          "",
          "/etc/passwd",
          "../a",
          "a/../../b",
          "a/./b",
          "a//b",
          "a/",
          ".ssh/b",
          "a\u0000b",
          "a\tb",
          "a".repeat(5000)
        }) {
      assertThatThrownBy(() -> FolderList.of(hash + "\t" + path + "\n"))
          .as(path)
          .isInstanceOf(IllegalArgumentException.class);
    }
    var line = hash + "\ta\n";
    for (var text : new String[] {line + line, line + hash + "\ta/b\n", "a\n", "x\ta\n", "\n"}) {
      assertThatThrownBy(() -> FolderList.of(text))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
