package org.hilum.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hilum.server.command.ExitStatus;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HilumTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Hilum.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "read",
        "compare",
        "info",
        "networks",
        "evaluate",
        "doctor",
        "backup",
        "restore"
      })
  void every_command_explains_itself(String command) {
    assertThat(run(command, "--help")).isEqualTo(ExitStatus.DONE);
    assertThat(out.toString()).contains("Usage: hilum " + command);
  }

  @Test
  void the_overview_says_what_it_is_not() {
    assertThat(run("--help")).isEqualTo(ExitStatus.DONE);
    assertThat(out.toString()).contains("Not a medical device").contains("read").contains("demo");
  }

  @Test
  void an_unknown_word_is_refused_and_not_a_fault() {
    assertThat(run("raed", "somewhere")).isEqualTo(ExitStatus.REFUSED);
    assertThat(err.toString()).contains("raed");
  }

  @Test
  void a_path_that_is_not_there_is_refused_in_words() {
    var nowhere = folder.resolve("nowhere").toString();
    assertThat(run("read", nowhere, "--out", folder.toString())).isEqualTo(ExitStatus.REFUSED);
    assertThat(out.toString()).contains("INT-015").contains("no such file or folder");
  }

  @Test
  void a_folder_without_ct_is_refused_in_words() throws Exception {
    Files.writeString(folder.resolve("notes.txt"), "not an image");
    assertThat(run("read", folder.toString(), "--out", folder.resolve("out").toString()))
        .isEqualTo(ExitStatus.REFUSED);
    assertThat(out.toString()).contains("INT-015");
    assertThat(run("info", folder.toString())).isEqualTo(ExitStatus.REFUSED);
  }

  @Test
  void a_mistyped_path_is_told_before_anything_is_read() {
    assertThat(run("compare", "/no/such/prior", ".")).isEqualTo(2);
    assertThat(err.toString()).contains("/no/such/prior").contains("nothing was read");
  }

  @Test
  void a_demo_of_three_dates_is_refused_in_words() {
    assertThat(run("demo", "--dates", "3")).isEqualTo(2);
    assertThat(err.toString()).contains("2 or 5 dates");
  }

  @Test
  void a_language_that_is_not_spoken_is_refused() {
    assertThat(run("read", folder.toString(), "--language", "xx")).isEqualTo(ExitStatus.REFUSED);
    assertThat(err.toString()).contains("zh-CN");
  }

  @Test
  void answers_in_json_where_a_machine_asks() {
    run("read", folder.resolve("nowhere").toString(), "--json", "--out", folder.toString());
    assertThat(out.toString()).startsWith("{\"studies\":[]").contains("\"code\":\"INT-015\"");
  }

  @Test
  void a_code_is_explained() {
    assertThat(run("explain", "int-007")).isEqualTo(ExitStatus.DONE);
    assertThat(out.toString()).startsWith("INT-007").contains("Patient ID");
    assertThat(run("explain", "XYZ-999")).isEqualTo(ExitStatus.REFUSED);
  }

  @Test
  void networks_are_listed_with_their_sums() {
    assertThat(run("networks")).isEqualTo(ExitStatus.DONE);
    assertThat(out.toString()).contains("chest-opacity-2d").contains("sha256");
  }

  @Test
  void the_version_is_the_one_that_was_built() {
    assertThat(run("version")).isEqualTo(ExitStatus.DONE);
    assertThat(out.toString()).containsPattern("Hilum \\d+\\.\\d+").doesNotContain("${");
  }
}
