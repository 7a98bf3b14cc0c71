package org.hilum.imaging.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.intake.SeriesCompleted.Why;
import org.hilum.imaging.intake.completion.GrowingSeries;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GrowingSeriesTest {

  private static final String T = "transfer";
  private static final Instant BEGIN = Instant.parse("2020-02-01T08:00:00Z");

  private final GrowingSeries series = new GrowingSeries(BEGIN);
  private Instant now = BEGIN;
  private long revision;

  private void image(int number) {
    series.add(T, ++revision, header(number).build(), now);
  }

  private static DataSetBuilder header(int number) {
    return DataSet.builder()
        .text(Tag.MODALITY, Vr.CS, "CT")
        .integerString(Tag.INSTANCE_NUMBER, number);
  }

  private Optional<Why> after(int milliseconds, String... busy) {
    return series.complete(
        now.plus(Duration.ofMillis(milliseconds)), Set.of(busy), CompletionSettings.USUAL);
  }

  @Test
  void is_complete_half_a_second_after_its_transfer_when_no_number_is_missing() {
    image(1);
    image(2);
    image(3);
    series.ended(T);
    assertThat(after(400)).isEmpty();
    assertThat(after(500)).contains(Why.TRANSFER_ENDED);
  }

  @Test
  void waits_longer_when_a_number_is_missing_or_the_transfer_stays_open() {
    image(1);
    image(3);
    assertThat(after(1000)).isEmpty();
    series.ended(T);
    assertThat(after(1000)).isEmpty();
    assertThat(after(1500)).contains(Why.QUIET);
  }

  @Test
  void is_complete_at_once_when_as_many_are_here_as_were_announced() {
    for (int n = 1; n <= 2; n++) {
      series.add(
          T,
          ++revision,
          header(n).integerString(Tag.NUMBER_OF_SERIES_RELATED_INSTANCES, 2).build(),
          now);
    }
    assertThat(after(0)).contains(Why.COUNT);
  }

  private void announcing(int count, int... numbers) {
    for (int n : numbers) {
      var said = header(n).integerString(Tag.NUMBER_OF_SERIES_RELATED_INSTANCES, count);
      series.add(T, ++revision, said.build(), now);
    }
  }

  @Test
  void does_not_believe_a_count_where_a_number_is_missing() {
    announcing(3, 1, 2, 5);
    assertThat(after(0)).isEmpty();
    series.ended(T);
    assertThat(after(1000)).isEmpty();
    assertThat(after(1500)).contains(Why.QUIET);
  }

  @Test
  void does_not_believe_a_count_once_more_have_come_or_images_disagree() {
    announcing(2, 1, 2, 3);
    assertThat(after(0)).isEmpty();
    announcing(4, 4);
    assertThat(after(0)).isEmpty();
    series.ended(T);
    assertThat(after(500)).contains(Why.TRANSFER_ENDED);
  }

  @Test
  void does_not_believe_a_count_at_once_while_its_transfer_brings_more() {
    announcing(2, 1, 2);
    assertThat(after(0, T)).isEmpty();
    assertThat(after(1500, T)).contains(Why.COUNT);
  }

  @Test
  void a_count_that_is_too_large_holds_nothing_up() {
    announcing(100, 1, 2);
    assertThat(after(1000)).isEmpty();
    assertThat(after(1500)).contains(Why.QUIET);
    series.ended(T);
    assertThat(after(500)).contains(Why.TRANSFER_ENDED);
  }

  @Test
  void waits_for_two_slow_lines_that_bring_it_by_turns() {
    image(1);
    series.add("other line", ++revision, header(2).build(), now);
    assertThat(after(60_000, T)).isEmpty();
    assertThat(after(60_000, "other line")).isEmpty();
    series.ended(T);
    assertThat(after(60_000, "other line")).isEmpty();
    series.ended("other line");
    assertThat(after(500)).contains(Why.TRANSFER_ENDED);
  }

  @Test
  void waits_a_while_for_a_transfer_that_brings_several_series_by_turns() {
    image(1);
    series.movedOn(T);
    image(2);
    series.movedOn(T);
    assertThat(after(10_000, T)).isEmpty();
    assertThat(after(30_000, T)).contains(Why.QUIET);
    assertThat(after(1500)).contains(Why.QUIET);
  }

  @Test
  void does_not_fall_back_behind_what_has_come_since_a_start() {
    revision = 7;
    image(1);
    series.resume(5, "MR");
    assertThat(series.revision()).isEqualTo(8);
    assertThat(series.modality()).isEqualTo("CT");
  }

  @Test
  void waits_for_a_slow_line_while_an_object_comes_in() {
    image(1);
    image(2);
    assertThat(after(60_000, T)).isEmpty();
    assertThat(after(60_000, "somebody else")).contains(Why.QUIET);
  }

  @Test
  void does_not_wait_for_a_transfer_that_has_gone_on_to_another_series() {
    image(1);
    image(2);
    series.movedOn(T);
    assertThat(after(1500, T)).contains(Why.QUIET);
    image(3);
    assertThat(after(1500, T)).isEmpty();
  }

  @Test
  void takes_numbers_from_zero_or_one_and_none_as_no_proof() {
    image(0);
    image(1);
    series.ended(T);
    assertThat(after(500)).contains(Why.TRANSFER_ENDED);
    var unnumbered = new GrowingSeries(BEGIN);
    unnumbered.add(T, 1, DataSet.builder().build(), BEGIN);
    unnumbered.ended(T);
    assertThat(unnumbered.complete(BEGIN.plusMillis(1000), Set.of(), CompletionSettings.USUAL))
        .isEmpty();
  }
}
