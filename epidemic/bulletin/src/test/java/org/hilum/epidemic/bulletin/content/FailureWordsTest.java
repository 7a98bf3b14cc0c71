package org.hilum.epidemic.bulletin.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.hilum.epidemic.bulletin.CountSource.Cause;
import org.hilum.epidemic.bulletin.CountSource.Failure;
import org.hilum.epidemic.bulletin.Language;
import org.hilum.epidemic.bulletin.wording.Wording;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FailureWordsTest {

  private static final String WORDS =
      "SUR-003 \"yesterday\" is no date; write it as 2020-01-31. (cases.csv, line 2)"
          + " SUR-003 The row names no place. (cases.csv, line 7)"
          + " SUR-002 2 rows are dated after 2021-03-06. (deaths.csv.gz)"
          + " SUR-003 The row na";

  private static String said(Language language, String words) {
    var failure = new Failure(LocalDate.of(2021, 3, 6), Cause.REFUSED, words);
    return FailureWords.of(failure, Wording.in(language));
  }

  @Test
  void are_those_of_the_refusal_in_english() {
    assertThat(said(Language.ENGLISH, WORDS)).endsWith(WORDS);
  }

  @Test
  void say_each_code_once_in_chinese_with_the_lines() {
    var chinese = said(Language.CHINESE, WORDS);
    assertThat(chinese)
        .contains("cases.csv \u7b2c 2 \u884c", "cases.csv \u7b2c 7 \u884c", "deaths.csv.gz")
        .doesNotContain("row", "line", "date")
        .containsOnlyOnce("SUR-003")
        .containsOnlyOnce("SUR-002");
  }

  @Test
  void without_a_known_code_stay_as_they_are() {
    assertThat(said(Language.CHINESE, "The disk is full.")).endsWith("The disk is full.");
    assertThat(said(Language.CHINESE, "SUR-999 What?")).endsWith("SUR-999 What?");
    assertThat(said(Language.CHINESE, "")).isNotBlank();
  }
}
