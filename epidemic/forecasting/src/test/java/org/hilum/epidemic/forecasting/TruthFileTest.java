package org.hilum.epidemic.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.hilum.epidemic.surveillance.Measure;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TruthFileTest {

  private static final LocalDate SATURDAY = LocalDate.of(2021, 3, 13);

  @TempDir private Path folder;

  private TruthReading read(String name, String text) throws IOException {
    return TruthFile.read(Files.writeString(folder.resolve(name), text));
  }

  private static TruthValue value(TruthReading reading, Measure measure, Span span, LocalDate end) {
    if (reading instanceof TruthReading.Read read) {
      return read.truth().of(new ForecastTarget(SATURDAY, "AT", measure, span, 1, end));
    }
    throw new AssertionError(reading);
  }

  @Test
  void weeks_with_a_mark_of_a_negative_day_are_left_out() throws IOException {
    var reading =
        read(
            "t.csv",
            """
            target_end_date,location,truth,target,neg
            2021-03-06,AT,100.0,case,False
            2021-03-13,AT,90.0,case,True
            2021-03-06,AT,3.0,death,False
            2021-03-13,AT,4.0,death,False
            """);
    assertThat(value(reading, Measure.CASES, Span.WEEK, SATURDAY))
        .isEqualTo(new TruthValue.LeftOut("negative day"));
    assertThat(value(reading, Measure.DEATHS, Span.WEEK, SATURDAY))
        .isEqualTo(new TruthValue.Known(4));
    assertThat(value(reading, Measure.ADMISSIONS, Span.WEEK, SATURDAY))
        .isInstanceOf(TruthValue.Unknown.class);
  }

  @Test
  void of_several_versions_the_newest_counts() throws IOException {
    var reading =
        read(
            "t.csv",
            """
            target_end_date,observation,location,as_of,target
            2021-03-06,5,AT,2021-03-17,wk inc covid hosp
            2021-03-13,111.0,AT,2021-03-24,wk inc covid hosp
            2021-03-13,107.0,AT,2021-03-17,wk inc covid hosp
            """);
    assertThat(value(reading, Measure.ADMISSIONS, Span.WEEK, SATURDAY))
        .isEqualTo(new TruthValue.Known(111));
  }

  @Test
  void days_are_added_up_to_weeks_and_a_gap_makes_a_week_unknown() throws IOException {
    var text = new StringBuilder("location,date,value\n");
    for (int day = 0; day < 14; day++) {
      text.append("AT,").append(SATURDAY.minusDays(6).plusDays(day)).append(",2\n");
    }
    var whole = read("cases.csv", text.toString());
    assertThat(value(whole, Measure.CASES, Span.WEEK, SATURDAY))
        .isEqualTo(new TruthValue.Known(14));
    assertThat(value(whole, Measure.CASES, Span.DAY, SATURDAY)).isEqualTo(new TruthValue.Known(2));
    assertThat(value(whole, Measure.CASES, Span.SEVEN_DAYS, SATURDAY.plusDays(3)))
        .isEqualTo(new TruthValue.Known(14));
    var gap = read("cases.csv", text.toString().replace("AT,2021-03-10,2\n", ""));
    assertThat(value(gap, Measure.CASES, Span.WEEK, SATURDAY))
        .isInstanceOf(TruthValue.Unknown.class);
    assertThat(value(TruthFile.read(folder), Measure.CASES, Span.DAY, SATURDAY))
        .isEqualTo(new TruthValue.Known(2));
  }

  @Test
  void broken_rows_and_headers_are_refused_with_their_line() throws IOException {
    assertThat(read("cases.csv", "location,date,value\nAT,2021-13-01,5\nAT,2021-03-01,x\n"))
        .isInstanceOfSatisfying(
            TruthReading.Refused.class,
            refused ->
                assertThat(refused.refusals())
                    .extracting(ForecastRefusal::where)
                    .containsExactly("cases.csv, line 2", "cases.csv, line 3"));
    assertThat(read("t.csv", "location,date,value\nAT,2021-03-01,5\n"))
        .isInstanceOf(TruthReading.Refused.class);
    assertThat(TruthFile.read(folder.resolve("absent.csv")))
        .isInstanceOf(TruthReading.Refused.class);
    Files.createDirectory(folder.resolve("empty"));
    assertThat(TruthFile.read(folder.resolve("empty"))).isInstanceOf(TruthReading.Refused.class);
  }
}
