package org.hilum.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EpidemicReportTest {

  private static final LocalDate DAY = LocalDate.of(2021, 3, 6);

  @TempDir private Path folder;

  private Path vintage;
  private Path out;
  private final StringWriter said = new StringWriter();
  private final StringWriter complained = new StringWriter();

  @BeforeEach
  void counts() throws IOException {
    vintage = Files.createDirectories(folder.resolve("vintage"));
    out = folder.resolve("out");
    var csv = new StringBuilder("location,date,value\n");
    for (int back = 90; back >= 0; back--) {
      csv.append("Italy,").append(DAY.minusDays(back)).append(',').append(100 + back).append('\n');
      csv.append("France,").append(DAY.minusDays(back)).append(",40\n");
    }
    Files.writeString(vintage.resolve("cases.csv"), csv);
  }

  private int run(String date, String... more) {
    var arguments =
        new ArrayList<>(
            List.of("epidemic", "report", "--vintage", vintage.toString(), "--date", date));
    arguments.addAll(List.of("--out", out.toString()));
    arguments.addAll(List.of(more));
    return Hilum.run(
        arguments.toArray(String[]::new),
        new PrintWriter(said, true),
        new PrintWriter(complained, true));
  }

  @Test
  void writes_the_bulletin_of_a_place_in_a_language() throws IOException {
    assertThat(run(DAY.toString(), "--location", "Italy", "--language", "zh-CN")).isZero();
    assertThat(said.toString()).contains("1 place, as known on 2021-03-06.");
    assertThat(Files.readString(out.resolve("index.html"))).contains("\u610f\u5927\u5229");
    assertThat(Files.readString(out.resolve("index-en.html")))
        .contains("Italy")
        .doesNotContain("France");
    assertThat(out.resolve("report-en.pdf")).isNotEmptyFile();
    assertThat(out.resolve("report-zh.pdf")).isNotEmptyFile();
    assertThat(out.resolve("bulletin.json")).isNotEmptyFile();
    assertThat(out.resolve("forecasts.csv")).isNotEmptyFile();
  }

  @Test
  void tells_what_changed_since_a_kept_day_and_what_of_it_comes_from_revised_counts()
      throws IOException {
    var kept = folder.resolve("kept");
    var before = Files.createDirectories(kept.resolve(DAY.minusDays(1).toString()));
    var today = vintage;
    var lines = Files.readAllLines(today.resolve("cases.csv"));
    lines.removeIf(line -> line.contains(DAY.toString()));
    Files.write(before.resolve("cases.csv"), lines);
    vintage = before;
    assertThat(run(DAY.minusDays(1).toString(), "--location", "Italy")).isZero();
    assertThat(Files.readString(out.resolve("index.html"))).doesNotContain("What changed");
    Files.copy(out.resolve("forecasts.csv"), kept.resolve(DAY.minusDays(1) + ".csv"));
    vintage = today;
    assertThat(run(DAY.toString(), "--location", "Italy", "--kept", kept.toString())).isZero();
    assertThat(Files.readString(out.resolve("index.html")))
        .contains("What changed since 5 Mar 2021")
        .contains("of which 0 from revised and ");
  }

  @Test
  void refuses_a_later_row_a_place_that_is_not_there_and_a_share_that_is_none() {
    assertThat(run(DAY.minusDays(1).toString())).isEqualTo(2);
    assertThat(complained.toString()).contains("SUR-002");
    assertThat(run(DAY.toString(), "--location", "Atlantis", "--intensive-share", "7"))
        .isEqualTo(2);
    assertThat(complained.toString()).contains("no place 'Atlantis'").contains("France, Italy");
    assertThat(complained.toString()).contains("between 0 and 1");
    assertThat(out).doesNotExist();
  }

  @Test
  void refuses_a_folder_without_counts() throws IOException {
    Files.delete(vintage.resolve("cases.csv"));
    assertThat(run(DAY.toString())).isEqualTo(2);
    assertThat(complained.toString()).contains("SUR-001");
  }
}
