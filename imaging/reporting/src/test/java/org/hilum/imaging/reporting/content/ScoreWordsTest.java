package org.hilum.imaging.reporting.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hilum.imaging.quantification.Measurement;
import org.hilum.imaging.quantification.Measurement.Measured;
import org.hilum.imaging.quantification.Measurement.NotMeasured;
import org.hilum.imaging.quantification.SeverityScore;
import org.hilum.imaging.reporting.ExampleReason;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.vocabulary.Reason;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScoreWordsTest {

  private static final NotMeasured NOT =
      new NotMeasured(Reason.of(ExampleReason.NO_LOBES, "no lobes"));

  @Test
  void inputs_are_named_by_region_and_quantity() {
    assertThat(words(new Measured(12.5), Map.of("LUNGS opacityPercent", new Measured(12.5))))
        .isEqualTo("Both lungs opacity, % 12.5");
  }

  @Test
  void a_sum_over_regions_says_once_what_its_inputs_are() {
    var inputs = new LinkedHashMap<String, Measurement>();
    inputs.put("RUL lesion %", new Measured(3));
    inputs.put("RML lesion %", new Measured(26.04));
    inputs.put("RLL lesion %", NOT);
    assertThat(words(NOT, inputs))
        .isEqualTo("lesion share, %  \u00b7  Right upper lobe 3  \u00b7  Right middle lobe 26");
  }

  @Test
  void inputs_that_were_not_measured_are_left_out() {
    assertThat(words(NOT, Map.of("RUL lesion %", NOT))).isEmpty();
  }

  @Test
  void a_score_that_was_not_measured_says_so() {
    assertThat(new ScoreWords(score(NOT, Map.of()), english()).value()).isEqualTo("not measured");
    assertThat(new ScoreWords(score(new Measured(11), Map.of()), english()).value())
        .isEqualTo("11");
  }

  @Test
  void a_little_is_not_called_zero() {
    assertThat(new ScoreWords(score(new Measured(0.02), Map.of()), english()).value())
        .isEqualTo("<0.1");
    assertThat(new ScoreWords(score(new Measured(0), Map.of()), english()).value()).isEqualTo("0");
  }

  private static String words(Measurement value, Map<String, Measurement> inputs) {
    return new ScoreWords(score(value, inputs), english()).inputs();
  }

  private static SeverityScore score(Measurement value, Map<String, Measurement> inputs) {
    return new SeverityScore("a score", value, 0, 25, inputs, "doi:1");
  }

  private static Wording english() {
    return Wording.in(Language.ENGLISH);
  }
}
