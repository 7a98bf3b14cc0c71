package org.hilum.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.SourceReading;
import org.hilum.epidemic.surveillance.Sources;
import org.hilum.epidemic.surveillance.VintageFolder;
import org.hilum.epidemic.surveillance.VintageReading;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EpidemicImportTest {

  private static final LocalDate DAY = LocalDate.of(2020, 2, 1);
  private static final String WIDE =
      "Province/State,Country/Region,Lat,Long,1/22/20,1/23/20,1/24/20\n,Italy,1,2,0,2,5\n";

  @TempDir private Path folder;

  private final StringWriter said = new StringWriter();
  private final StringWriter complained = new StringWriter();

  private Path out() {
    return folder.resolve("vintage");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private int run(String format, String date, String... more) {
    var arguments = new ArrayList<>(List.of("epidemic", "import", "--format", format));
    arguments.addAll(List.of("--date", date, "--out", out().toString()));
    arguments.addAll(List.of(more));
    return Hilum.run(
        arguments.toArray(String[]::new),
        new PrintWriter(said, true),
        new PrintWriter(complained, true));
  }

  private double[] written(String place, Measure measure) {
    return switch (VintageFolder.read(out(), DAY)) {
      case VintageReading.Read(var read) -> read.of(place, measure).orElseThrow().values();
      case VintageReading.Refused(var reasons) -> throw new AssertionError(reasons);
    };
  }

  @Test
  void writes_the_folder_that_is_read_back_to_the_same_counts() throws IOException {
    var cases = file("confirmed_global.csv", WIDE);
    var deaths = file("other.csv", WIDE.replace("2,5", "1,1"));

    assertThat(run("jhu", "2020-02-01", cases, "deaths=" + deaths)).isZero();

    var files = Map.of(Measure.CASES, Path.of(cases), Measure.DEATHS, Path.of(deaths));
    var read = (SourceReading.Read) Sources.jhuGlobal(files, DAY);
    var back = (VintageReading.Read) VintageFolder.read(out(), DAY);
    assertThat(back.vintage().series()).isEqualTo(read.vintages().getFirst().series());
    assertThat(said.toString())
        .contains("cases          1 place, daily, 2020-01-22 to 2020-01-24")
        .contains("deaths         1 place")
        .contains("Next: ./hilum forecast --vintage");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dxy|date,province,city,confirmed,dead;2020-01-30,X,,1,0;2020-01-31,X,,4,0|CASES",
        "dxy-as-of|as_of,date,province,confirmed,dead;2020-02-01,2020-01-30,X,1,0;"
            + "2020-02-01,2020-01-31,X,4,0;2020-02-02,2020-01-30,X,9,0|CASES",
        "dpc|data,denominazione_regione,nuovi_positivi,deceduti;2020-01-31T18:00:00,X,3,0|CASES",
        "rki|state,Date,Cases_New,Deaths_New;X,2020-01-31,3,1|CASES",
        "line-list|location,report_date;X,2020-02-01;X,2020-02-01;X,2020-02-01|CASES",
        "hub-cdc|target_end_date,observation,location,as_of,target;"
            + "2020-01-18,3,X,2020-01-29,h;2020-01-18,5,X,2020-02-05,h|ADMISSIONS"
      })
  void knows_every_format_of_one_file(String format, String table, Measure measure)
      throws IOException {
    assertThat(run(format, "2020-02-01", file("table.csv", table.replace(';', '\n')))).isZero();

    assertThat(written("X", measure)).endsWith(3);
  }

  @Test
  void takes_what_was_known_on_the_day_and_refuses_a_day_before_all_knowledge() throws IOException {
    var truth =
        file(
            "truth_case.csv",
            "as_of,location,date,value\n2020-01-20,IT,2020-01-18,1\n2020-01-20,IT,2020-01-19,2\n"
                + "2020-01-27,IT,2020-01-18,5\n2020-01-27,IT,2020-01-19,6\n"
                + "2020-02-03,IT,2020-01-18,8\n");

    assertThat(run("hub-europe", "2020-01-19", truth)).isEqualTo(2);
    assertThat(complained.toString()).contains("SUR-001", "first day of knowledge is 2020-01-20");
    assertThat(out()).doesNotExist();

    assertThat(run("hub-europe", "2020-02-01", truth)).isZero();
    assertThat(written("IT", Measure.CASES)).containsExactly(5, 6);
  }

  @Test
  void answers_programs_in_json() throws IOException {
    var list = file("list.csv", "location,report_date\nHither,2020-01-29\n");

    assertThat(run("line-list", "2020-02-01", "--json", list)).isZero();

    var answer = new ObjectMapper().readTree(said.toString());
    assertThat(answer.at("/status").asText()).isEqualTo("imported");
    assertThat(answer.at("/counts/cases/places").asInt()).isEqualTo(1);
    assertThat(answer.at("/counts/cases/last").asText()).isEqualTo("2020-02-01");
  }

  @Test
  void refuses_a_later_row_in_words_and_in_json() throws IOException {
    var states = file("states.csv", "state,Date,Cases_New,Deaths_New\nBB,2020-02-02,1,0\n");

    assertThat(run("rki", "2020-02-01", states)).isEqualTo(2);
    assertThat(complained.toString()).contains("SUR-002", "states.csv, line 2");
    assertThat(run("rki", "2020-02-01", "--json", states)).isEqualTo(2);
    assertThat(said.toString()).contains("\"refused\"", "SUR-002");
    assertThat(out()).doesNotExist();
  }

  @Test
  void refuses_files_it_cannot_tell_apart_or_that_are_not_there() throws IOException {
    var cases = file("cases-a.csv", WIDE);
    var unknown = file("table.csv", WIDE);

    assertThat(run("jhu", "2020-02-01", cases, file("cases-b.csv", WIDE))).isEqualTo(2);
    assertThat(run("jhu", "2020-02-01", unknown)).isEqualTo(2);
    assertThat(run("dpc", "2020-02-01", cases, unknown)).isEqualTo(2);
    assertThat(run("dpc", "2020-02-01", folder.resolve("none.csv").toString())).isEqualTo(2);
    assertThat(run("who", "2020-02-01", cases)).isEqualTo(2);

    assertThat(complained.toString())
        .contains("hold cases; name one", "What does", "deaths=table.csv")
        .contains("dpc is one file, not 2", "is not there", "'who' is not one of jhu, dxy");
    assertThat(out()).doesNotExist();
  }

  @Test
  void leaves_a_folder_alone_that_holds_something() throws IOException {
    Files.writeString(Files.createDirectories(out()).resolve("cases.csv"), "mine");

    assertThat(run("jhu", "2020-02-01", file("cases.csv", WIDE))).isEqualTo(2);

    assertThat(complained.toString()).contains("left as it is");
    assertThat(out().resolve("cases.csv")).hasContent("mine");
  }

  @Test
  void says_in_its_help_where_the_files_of_each_format_come_from() {
    assertThat(
            Hilum.run(
                new String[] {"epidemic", "import", "--help"},
                new PrintWriter(said, true),
                new PrintWriter(complained, true)))
        .isZero();
    assertThat(said.toString())
        .contains("  jhu  ", "  dxy  ", "  dxy-as-of  ", "  hub-europe  ")
        .contains("  hub-cdc  ", "  dpc  ", "  rki  ", "  line-list  ");
  }
}
