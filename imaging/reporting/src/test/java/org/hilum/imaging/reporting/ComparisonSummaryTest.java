package org.hilum.imaging.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonSummaryTest {

  @ParameterizedTest
  @EnumSource(Language.class)
  void says_what_was_looked_at(Language language) {
    var lines = ComparisonSummary.lines(ComparisonExample.threeDates(), language);
    Golden.assertSame(
        "comparison-summary-" + language.tag() + ".txt", String.join("\n", lines) + "\n");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void names_no_patient(Language language) {
    assertThat(ComparisonSummary.lines(ComparisonExample.twoDates(), language))
        .noneMatch(line -> line.contains("Wang") || line.contains("ID-7"));
  }
}
