package org.hilum.imaging.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WholeFileTest {

  @TempDir Path folder;

  @Test
  void a_failure_in_the_middle_leaves_the_older_file_and_nothing_else() throws IOException {
    var file = folder.resolve("a.txt");
    WholeFile.write(file, new byte[] {1});
    assertThatThrownBy(
            () ->
                WholeFile.place(
                    file,
                    unfinished -> {
                      Files.write(unfinished, new byte[] {2, 3});
                      throw new IOException("the disk is full");
                    }))
        .hasMessage("the disk is full");
    assertThat(file).hasBinaryContent(new byte[] {1});
    assertThat(folder).isDirectoryContaining("glob:**a.txt");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void what_is_unfinished_has_the_same_ending() throws IOException {
    WholeFile.place(
        folder.resolve("new/mask.nii.gz"),
        unfinished -> {
          assertThat(unfinished.toString()).endsWith(".nii.gz");
          Files.write(unfinished, new byte[0]);
        });
    assertThat(folder.resolve("new/mask.nii.gz")).exists();
  }
}
