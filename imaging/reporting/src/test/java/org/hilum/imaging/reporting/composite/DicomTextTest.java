package org.hilum.imaging.reporting.composite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DicomTextTest {

  @Test
  void a_long_text_is_cut_with_an_ellipsis() {
    assertThat(DicomText.fitted("abcdefghij", 10)).isEqualTo("abcdefghij");
    assertThat(DicomText.fitted("abcdefghijk", 10)).isEqualTo("abcdefg...");
  }

  @Test
  void a_text_is_one_value() {
    assertThat(DicomText.fitted("a\\b", 10)).isEqualTo("a/b");
  }

  @ParameterizedTest
  @CsvSource({"1234.56789012, 1234.568", "0, 0", "-842.31234567, -842.3123", "1e-9, 1e-9"})
  void a_number_keeps_seven_digits(double value, double reported) {
    assertThat(DicomText.rounded(value)).isEqualTo(reported);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "1015", "101500", "101500.5", "101500.123456"})
  void a_time_of_day_may_be_short(String text) {
    assertThat(DicomText.isTime(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "10:15", "101500.", "101500.1234567"})
  void but_it_is_digits(String text) {
    assertThat(DicomText.isTime(text)).isFalse();
  }
}
