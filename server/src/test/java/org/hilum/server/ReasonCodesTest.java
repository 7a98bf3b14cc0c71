package org.hilum.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.hilum.imaging.vocabulary.ReasonCode;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReasonCodesTest {

  private static final Path PAGE = Path.of("..", "docs", "reference", "reason-codes.md");

  @Test
  void every_code_has_its_shape_and_is_used_once() {
    var codes = ReasonCodes.all().stream().map(ReasonCode::code).toList();
    assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[A-Z]{3}-\\d{3}"));
  }

  @Test
  void every_code_says_something_to_a_technologist() {
    assertThat(ReasonCodes.all())
        .allSatisfy(
            code ->
                assertThat(code.meaning()).as(code.code()).endsWith(".").hasSizeGreaterThan(20));
  }

  @Test
  void the_page_of_codes_is_the_code() throws IOException {
    var page = page();
    if ("rewrite".equals(System.getProperty("hilum.golden"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/reference/reason-codes.md is generated: ./dev golden rewrites it")
        .isEqualTo(page);
  }

  private static String page() {
    return ReasonCodes.all().stream()
        .map(code -> "| " + code.code() + " | " + code.meaning() + " |")
        .collect(
            Collectors.joining(
                "\n",
                """
                # Reason codes

                Why something was refused, left out, or could not be measured. Generated from the code by `./dev golden`.

                | code | what it means and what to do |
                |---|---|
                """,
                "\n"));
  }
}
