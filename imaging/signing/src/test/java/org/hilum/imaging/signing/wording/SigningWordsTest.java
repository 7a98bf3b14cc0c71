package org.hilum.imaging.signing.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hilum.imaging.reporting.Language;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SigningWordsTest {

  private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");
  private final SigningWords english = SigningWords.in(Language.ENGLISH);
  private final SigningWords chinese = SigningWords.in(Language.CHINESE);

  private static TreeSet<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everything_is_said_in_both_languages_with_the_same_places() {
    assertThat(chinese.keys()).isEqualTo(english.keys());
    assertThat(english.keys())
        .allSatisfy(
            key ->
                assertThat(places(chinese.text(key))).as(key).isEqualTo(places(english.text(key))));
  }

  @Test
  void nothing_is_left_untranslated() {
    assertThat(chinese.keys())
        .filteredOn(
            key -> !key.equals("part") && !key.equals("name.in") && !key.equals("separator"))
        .allSatisfy(key -> assertThat(chinese.text(key)).as(key).matches("(?s).*\\p{IsHan}.*"));
  }

  @Test
  void never_says_diagnosis() {
    assertThat(english.keys())
        .allSatisfy(
            key -> {
              assertThat(english.text(key)).doesNotContainIgnoringCase("diagnos");
              assertThat(chinese.text(key)).doesNotContain("诊断");
            });
  }
}
