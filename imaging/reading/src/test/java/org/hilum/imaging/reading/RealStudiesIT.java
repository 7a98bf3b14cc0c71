package org.hilum.imaging.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hilum.fixtures.SharedData;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.reading.StudyOutcome.StudyRead;
import org.hilum.imaging.reading.StudyOutcome.StudyRefused;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.Region;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole line on real CT, whole and damaged; skipped where the data is absent. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RealStudiesIT {

  /** Longer than any input may take on a busy machine; a hang is a fault. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private static Line line;

  @TempDir Path out;

  @BeforeAll
  static void open() {
    line = new Line();
  }

  @AfterAll
  static void close() {
    line.close();
  }

  private ReadingResult read(String relative) {
    var input = SharedData.require(relative);
    return assertTimeoutPreemptively(LONGEST, () -> line.read(input, out));
  }

  private StudyRead whole(String relative) {
    var result = read(relative);
    assertThat(result.outcomes()).singleElement().isInstanceOf(StudyRead.class);
    return (StudyRead) result.outcomes().getFirst();
  }

  private static double percent(StudyRead read) {
    return read.findings()
        .measurements()
        .of(Region.LUNGS)
        .of(Quantity.OPACITY_PERCENT)
        .number()
        .orElseThrow();
  }

  @Test
  void a_chest_without_findings_has_less_than_one_percent_of_opacity() {
    assertThat(percent(whole("ct/dicom/normal-001"))).isLessThan(1.0);
  }

  @Test
  void a_chest_with_covid_19_pneumonia_has_clearly_more_and_in_both_lungs() {
    var read = whole("ct/dicom/covid-P001");
    assertThat(percent(read)).isGreaterThan(1.0);
    for (var lung : List.of(Region.LEFT_LUNG, Region.RIGHT_LUNG)) {
      assertThat(
              read.findings()
                  .measurements()
                  .of(lung)
                  .of(Quantity.OPACITY_PERCENT)
                  .number()
                  .orElseThrow())
          .as("opacity of %s, %%", lung)
          .isGreaterThan(0.2);
    }
  }

  @Test
  void prone_and_supine_storage_of_one_chest_give_the_same_numbers() {
    var ok = whole("dicom/defects/ok").findings().measurements();
    var prone = whole("dicom/defects/prone").findings().measurements();
    for (var region : Region.values()) {
      for (var quantity : Quantity.values()) {
        var expected = ok.of(region).of(quantity).number();
        if (expected.isPresent()) {
          assertThat(prone.of(region).of(quantity).number().orElseThrow())
              .as("%s of %s", quantity, region)
              .isCloseTo(
                  expected.getAsDouble(), within(1e-3 * Math.abs(expected.getAsDouble()) + 1e-9));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "missing1, VOL-003",
    "no-rescale, VOL-011",
    "two-patients, INT-007",
  })
  void a_defect_that_cannot_be_mended_is_refused(String defect, String code) {
    var result = read("dicom/defects/" + defect);
    assertThat(result.outcomes()).isNotEmpty().allMatch(StudyRefused.class::isInstance);
    assertThat(codes(result)).contains(code);
  }

  @ParameterizedTest
  @CsvSource({"duppos, VOL-041", "localizer-mixed, VOL-040"})
  void a_defect_that_can_be_mended_is_read_with_a_word(String defect, String code) {
    assertThat(whole("dicom/defects/" + defect).findings().deviations())
        .extracting(reason -> reason.code().code())
        .contains(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dicom/peers/highdicom", "dicom/peers/dcmqi"})
  void objects_that_are_not_ct_are_left_alone(String peers) {
    var result = read(peers);
    assertThat(result.outcomes()).noneMatch(StudyRead.class::isInstance);
    assertThat(result.hasFault()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dicom/malformed", "dicom/charsets", "dicom/formats", "dicom/pairs/covid-sbu"})
  void folders_of_odd_files_end_in_refusals_and_never_in_a_fault(String folder) throws IOException {
    var result = read(folder);
    assertThat(result.hasFault()).isFalse();
    assertThat(result.outcomes()).noneMatch(StudyRead.class::isInstance);
  }

  private static List<String> codes(ReadingResult result) {
    return result.outcomes().stream()
        .filter(StudyRefused.class::isInstance)
        .flatMap(outcome -> ((StudyRefused) outcome).reasons().stream())
        .map((Reason reason) -> reason.code().code())
        .toList();
  }
}
