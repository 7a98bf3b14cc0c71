package org.hilum.epidemic.surveillance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hilum.epidemic.surveillance.VintageReading.Read;
import org.hilum.epidemic.surveillance.VintageReading.Refused;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VintageWritingTest {

  private static final LocalDate DAY = LocalDate.of(2020, 2, 5);

  @TempDir Path place;

  private static CaseCounts counts(Measure measure, Rhythm rhythm, double... values) {
    var first = DAY.minusDays(40);
    return new CaseCounts("湖北, \"central\"", measure, rhythm, first, values);
  }

  private static Vintage vintage(LocalDate day, CaseCounts... series) {
    return new Vintage(day, List.of(series), Map.of(), List.of());
  }

  private static Vintage read(Path folder, LocalDate day) {
    return switch (VintageFolder.read(folder, day)) {
      case Read read -> read.vintage();
      case Refused refused -> throw new AssertionError(refused.reasons());
    };
  }

  @Test
  void a_written_folder_is_read_back_to_the_same_counts() throws IOException {
    var written =
        new Vintage(
            DAY,
            List.of(
                counts(Measure.CASES, Rhythm.DAILY, Double.NaN, 5, Double.NaN, -2, 0.5),
                counts(Measure.DEATHS, Rhythm.DAILY, 0, 0, 1),
                counts(Measure.ADMISSIONS, Rhythm.WEEKLY, 7, 8, Double.NaN, 9)),
            Map.of("湖北, \"central\"", 59_170_000L),
            List.of());
    var folder = place.resolve("not/there/yet");

    VintageFolder.write(written, folder);

    assertThat(read(folder, DAY).series()).isEqualTo(written.series());
    assertThat(read(folder, DAY).populations()).isEqualTo(written.populations());
    assertThat(folder.resolve("cases.csv")).content().startsWith("location,date,value\n");
    try (var beside = Files.list(place.resolve("not/there"))) {
      assertThat(beside).containsExactly(folder);
    }
  }

  @Test
  void an_empty_folder_is_filled_and_one_that_holds_something_is_left_alone() throws IOException {
    var counts = vintage(DAY, counts(Measure.CASES, Rhythm.DAILY, 1, 2, 3));
    var folder = Files.createDirectories(place.resolve("empty"));

    VintageFolder.write(counts, folder);

    assertThat(VintageFolder.isFree(folder)).isFalse();
    assertThatThrownBy(() -> VintageFolder.write(counts, folder))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThatThrownBy(() -> VintageFolder.write(counts, folder.resolve("cases.csv")))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThatThrownBy(() -> VintageFolder.write(vintage(DAY), place.resolve("none")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(place.resolve("none")).doesNotExist();
  }

  @Test
  void on_a_day_the_newest_vintage_of_each_measure_was_known() {
    var old =
        vintage(
            DAY.minusDays(7),
            counts(Measure.CASES, Rhythm.DAILY, 1),
            counts(Measure.DEATHS, Rhythm.DAILY, 4));
    var young = vintage(DAY, counts(Measure.CASES, Rhythm.DAILY, 2));
    var later = vintage(DAY.plusDays(7), counts(Measure.CASES, Rhythm.DAILY, 3));
    var reading = new SourceReading.Read(List.of(old, young, later));

    var known = reading.asKnownOn(DAY.plusDays(6)).orElseThrow();

    assertThat(known.asOf()).isEqualTo(DAY.plusDays(6));
    assertThat(known.series()).containsExactly(young.series().getFirst(), old.series().getLast());
    assertThat(reading.asKnownOn(DAY.minusDays(8))).isEmpty();
  }
}
