package org.hilum.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FolderLockTest {

  @TempDir Path folder;

  @Test
  void a_try_that_failed_here_does_not_give_the_lock_away_to_another_process() throws Exception {
    var data = new DataFolder(folder.resolve("data"));
    var lock = data.take();
    try (lock) {
      assertThatThrownBy(data::take).isInstanceOf(FolderTakenException.class);
      assertThat(data.isTaken()).isTrue();
      assertThat(otherProcessTakes(data)).isFalse();
    }
    assertThat(data.isTaken()).isFalse();
    assertThat(otherProcessTakes(data)).isTrue();
  }

  @Test
  void asking_makes_nothing() throws Exception {
    assertThat(new DataFolder(folder.resolve("none")).isTaken()).isFalse();
    assertThat(folder).isEmptyDirectory();
  }

  private static boolean otherProcessTakes(DataFolder data) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var path = System.getProperty("java.class.path");
    var process =
        new ProcessBuilder(
                java, "-cp", path, FolderLockTest.class.getName(), data.folder().toString())
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue() == 0;
  }

  /** The other process. */
  public static void main(String[] arguments) {
    try {
      new DataFolder(Path.of(arguments[0])).take().close();
    } catch (IOException taken) {
      System.exit(3);
    }
  }
}
