package org.hilum.imaging.reading.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StudyFolderTest {

  @TempDir Path out;

  private void finishedReading(String content) throws IOException {
    var folder = StudyFolder.open(out, "1.2.3");
    Files.writeString(folder.unfinished().resolve("reading.json"), content);
    folder.putInPlace();
  }

  private String reading() throws IOException {
    return Files.readString(out.resolve("1.2.3").resolve("reading.json"));
  }

  private long hiddenFolders() throws IOException {
    try (var entries = Files.list(out)) {
      return entries.filter(entry -> entry.getFileName().toString().startsWith(".")).count();
    }
  }

  @Test
  void nothing_is_visible_before_it_is_whole() throws IOException {
    var folder = StudyFolder.open(out, "1.2.3");
    Files.writeString(folder.unfinished().resolve("reading.json"), "half");
    assertThat(out.resolve("1.2.3")).doesNotExist();
    folder.putInPlace();
    assertThat(reading()).isEqualTo("half");
    assertThat(hiddenFolders()).isZero();
  }

  @Test
  void a_second_reading_replaces_the_first() throws IOException {
    finishedReading("first");
    finishedReading("second");
    assertThat(reading()).isEqualTo("second");
    assertThat(hiddenFolders()).isZero();
  }

  @Test
  void files_of_others_in_the_folder_are_kept() throws IOException {
    finishedReading("first");
    Files.writeString(out.resolve("1.2.3").resolve("my-notes.txt"), "a radiologist's words");
    finishedReading("second");
    assertThat(out.resolve("1.2.3").resolve("my-notes.txt")).hasContent("a radiologist's words");
  }

  @Test
  void results_that_the_new_reading_no_longer_has_go_with_the_old() throws IOException {
    finishedReading("first");
    Files.createDirectory(out.resolve("1.2.3").resolve("dicom"));
    Files.writeString(out.resolve("1.2.3").resolve("dicom").resolve("seg.dcm"), "old");
    finishedReading("second");
    assertThat(out.resolve("1.2.3").resolve("dicom")).doesNotExist();
  }

  @Test
  void an_abandoned_reading_leaves_the_earlier_one() throws IOException {
    finishedReading("first");
    var folder = StudyFolder.open(out, "1.2.3");
    Files.writeString(folder.unfinished().resolve("reading.json"), "never finished");
    folder.abandon();
    assertThat(reading()).isEqualTo("first");
    assertThat(hiddenFolders()).isZero();
  }

  @Test
  void a_kill_while_writing_leaves_the_earlier_reading_and_no_rest() throws IOException {
    finishedReading("first");
    var killed = StudyFolder.open(out, "1.2.3");
    Files.writeString(killed.unfinished().resolve("reading.json"), "half");
    assertThat(reading()).isEqualTo("first");
    finishedReading("second");
    assertThat(reading()).isEqualTo("second");
    assertThat(hiddenFolders()).isZero();
  }

  @Test
  void a_kill_between_the_two_renames_brings_the_earlier_reading_back() throws IOException {
    finishedReading("first");
    Files.move(out.resolve("1.2.3"), out.resolve(".1.2.3.replaced"));
    StudyFolder.open(out, "1.2.3").abandon();
    assertThat(reading()).isEqualTo("first");
  }
}
