package org.hilum.epidemic.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CalibrationTest {

  private static final LocalDate MADE = Drawn.SATURDAY.plusDays(2 + 7 * 10);

  @TempDir private Path folder;

  private static Truth rising() {
    double[] weeks = new double[15];
    for (int week = 0; week < weeks.length; week++) {
      weeks[week] = 100 + 10 * week;
    }
    return Truth.of(List.of(Drawn.weekly("AT", weeks)));
  }

  private void keep(LocalDate made, double miss) throws IOException {
    double came =
        100 + 10 * (java.time.temporal.ChronoUnit.DAYS.between(Drawn.SATURDAY, made) / 7 + 1);
    HubFile.write(
        folder.resolve(made + ".csv"),
        made,
        List.of(
            Drawn.week("AT", made, 1, Drawn.even(came + miss, came + miss)).forecast(),
            Drawn.week("AT", made, 4, Drawn.even(came, came + 60)).forecast()));
  }

  @Test
  void all_kept_files_are_scored_beside_last_week_repeated() throws IOException {
    keep(MADE, 1);
    keep(MADE.plusDays(7), -1);
    var calibration = Calibration.of(folder, rising());
    assertThat(calibration.dates()).containsExactly(MADE, MADE.plusDays(7));
    var oneWeek = calibration.byHorizon().getFirst();
    assertThat(oneWeek.scored()).isEqualTo(2);
    assertThat(oneWeek.natural().overprediction()).isCloseTo(0.5, within(1e-9));
    // Last week repeated is 10 short, with an interval of -10 to 10.
    assertThat(oneWeek.relative().orElseThrow().value()).isBetween(0.1, 0.3);
    assertThat(calibration.byPlace())
        .allMatch(line -> line.group().location().orElseThrow().equals("AT"));
    assertThat(calibration.leftOut()).containsEntry("not counted yet", 1);
  }

  @Test
  void a_broken_kept_file_is_said_and_an_absent_folder_holds_nothing() throws IOException {
    keep(MADE, 1);
    Files.writeString(folder.resolve("broken.csv"), "location\nAT\n");
    Files.writeString(folder.resolve("notes.txt"), "not a forecast");
    var calibration = Calibration.of(folder, rising());
    assertThat(calibration.unread())
        .singleElement()
        .extracting(ForecastRefusal::where)
        .isEqualTo("broken.csv, line 1");
    assertThat(calibration.dates()).containsExactly(MADE);
    assertThat(Calibration.of(folder.resolve("absent"), rising()).byTarget()).isEmpty();
  }

  @Test
  void the_baseline_repeats_the_last_week_and_widens_with_the_horizon() {
    var made =
        List.of(
            Drawn.week("AT", MADE, 1, Drawn.even(1, 2)),
            Drawn.week("AT", MADE, 3, Drawn.even(1, 2)));
    var baseline = Calibration.baseline(made, rising());
    assertThat(baseline).hasSize(2);
    assertThat(baseline.get(0).forecast().median()).isEqualTo(200);
    assertThat(baseline.get(0).forecast().quantile(22)).isCloseTo(210, within(1e-9));
    assertThat(baseline.get(1).forecast().quantile(22)).isCloseTo(230, within(1e-9));
    assertThat(baseline.get(1).forecast().quantile(0)).isCloseTo(170, within(1e-9));
    assertThat(
            Calibration.baseline(
                List.of(Drawn.week("AT", Drawn.SATURDAY.plusDays(9), 1, Drawn.even(1, 2))),
                rising()))
        .as("too short a past")
        .isEmpty();
  }
}
