package org.hilum.epidemic.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.hilum.epidemic.surveillance.Measure;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HubFileTest {

  private static final LocalDate MONDAY = LocalDate.of(2021, 3, 8);
  private static final String HEADER =
      "reference_date,target,horizon,target_end_date,location,output_type,output_type_id,value\n";

  @TempDir private Path folder;

  private static Forecast forecast(Measure measure, Span span, double low, double high) {
    return new Forecast(
        "Hubei, \"all\"", measure, span, 1, LocalDate.of(2021, 3, 13), Drawn.even(low, high));
  }

  private static String rows(String target, String place, int levels) {
    var rows = new StringBuilder();
    for (int level = 0; level < levels; level++) {
      rows.append(
          "2021-03-08,%s,1,2021-03-13,%s,quantile,%s,%d\n"
              .formatted(target, place, QuantileLevels.at(level), 10 + level));
    }
    return rows.toString();
  }

  private HubReading read(String text) throws IOException {
    return HubFile.read(Files.writeString(folder.resolve("file.csv"), text));
  }

  private static List<ForecastRefusal> refusals(HubReading reading) {
    assertThat(reading).isInstanceOf(HubReading.Refused.class);
    return reading instanceof HubReading.Refused refused ? refused.refusals() : List.of();
  }

  private static HubReading.Read taken(HubReading reading) {
    if (reading instanceof HubReading.Read read) {
      return read;
    }
    throw new AssertionError(reading);
  }

  @Test
  void what_was_written_is_read_again() throws IOException {
    var forecasts =
        List.of(
            forecast(Measure.CASES, Span.WEEK, 10, 1200.5),
            forecast(Measure.ADMISSIONS, Span.WEEK, 0, 3),
            forecast(Measure.DEATHS, Span.DAY, 0, 0),
            forecast(Measure.CASES, Span.SEVEN_DAYS, 1, 2));
    Path file = folder.resolve("out.csv");
    HubFile.write(file, MONDAY, forecasts);
    var again = taken(HubFile.read(file)).forecasts();
    assertThat(again).hasSize(4).allMatch(one -> one.referenceDate().equals(MONDAY));
    for (int one = 0; one < 4; one++) {
      assertThat(again.get(one).target())
          .isEqualTo(new HubForecast(MONDAY, forecasts.get(one)).target());
      assertThat(again.get(one).forecast().median())
          .isCloseTo(forecasts.get(one).median(), org.assertj.core.api.Assertions.within(0.0006));
    }
    assertThat(Files.readString(file))
        .startsWith(HEADER)
        .contains("wk inc covid hosp", "day inc death", "7d inc case", ",quantile,0.025,");
    assertThat(folder.resolve("out.csv.part")).doesNotExist();
  }

  @Test
  void the_shape_of_the_European_hub_is_read_also_packed() throws IOException {
    Path file = folder.resolve("eu.csv.gz");
    try (var text =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
      text.write("file_date,target,horizon,target_end_date,location,quantile,value\n");
      for (double level : QuantileLevels.hub()) {
        text.write("2021-03-08,death,1,2021-03-13,AT," + level + ",7\n");
      }
    }
    assertThat(taken(HubFile.read(file)).forecasts())
        .singleElement()
        .extracting(HubForecast::target)
        .isEqualTo(
            new ForecastTarget(
                MONDAY, "AT", Measure.DEATHS, Span.WEEK, 1, LocalDate.of(2021, 3, 13)));
  }

  @Test
  void rows_for_others_are_passed_over_and_counted() throws IOException {
    var read =
        taken(
            read(
                HEADER
                    + rows("wk inc case", "AT", 23)
                    + "2021-03-08,wk inc case,1,2021-03-13,AT,mean,NA,5\n"
                    + "2021-03-08,wk inc case,1,2021-03-13,AT,quantile,0.333,5\n"
                    + "2021-03-08,wk inc flu hosp,1,2021-03-13,AT,quantile,0.5,5\n"));
    assertThat(read.forecasts()).hasSize(1);
    assertThat(read.passedOver())
        .containsExactly(
            "1 rows that are not quantiles (mean)",
            "1 rows of the level 0.333",
            "1 rows of the target wk inc flu hosp");
  }

  @Test
  void a_broken_row_is_refused_with_its_line() throws IOException {
    var text =
        HEADER
            + rows("wk inc case", "AT", 23)
            + "2021-03-08,wk inc case,1,2021-02-30,BE,quantile,0.5,5\n"
            + "2021-03-08,wk inc case,one,2021-03-13,BE,quantile,0.5,5\n"
            + "2021-03-08,wk inc case,1,2021-03-13,BE,quantile,0.5,many\n"
            + "2021-03-08,wk inc case\n";
    assertThat(refusals(read(text)))
        .extracting(ForecastRefusal::where)
        .containsExactly(
            "file.csv, line 25", "file.csv, line 26", "file.csv, line 27", "file.csv, line 28");
  }

  @Test
  void lacking_falling_and_repeated_levels_are_refused_in_words() throws IOException {
    assertThat(refusals(read(HEADER + rows("wk inc case", "AT", 22))))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.reason()).isEqualTo(ForecastingReason.INCOMPLETE_QUANTILES);
              assertThat(one.toString())
                  .contains("22 of the 23 levels", "AT wk inc case", "line 2");
            });
    String falling = HEADER + rows("wk inc case", "AT", 23).replace("0.99,32", "0.99,1");
    assertThat(refusals(read(falling)))
        .singleElement()
        .extracting(ForecastRefusal::reason)
        .isEqualTo(ForecastingReason.DISORDERED_QUANTILES);
    String twice = HEADER + rows("wk inc case", "AT", 23) + rows("wk inc case", "AT", 1);
    assertThat(refusals(read(twice)))
        .singleElement()
        .extracting(ForecastRefusal::reason)
        .isEqualTo(ForecastingReason.REPEATED_FORECAST);
  }

  @Test
  void an_empty_or_absent_file_and_an_unknown_header_are_refused() throws IOException {
    assertThat(refusals(read(""))).hasSize(1);
    assertThat(refusals(read("a,b\n1,2\n")))
        .singleElement()
        .extracting(Object::toString)
        .asString()
        .contains("FOR-101", "header");
    assertThat(refusals(HubFile.read(folder.resolve("absent.csv")))).hasSize(1);
    Path broken = Files.write(folder.resolve("half.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    assertThat(refusals(HubFile.read(broken))).hasSize(1);
  }
}
