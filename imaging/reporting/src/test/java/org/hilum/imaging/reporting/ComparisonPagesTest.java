package org.hilum.imaging.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonPagesTest {

  private static final ComparisonPages PAGES = new ComparisonPages();

  @TempDir Path folder;

  private final ComparedFindings two = ComparisonExample.twoDates();

  @Test
  void are_a_report_matched_slices_change_maps_and_the_course() throws IOException {
    var written = PAGES.write(two, Language.ENGLISH, folder);
    assertThat(written.files())
        .startsWith("comparison.pdf")
        .contains("overlay/course.png")
        .anyMatch(name -> name.matches("overlay/matched-k[0-9]{3}\\.png"))
        .anyMatch(name -> name.matches("overlay/change-k[0-9]{3}\\.png"));
    for (var name : written.files()) {
      assertThat(folder.resolve(name)).isNotEmptyFile();
    }
    assertThat(written.keyPage().getWidth()).isEqualTo(1600);
    assertThat(folder.resolve("comparison.pdf")).hasBinaryContent(written.pdf());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void say_in_the_report_what_was_looked_at(Language language) throws IOException {
    Golden.assertSame(
        "comparison-" + language.tag() + ".txt",
        text(PAGES.pdf(ComparisonExample.threeDates(), language)));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void are_at_most_two_pages_and_the_same_bytes_each_time(Language language) throws IOException {
    var pdf = PAGES.pdf(two, language);
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isLessThanOrEqualTo(2);
    }
    assertThat(PAGES.pdf(ComparisonExample.twoDates(), language)).isEqualTo(pdf);
  }

  @Test
  void of_a_refusal_show_the_alignment_that_failed() throws IOException {
    var refused = ComparisonJsonTest.refused();
    assertThat(PAGES.write(refused, Language.ENGLISH, folder))
        .containsExactly("overlay/alignment.png");
    assertThat(folder.resolve("overlay/alignment.png")).isNotEmptyFile();
  }

  @Test
  void of_a_refusal_without_an_alignment_are_none() throws IOException {
    var refused = ComparisonJsonTest.refused();
    var other =
        new RefusedComparison(
            refused.readings(),
            refused.refusals(),
            Optional.empty(),
            refused.comparedAt(),
            refused.software());
    assertThat(PAGES.write(other, Language.ENGLISH, folder)).isEmpty();
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replace("\r", "");
    }
  }
}
