package org.hilum.epidemic.surveillance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.hilum.epidemic.surveillance.VintageReading.Read;
import org.hilum.epidemic.surveillance.VintageReading.Refused;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VintageFolderTest {

  private static final LocalDate DAY = LocalDate.of(2021, 3, 8);

  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Vintage read() {
    return switch (VintageFolder.read(folder, DAY)) {
      case Read read -> read.vintage();
      case Refused refused -> throw new AssertionError(refused.reasons());
    };
  }

  private List<Remark> refused() {
    return switch (VintageFolder.read(folder, DAY)) {
      case Read read -> throw new AssertionError(read.vintage());
      case Refused refused -> refused.reasons();
    };
  }

  private Remark onlyReason() {
    var reasons = refused();
    assertThat(reasons).hasSize(1);
    return reasons.getFirst();
  }

  private static CaseCounts of(Vintage vintage, String place) {
    return vintage.of(place, Measure.CASES).orElseThrow();
  }

  @Nested
  class Reads {

    @Test
    void days_in_any_order_and_leaves_missing_days_absent() throws IOException {
      write("cases.csv", "location,date,value\nIT,2021-03-04,9\nIT,2021-03-01,7\nIT,2021-03-02,\n");

      var counts = of(read(), "IT");

      assertThat(counts.rhythm()).isEqualTo(Rhythm.DAILY);
      assertThat(counts.first()).isEqualTo("2021-03-01");
      assertThat(counts.values()).containsExactly(7, Double.NaN, Double.NaN, 9);
    }

    @Test
    void weeks_as_weeks_with_a_missing_week_absent() throws IOException {
      write(
          "admissions.csv",
          "date,location,value\n2021-02-06,01,5\n2021-02-13,01,6\n2021-02-27,01,8\n2021-02-27,02,1\n");

      var vintage = read();

      var counts = vintage.of("01", Measure.ADMISSIONS).orElseThrow();
      assertThat(counts.rhythm()).isEqualTo(Rhythm.WEEKLY);
      assertThat(counts.values()).containsExactly(5, 6, Double.NaN, 8);
      assertThat(counts.last()).isEqualTo("2021-02-27");
      // One row alone does not tell; the others do.
      assertThat(vintage.of("02", Measure.ADMISSIONS).orElseThrow().rhythm())
          .isEqualTo(Rhythm.WEEKLY);
    }

    @Test
    void differences_of_running_totals_and_keeps_the_sum_over_a_gap() throws IOException {
      write(
          "deaths.csv",
          "location,date,cumulative\nA,2021-03-01,10\nA,2021-03-02,12\nA,2021-03-05,18\nA,2021-03-06,17\n"
              + "B,2021-03-01,0\nB,2021-03-02,4\n");

      var vintage = read();

      assertThat(vintage.of("A", Measure.DEATHS).orElseThrow().values())
          .containsExactly(Double.NaN, 2, Double.NaN, Double.NaN, 6, -1);
      assertThat(vintage.of("B", Measure.DEATHS).orElseThrow().values()).containsExactly(0, 4);
    }

    @Test
    void byte_order_mark_and_line_ends_and_semicolons_of_office_programs() throws IOException {
      write("cases.csv", "\uFEFFLocation;Date;Value\r\n湖北;2021-03-01;3\r\n\r\n湖北;2021-03-02;4\r\n");

      assertThat(of(read(), "湖北").values()).containsExactly(3, 4);
    }

    @Test
    void packed_files_and_populations() throws IOException {
      try (OutputStream out =
          new GZIPOutputStream(Files.newOutputStream(folder.resolve("cases.csv.gz")))) {
        out.write(
            "location,date,value\n\"Bonaire, Saba\",2021-03-01,3\n"
                .getBytes(StandardCharsets.UTF_8));
      }
      write("populations.csv", "location,population\n\"Bonaire, Saba\",23000\n");

      var vintage = read();

      assertThat(of(vintage, "Bonaire, Saba").values()).containsExactly(3);
      assertThat(vintage.populations()).containsEntry("Bonaire, Saba", 23_000L);
    }

    @Test
    void what_is_there_beside_an_empty_place_and_says_so() throws IOException {
      write(
          "cases.csv", "location,date,value\nIT,2021-03-01,7\nSM,2021-03-01,\nSM,2021-03-02,NA\n");

      var vintage = read();

      assertThat(vintage.series()).hasSize(1);
      assertThat(vintage.remarks()).hasSize(1);
      assertThat(vintage.remarks().getFirst().reason()).isEqualTo(SurveillanceReason.EMPTY_PLACE);
      assertThat(vintage.remarks().getFirst().message()).contains("SM");
    }
  }

  @Nested
  class Refuses {

    @Test
    void rows_of_the_future_once_with_the_first_line() throws IOException {
      write(
          "cases.csv", "location,date,value\nIT,2021-03-08,7\nIT,2021-03-09,7\nIT,2021-03-10,7\n");

      var reason = onlyReason();

      assertThat(reason.reason()).isEqualTo(SurveillanceReason.FUTURE_ROW);
      assertThat(reason.message()).contains("2 rows", "2021-03-08", "2021-03-09");
      assertThat(reason.where()).isEqualTo("cases.csv, line 3");
    }

    @Test
    void every_broken_row_at_once_with_its_line() throws IOException {
      write(
          "cases.csv",
          "location,date,value\nIT,2021-03-01\nIT,01.03.2021,7\nIT,2021-02-30,7\nIT,2021-03-03,many\n"
              + ",2021-03-03,7\nIT,2021-03-04,\"1,200\"\nIT,2021-03-05,1e99\nIT,2021-03-06,4\nIT,2021-03-06,4\n");
      write("deaths.csv", "place,date,value\nIT,2021-03-01,7\n");

      var reasons = refused();

      assertThat(reasons)
          .extracting(Remark::reason)
          .containsOnly(SurveillanceReason.UNREADABLE_ROW);
      assertThat(reasons)
          .extracting(Remark::where)
          .containsExactly(
              "cases.csv, line 2",
              "cases.csv, line 3",
              "cases.csv, line 4",
              "cases.csv, line 5",
              "cases.csv, line 6",
              "cases.csv, line 7",
              "cases.csv, line 8",
              "cases.csv, line 10",
              "deaths.csv, line 1");
      assertThat(reasons.getLast().message()).contains("location").contains("place");
    }

    @Test
    void another_encoding_with_the_line_where_it_shows() throws IOException {
      Files.write(
          folder.resolve("cases.csv"),
          "location,date,value\nIT,2021-03-01,7\nCôte,2021-03-01,7\n"
              .getBytes(StandardCharsets.ISO_8859_1));

      var reason = onlyReason();

      assertThat(reason.message()).contains("UTF-8");
      assertThat(reason.where()).isEqualTo("cases.csv, line 3");
    }

    @Test
    void a_file_that_is_empty_or_has_no_header() throws IOException {
      write("cases.csv", "");
      write("deaths.csv", "IT,2021-03-01,7\n");

      assertThat(refused())
          .extracting(Remark::message)
          .satisfiesExactly(
              empty -> assertThat(empty).contains("empty"),
              header -> assertThat(header).contains("no column \"location\""));
    }

    @Test
    void a_quotation_mark_that_never_closes() throws IOException {
      write("cases.csv", "location,date,value\nIT,2021-03-01,7\n\"IT,2021-03-02,7\n");

      assertThat(onlyReason().message()).contains("quotation mark");
    }

    @Test
    void a_packed_file_cut_short() throws IOException {
      Files.write(folder.resolve("cases.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
      write("deaths.csv.gz", "location,date,value\n");

      assertThat(refused())
          .extracting(Remark::where)
          .allMatch(where -> where.startsWith("cases.csv.gz") || where.equals("deaths.csv.gz"));
    }

    @Test
    void a_folder_without_counts() throws IOException {
      assertThat(onlyReason().reason()).isEqualTo(SurveillanceReason.NO_COUNTS);

      write("cases.csv", "location,date,value\nIT,2021-03-01,\n");

      assertThat(refused())
          .extracting(Remark::reason)
          .containsExactly(SurveillanceReason.NO_COUNTS, SurveillanceReason.EMPTY_PLACE);
    }

    @Test
    void a_folder_that_is_not_there() {
      folder = folder.resolve("nowhere");

      assertThat(onlyReason().message()).contains("no such folder");
    }

    @Test
    void thousands_of_broken_rows_in_few_words() throws IOException {
      write("cases.csv", "location,date,value\n" + "IT,yesterday,7\n".repeat(5_000));

      var reasons = refused();

      assertThat(reasons).hasSize(21);
      assertThat(reasons.getLast().message()).isEqualTo("4980 more rows are not understood.");
    }
  }
}
