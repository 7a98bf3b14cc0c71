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
class ComparisonFolderTest {

  @TempDir Path out;

  private static void write(Path folder, String content) throws IOException {
    Files.writeString(folder.resolve("comparison.json"), content);
    Files.writeString(folder.resolve("comparison.pdf"), content);
    Files.createDirectories(folder.resolve("dicom"));
    Files.writeString(folder.resolve("dicom").resolve("sr.dcm"), content);
  }

  private void finished(String content) throws IOException {
    var folder = ComparisonFolder.open(out);
    write(folder.unfinished(), content);
    folder.putInPlace();
  }

  private void everythingSays(String content) {
    assertThat(out.resolve("comparison.json")).hasContent(content);
    assertThat(out.resolve("comparison.pdf")).hasContent(content);
    assertThat(out.resolve("dicom").resolve("sr.dcm")).hasContent(content);
    assertThat(out.resolve(".comparison.unfinished")).doesNotExist();
    assertThat(out.resolve(".comparison.replaced")).doesNotExist();
  }

  @Test
  void nothing_is_visible_before_it_is_whole() throws IOException {
    var folder = ComparisonFolder.open(out);
    write(folder.unfinished(), "half");
    assertThat(out.resolve("comparison.json")).doesNotExist();
    folder.putInPlace();
    everythingSays("half");
  }

  @Test
  void a_second_comparison_replaces_the_first_and_leaves_the_files_of_others() throws IOException {
    finished("first");
    Files.writeString(out.resolve("notes.txt"), "a radiologist's words");
    Files.createDirectory(out.resolve("readings"));
    finished("second");
    everythingSays("second");
    assertThat(out.resolve("notes.txt")).hasContent("a radiologist's words");
    assertThat(out.resolve("readings")).isDirectory();
  }

  @Test
  void results_that_the_new_comparison_no_longer_has_go_with_the_old() throws IOException {
    finished("first");
    var folder = ComparisonFolder.open(out);
    Files.writeString(folder.unfinished().resolve("comparison.json"), "refused");
    folder.putInPlace();
    assertThat(out.resolve("comparison.json")).hasContent("refused");
    assertThat(out.resolve("comparison.pdf")).doesNotExist();
    assertThat(out.resolve("dicom")).doesNotExist();
  }

  @Test
  void an_abandoned_comparison_leaves_the_earlier_one() throws IOException {
    finished("first");
    var folder = ComparisonFolder.open(out);
    write(folder.unfinished(), "never finished");
    folder.abandon();
    everythingSays("first");
  }

  @Test
  void a_kill_while_the_old_one_is_put_aside_brings_it_back() throws IOException {
    finished("first");
    var killed = ComparisonFolder.open(out);
    write(killed.unfinished(), "second");
    var replaced = Files.createDirectory(out.resolve(".comparison.replaced"));
    Files.move(out.resolve("comparison.json"), replaced.resolve("comparison.json"));
    Files.move(out.resolve("dicom"), replaced.resolve("dicom"));

    ComparisonFolder.open(out).abandon();
    everythingSays("first");
  }

  @Test
  void a_kill_while_the_new_one_is_put_in_place_brings_the_old_one_back() throws IOException {
    finished("first");
    var killed = ComparisonFolder.open(out);
    write(killed.unfinished(), "second");
    var replaced = Files.createDirectory(out.resolve(".comparison.replaced"));
    for (var name : new String[] {"comparison.json", "comparison.pdf", "dicom"}) {
      Files.move(out.resolve(name), replaced.resolve(name));
    }
    Files.move(killed.unfinished().resolve("comparison.pdf"), out.resolve("comparison.pdf"));

    ComparisonFolder.open(out).abandon();
    everythingSays("first");
  }

  @Test
  void a_kill_after_the_record_was_moved_keeps_the_new_one() throws IOException {
    finished("first");
    var replaced = Files.createDirectory(out.resolve(".comparison.replaced"));
    Files.writeString(replaced.resolve("comparison.json"), "older");

    ComparisonFolder.open(out).abandon();
    everythingSays("first");
  }
}
