package org.hilum.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.hilum.platform.storage.backup.Manifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain folders in a backup, beside tables without rows. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BackupFolderTest {

  private static final Set<String> NOTES = Set.of("notes");
  private static final List<String> TABLES = List.of("org/hilum/platform/storage/sql");
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @TempDir static Path serverFolder;
  private static OtherServer server;
  private static Database database;
  private static DatabasePlace used;
  private static DatabasePlace unused;

  @TempDir Path folder;
  private DataFolder data;

  @BeforeAll
  static void start() throws Exception {
    server = OtherServer.start(serverFolder);
    server.say("CREATE ROLE owner LOGIN PASSWORD 'word'");
    database = Database.open(emptyPlace());
    used = emptyPlace();
    unused = emptyPlace();
    database.migrate(TABLES);
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
    server.close();
  }

  @BeforeEach
  void fill() throws Exception {
    data = new DataFolder(folder.resolve("data")).made();
    write(data, "2020/march.csv", "three");
    write(data, "2020/may.csv", "five");
    write(data, "complete", "");
  }

  private static DatabasePlace.External emptyPlace() throws Exception {
    var name = "storage_" + NUMBER.incrementAndGet();
    server.say("CREATE DATABASE " + name + " OWNER owner");
    return server.place(name, "owner", "word");
  }

  private static void write(DataFolder data, String path, String text) throws IOException {
    var file = data.folder().resolve("notes").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Path target() {
    return folder.resolve("backups");
  }

  private DataFolder elsewhere() {
    return new DataFolder(folder.resolve("elsewhere"));
  }

  private BackupReport backup(Map<String, Path> folders) throws IOException {
    var backup = new Backup(database.source(), Map.of(), folders, "0.1.0", Clock.systemUTC());
    return backup.write(target(), BackupProgress.silent());
  }

  private BackupReport backup() throws IOException {
    return backup(data.plain(NOTES));
  }

  private BackupReport restore(Set<String> folders, boolean overwrite) throws Exception {
    return new Restore(overwrite ? used : unused, elsewhere(), TABLES, folders)
        .read(target(), overwrite, BackupProgress.silent());
  }

  private void assertRefused(String... words) {
    assertThatThrownBy(() -> restore(NOTES, false))
        .isInstanceOf(BackupTroubleException.class)
        .hasMessageContainingAll(words);
  }

  private void assertUntouched() throws IOException {
    assertThat(elsewhere().folder().resolve("notes")).doesNotExist();
    assertUnmarked();
  }

  private void assertUnmarked() throws IOException {
    assertThat(elsewhere().folder().resolve(".restored-notes")).doesNotExist();
    elsewhere().take().close();
  }

  /** All that lies in the plain folder of a data folder. */
  private static Map<String, String> texts(DataFolder data) throws IOException {
    var notes = data.folder().resolve("notes");
    var texts = new TreeMap<String, String>();
    try (var files = Files.walk(notes)) {
      for (var file : files.filter(each -> !Files.isDirectory(each)).toList()) {
        texts.put(notes.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }

  private Path newest(String name) throws IOException {
    return Backup.list(target()).getLast().resolve(name);
  }

  /** Another list, and a manifest that vouches for it. */
  private void forge(String list) throws IOException {
    var manifest = newest("manifest.txt");
    var before = Manifest.hash(Files.readString(newest("notes.folder"))).hex();
    var text = Files.readString(manifest).replace(before, Manifest.hash(list).hex());
    text = text.substring(0, text.lastIndexOf("end\t"));
    Files.writeString(manifest, text + "end\t" + Manifest.hash(text) + "\n");
    Files.writeString(newest("notes.folder"), list);
  }

  @Test
  void every_file_comes_back_and_what_was_there_already_is_not_copied_again() throws Exception {
    assertThat(backup(Map.of("notes", folder.resolve("not there yet"))).files()).isZero();
    var report = backup();
    assertThat(report.files()).isEqualTo(3);
    assertThat(report.bytes()).isEqualTo(9);
    assertThat(report.copiedFiles()).isEqualTo(3);
    assertThat(report.leftOut()).isEmpty();
    write(data, "2020/june.csv", "six");
    assertThat(backup().copiedFiles()).isEqualTo(1);
    var restored = restore(NOTES, false);
    unused = emptyPlace();
    assertThat(restored.files()).isEqualTo(4);
    assertThat(restored.absentFolders()).isEmpty();
    assertThat(texts(elsewhere())).isEqualTo(texts(data)).hasSize(4);
    assertUnmarked();
  }

  @Test
  void an_older_backup_says_that_it_has_none_and_leaves_what_is_there() throws Exception {
    backup(Map.of());
    assertThat(newest("manifest.txt")).content().startsWith("hilum-backup\t1\n");
    write(elsewhere(), "kept.csv", "mine");
    assertRefused("data already", "--overwrite");
    assertThat(restore(NOTES, true).absentFolders()).containsExactly("notes");
    assertThat(texts(elsewhere())).isEqualTo(Map.of("kept.csv", "mine"));
    backup(Map.of("notes", folder.resolve("not there yet")));
    restore(NOTES, true);
    assertThat(texts(elsewhere())).as("known, and empty").isEmpty();
  }

  @Test
  void an_older_program_refuses_one_with_folders() throws Exception {
    backup();
    assertThat(newest("manifest.txt")).content().startsWith("hilum-backup\t2\n");
    assertThatThrownBy(() -> restore(Set.of(), false))
        .isInstanceOf(BackupTroubleException.class)
        .hasMessageContainingAll("does not know: notes", "newer");
    assertUntouched();
  }

  @Test
  void files_that_are_there_are_lost_only_when_told() throws Exception {
    backup();
    write(elsewhere(), "2020", "a file where a folder shall be");
    write(elsewhere(), "other.csv", "not in the backup");
    assertRefused("data already", "--overwrite");
    assertThat(texts(elsewhere())).containsKey("other.csv");
    restore(NOTES, true);
    assertThat(texts(elsewhere())).isEqualTo(texts(data));
  }

  @Test
  void nothing_is_written_or_removed_through_a_link() throws Exception {
    backup();
    var outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("march.csv"), "not ours");
    Files.createDirectories(elsewhere().folder().resolve("notes"));
    Files.createSymbolicLink(elsewhere().folder().resolve("notes/2020"), outside);
    Files.createSymbolicLink(elsewhere().folder().resolve(".restored-notes"), outside);
    restore(NOTES, true);
    assertThat(texts(elsewhere())).isEqualTo(texts(data));
    assertThat(outside.resolve("march.csv")).hasContent("not ours");
    try (var there = Files.list(outside)) {
      assertThat(there).hasSize(1);
    }
  }

  @Test
  void a_link_in_the_folder_is_said_and_the_folder_itself_may_be_one() throws Exception {
    var disk = folder.resolve("disk");
    Files.move(data.folder().resolve("notes"), disk);
    Files.createSymbolicLink(data.folder().resolve("notes"), disk);
    Files.createSymbolicLink(disk.resolve("link"), folder);
    var report = backup();
    assertThat(report.files()).isEqualTo(3);
    assertThat(report.leftOut())
        .containsExactly(new LeftOut("notes", "link", LeftOut.Why.LINK))
        .noneMatch(each -> each.why().isLoss());
    Files.move(disk, folder.resolve("unplugged"));
    assertThatThrownBy(this::backup)
        .isInstanceOf(BackupTroubleException.class)
        .hasMessageContaining("Is the disk there");
    assertThat(Backup.list(target())).hasSize(1);
  }

  @Test
  void a_list_that_was_changed_or_is_missing_is_refused() throws Exception {
    backup();
    var list = newest("notes.folder");
    Files.writeString(list, Files.readString(list).replace("march", "april"));
    assertRefused("list of notes", "was changed");
    Files.delete(list);
    assertRefused("list of notes", "is missing");
    assertUntouched();
  }

  @Test
  void a_list_that_leads_elsewhere_is_refused_before_anything_is_touched() throws Exception {
    backup();
    var hash = Manifest.hash("three");
    for (var path : List.of("../../escaped", "/tmp/escaped", "a/../../escaped", ".hidden")) {
      forge(hash + "\t" + path + "\n");
      assertRefused("list of notes", "no folder can hold");
      assertUntouched();
      assertThat(folder.resolve("escaped")).doesNotExist();
    }
  }

  @Test
  void another_file_is_refused_and_a_mark_is_left_until_all_is_back() throws Exception {
    backup();
    var hash = Manifest.hash("five").hex();
    var file = target().resolve("files/content/" + hash.substring(0, 2) + "/" + hash);
    Files.writeString(file, "nine");
    assertRefused(hash, "changed or is damaged");
    assertThat(elsewhere().folder().resolve("notes")).doesNotExist();
    assertThatThrownBy(() -> elsewhere().take()).hasMessageContaining("Restore again");
    Files.delete(file);
    assertRefused(hash, "is missing");
    Files.writeString(file, "five");
    restore(NOTES, true);
    assertThat(texts(elsewhere())).isEqualTo(texts(data));
    assertUnmarked();
  }
}
