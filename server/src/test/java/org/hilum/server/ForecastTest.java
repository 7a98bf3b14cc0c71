package org.hilum.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ForecastTest {

  private static final LocalDate MONDAY = LocalDate.of(2021, 3, 8);

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int hilum(Object... arguments) {
    String[] words = new String[arguments.length];
    for (int word = 0; word < words.length; word++) {
      words[word] = arguments[word].toString();
    }
    return Hilum.run(words, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private Path vintage() {
    return folder.resolve("vintage");
  }

  /** Two places, daily cases that rise by a fiftieth a day, to the Sunday before. */
  @BeforeEach
  void write_a_vintage() throws IOException {
    Files.createDirectory(vintage());
    Files.writeString(vintage().resolve("cases.csv"), cases(MONDAY));
  }

  private static String cases(LocalDate before) {
    var rows = new StringBuilder("location,date,value\n");
    for (LocalDate day = MONDAY.minusDays(150); day.isBefore(before); day = day.plusDays(1)) {
      long days = ChronoUnit.DAYS.between(MONDAY.minusDays(150), day);
      long count = Math.round(100 * Math.pow(1.02, days));
      rows.append("AT,").append(day).append(',').append(count).append('\n');
      rows.append("Hubei,").append(day).append(',').append(2 * count).append('\n');
    }
    return rows.toString();
  }

  private int forecast(Path file) {
    return hilum("forecast", "--vintage", vintage(), "--date", MONDAY, "--out", file);
  }

  @Test
  void a_vintage_becomes_a_hub_file_that_can_be_scored() throws IOException {
    Path file = folder.resolve("out.csv");
    assertThat(forecast(file)).isEqualTo(0);
    assertThat(out.toString()).contains("wk inc case", "Written: " + file);
    assertThat(Files.readAllLines(file))
        .startsWith(
            "reference_date,target,horizon,target_end_date,location,output_type,output_type_id,value")
        .anyMatch(row -> row.startsWith("2021-03-08,wk inc case,1,2021-03-13,AT,quantile,0.01,"))
        .anyMatch(
            row -> row.startsWith("2021-03-08,wk inc case,4,2021-04-03,Hubei,quantile,0.99,"));
    Path truth = Files.createDirectory(folder.resolve("truth"));
    Files.writeString(truth.resolve("cases.csv"), cases(MONDAY.plusDays(20)));
    out.getBuffer().setLength(0);
    assertThat(hilum("forecast", "score", file, truth)).isEqualTo(0);
    assertThat(out.toString()).contains("wk inc case", "horizon", "not counted yet");
    out.getBuffer().setLength(0);
    assertThat(hilum("forecast", "score", file, truth, "--baseline", file, "--json")).isEqualTo(0);
    assertThat(out.toString()).contains("\"relativeWis\"", "\"value\" : 1.0", "\"coverage50\"");
  }

  @Test
  void the_same_vintage_gives_the_same_file() throws IOException {
    forecast(folder.resolve("one.csv"));
    forecast(folder.resolve("two.csv"));
    assertThat(folder.resolve("one.csv")).hasSameTextualContentAs(folder.resolve("two.csv"));
  }

  @Test
  void a_row_after_the_day_is_refused_and_nothing_is_written() throws IOException {
    Files.writeString(vintage().resolve("cases.csv"), cases(MONDAY.plusDays(2)));
    assertThat(forecast(folder.resolve("out.csv"))).isEqualTo(2);
    assertThat(err.toString()).contains("Nothing was forecast", "SUR-002", "cases.csv");
    assertThat(folder.resolve("out.csv")).doesNotExist();
  }

  @Test
  void a_broken_an_empty_and_an_absent_folder_are_refused_in_words() throws IOException {
    Files.writeString(vintage().resolve("cases.csv"), "location,date,value\nAT,soon,5\n");
    assertThat(forecast(folder.resolve("out.csv"))).isEqualTo(2);
    assertThat(err.toString()).contains("SUR-003");
    Files.delete(vintage().resolve("cases.csv"));
    assertThat(forecast(folder.resolve("out.csv"))).isEqualTo(2);
    assertThat(err.toString()).contains("SUR-001");
    Files.delete(vintage());
    assertThat(
            hilum(
                "forecast",
                "--vintage",
                vintage(),
                "--date",
                MONDAY,
                "--out",
                folder.resolve("out.csv"),
                "--json"))
        .isEqualTo(2);
    assertThat(out.toString()).contains("\"refused\"", "There is no such folder.");
  }

  @Test
  void a_place_without_counts_is_noted_and_the_others_are_forecast() throws IOException {
    Files.writeString(
        vintage().resolve("cases.csv"), cases(MONDAY) + "Nowhere," + MONDAY.minusDays(3) + ",\n");
    assertThat(forecast(folder.resolve("out.csv"))).isEqualTo(0);
    assertThat(out.toString()).contains("SUR-004", "Nowhere");
    assertThat(Files.readString(folder.resolve("out.csv"))).doesNotContain("Nowhere");
  }

  @Test
  void what_is_missing_on_the_command_line_is_said_before_any_work() {
    assertThat(hilum("forecast", "--date", MONDAY)).isEqualTo(2);
    assertThat(err.toString()).contains("--vintage <folder>");
    assertThat(forecast(folder.resolve("absent").resolve("out.csv"))).isEqualTo(2);
    assertThat(err.toString()).contains("There is no folder to write into");
  }

  @Test
  void broken_forecasts_and_forecasts_without_truth_are_not_scored() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.csv"), "location\nAT\n");
    assertThat(hilum("forecast", "score", broken, vintage())).isEqualTo(2);
    assertThat(err.toString()).contains("Nothing was scored", "FOR-101", "broken.csv, line 1");
    Path file = folder.resolve("out.csv");
    forecast(file);
    assertThat(hilum("forecast", "score", file, vintage())).isEqualTo(2);
    assertThat(err.toString()).contains("FOR-106", "not counted yet");
  }
}
