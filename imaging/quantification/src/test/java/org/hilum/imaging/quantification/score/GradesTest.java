package org.hilum.imaging.quantification.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GradesTest {

  @ParameterizedTest(name = "{0} % is grade {1}")
  @CsvSource({
    "0, 0",
    "0.001, 1",
    "4.99, 1",
    "5, 2",
    "25, 2",
    "25.01, 3",
    "25.5, 3",
    "26, 3",
    "49, 3",
    "49.5, 3",
    "49.99, 3",
    "50, 4",
    "75, 4",
    "75.01, 5",
    "100, 5"
  })
  void of_pan_2020_at_and_around_each_cut(double percent, int grade) {
    assertThat(CtSeverityScore.grade(percent)).isEqualTo(grade);
  }

  @ParameterizedTest(name = "{0} % is grade {1}")
  @CsvSource({
    "0, 0", "0.5, 1", "1, 1", "5, 1", "25, 1", "25.5, 2", "26, 2", "50, 2", "50.5, 3", "51, 3",
    "75, 3", "75.5, 4", "76, 4", "100, 4"
  })
  void of_chung_2020_at_and_around_each_cut(double percent, int grade) {
    assertThat(TotalSeverityScore.grade(percent)).isEqualTo(grade);
  }

  @ParameterizedTest(name = "{0} % is grade {1}")
  @CsvSource({
    "0, 0",
    "0.001, 1",
    "24.99, 1",
    "25, 2",
    "49.99, 2",
    "50, 3",
    "74.99, 3",
    "75, 4",
    "100, 4"
  })
  void of_six_zones_at_and_around_each_cut(double percent, int grade) {
    assertThat(SixZoneScore.grade(percent)).isEqualTo(grade);
  }
}
