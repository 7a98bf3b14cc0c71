package org.hilum.epidemic.surveillance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SourcesTest {

  private static final LocalDate DAY = LocalDate.of(2020, 2, 1);

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), text);
  }

  private static List<Vintage> read(SourceReading reading) {
    return switch (reading) {
      case SourceReading.Read read -> read.vintages();
      case SourceReading.Refused refused -> throw new AssertionError(refused.reasons());
    };
  }

  private static List<Remark> refused(SourceReading reading) {
    return switch (reading) {
      case SourceReading.Read read -> throw new AssertionError(read.vintages());
      case SourceReading.Refused refused -> refused.reasons();
    };
  }

  private static double[] values(Vintage vintage, String place, Measure measure) {
    return vintage.of(place, measure).orElseThrow().values();
  }

  @Nested
  class Drawn_tables {

    @Test
    void of_johns_hopkins_are_added_up_to_countries() throws IOException {
      var file =
          file(
              "Province/State,Country/Region,Lat,Long,1/22/20,1/23/20,1/24/20\n"
                  + "Hubei,China,1,2,10,12,20\n,Italy,1,2,0,0,3\n\"Hong Kong\",China,1,2,1,1,\n");

      var vintage = read(Sources.jhuGlobal(Map.of(Measure.DEATHS, file), DAY)).getFirst();

      assertThat(vintage.asOf()).isEqualTo(DAY);
      assertThat(values(vintage, "China", Measure.DEATHS))
          .containsExactly(Double.NaN, 2, Double.NaN);
      assertThat(values(vintage, "Italy", Measure.DEATHS)).containsExactly(0, 0, 3);
    }

    @Test
    void of_chinese_provinces_leave_out_cities_and_the_country() throws IOException {
      var file =
          file(
              "date,country,countryCode,province,provinceCode,city,cityCode,confirmed,suspected,cured,dead\n"
                  + "2020-01-30,中国,CN,湖北省,42,,,10,,,1\n2020-01-31,中国,CN,湖北省,42,,,15,,,3\n"
                  + "2020-01-31,中国,CN,湖北省,42,武汉市,4201,9,,,3\n2020-01-31,中国,CN,,,,,99,,,3\n");

      var vintage = read(Sources.chineseProvinces(file, DAY)).getFirst();

      assertThat(vintage.series()).hasSize(2);
      assertThat(values(vintage, "湖北省", Measure.CASES)).containsExactly(Double.NaN, 5);
      assertThat(values(vintage, "湖北省", Measure.DEATHS)).containsExactly(Double.NaN, 2);
    }

    @Test
    void with_days_of_knowledge_become_a_vintage_each() throws IOException {
      var file =
          file(
              "target_end_date,observation,location,as_of,target\n"
                  + "2020-01-25,8.0,01,2020-02-05,wk inc covid hosp\n2020-01-25,7.0,01,2020-01-29,wk inc covid hosp\n"
                  + "2020-02-01,9.0,01,2020-02-05,wk inc covid hosp\n2020-01-18,5.0,01,2020-01-29,wk inc covid hosp\n");

      var vintages = read(Sources.cdcAdmissionsAsOf(file));

      assertThat(vintages)
          .extracting(Vintage::asOf)
          .containsExactly(LocalDate.of(2020, 1, 29), LocalDate.of(2020, 2, 5));
      assertThat(values(vintages.getFirst(), "01", Measure.ADMISSIONS)).containsExactly(5, 7);
      assertThat(values(vintages.getLast(), "01", Measure.ADMISSIONS)).containsExactly(8, 9);
      assertThat(vintages.getLast().series().getFirst().rhythm()).isEqualTo(Rhythm.WEEKLY);
    }

    @Test
    void of_single_cases_are_counted_by_day_with_nought_in_between() throws IOException {
      var file =
          file(
              "id,location,report_date,death_date\n1,Hither,2020-01-29,\n2,Hither,2020-01-29,2020-01-31\n"
                  + "3,Yonder,2020-01-31,\n");

      var vintage = read(Sources.lineList(file, DAY)).getFirst();

      assertThat(values(vintage, "Hither", Measure.CASES)).containsExactly(2, 0, 0, 0);
      assertThat(values(vintage, "Yonder", Measure.CASES)).containsExactly(0, 0, 1, 0);
      assertThat(values(vintage, "Hither", Measure.DEATHS)).containsExactly(0, 0, 1, 0);
      assertThat(values(vintage, "Yonder", Measure.DEATHS)).containsExactly(0, 0, 0, 0);
      assertThat(vintage.of(Measure.ADMISSIONS)).isEmpty();
    }
  }

  @Nested
  class Broken_files {

    @Test
    void are_refused_with_every_line() throws IOException {
      var file =
          file(
              "state,Date,Cases_New,Deaths_New\nBB,2020-01-30,1,0\nBB,2020-13-30,1,0\nBB,2020-01-31,x,0\n"
                  + "BB,2020-02-02,1,0\nBB\n");

      var reasons = refused(Sources.germanStates(file, DAY));

      assertThat(reasons)
          .extracting(Remark::where)
          .containsExactly(
              "table.csv, line 3",
              "table.csv, line 4",
              "table.csv, line 5",
              "table.csv, line 5",
              "table.csv, line 6");
      assertThat(reasons.get(2).reason()).isEqualTo(SurveillanceReason.FUTURE_ROW);
    }

    @Test
    void of_another_source_are_refused_by_their_header() throws IOException {
      var file = file("a,b\n1,2\n");

      assertThat(refused(Sources.italianRegions(file, DAY)).getFirst().message())
          .contains("denominazione_regione");
      assertThat(refused(Sources.jhuGlobal(Map.of(Measure.CASES, file), DAY)).getFirst().message())
          .contains("Country/Region");
      assertThat(refused(Sources.lineList(file, DAY)).getFirst().message()).contains("location");
      assertThat(
              refused(Sources.chineseProvinces(folder.resolve("no.csv"), DAY)).getFirst().message())
          .contains("not there");
    }

    @Test
    void without_any_count_are_refused() throws IOException {
      var file = file("as_of,location,date,value\n2020-02-01,IT,2020-01-31,\n");

      assertThat(refused(Sources.hubTruthAsOf(Map.of(Measure.CASES, file))))
          .extracting(Remark::reason)
          .containsExactly(SurveillanceReason.NO_COUNTS, SurveillanceReason.EMPTY_PLACE);
    }

    @Test
    void of_single_cases_without_date_or_from_the_future_are_refused() throws IOException {
      var file = file("location,report_date\nHither,\nHither,2020-02-02\n");

      assertThat(refused(Sources.lineList(file, DAY)))
          .extracting(Remark::reason)
          .contains(SurveillanceReason.UNREADABLE_ROW, SurveillanceReason.FUTURE_ROW);
    }
  }

  /** The real files, where they are. */
  @Nested
  class Real_files {

    @Test
    void of_chinese_provinces_as_they_stood() {
      var vintages =
          read(Sources.chineseProvincesAsOf(SharedData.file("china/china_province_asof.csv.gz")));

      var last = vintages.getLast();
      assertThat(last.asOf()).isEqualTo("2020-02-14");
      assertThat(last.of(Measure.CASES)).hasSizeGreaterThanOrEqualTo(31);
      assertThat(last.of("湖北省", Measure.CASES).orElseThrow().on(LocalDate.of(2020, 2, 12)))
          .isEqualTo(47_163 - 33_366);
      // Clinical diagnoses were counted from that day on, those of weeks before at once.
      var review = SeriesReview.of(last.of("湖北省", Measure.CASES).orElseThrow());
      assertThat(review.remarks())
          .anyMatch(
              remark ->
                  remark.reason() == SurveillanceReason.DUMP
                      && remark.message().startsWith("2020-02-12"));
      assertThat(review.corrected().on(LocalDate.of(2020, 2, 12))).isBetween(1000.0, 4000.0);
    }

    @Test
    void of_italian_regions_and_german_states() {
      var day = LocalDate.of(2026, 1, 1);
      var italy = read(Sources.italianRegions(SharedData.file("italy/regioni_daily.csv.gz"), day));
      var germany =
          read(Sources.germanStates(SharedData.file("germany/de_states_daily.csv.gz"), day));

      assertThat(italy.getFirst().of(Measure.CASES)).hasSize(21);
      assertThat(germany.getFirst().of(Measure.DEATHS)).hasSize(17);
    }

    @Test
    void of_johns_hopkins() {
      var cases = SharedData.file("jhu-global/time_series_covid19_confirmed_global.csv.gz");
      var vintage =
          read(Sources.jhuGlobal(Map.of(Measure.CASES, cases), LocalDate.of(2022, 9, 3)))
              .getFirst();

      assertThat(vintage.series()).hasSizeGreaterThan(195);
      assertThat(vintage.of("Italy", Measure.CASES).orElseThrow().size()).isGreaterThan(900);
    }

    @Test
    void of_admissions_teach_that_the_first_release_is_low() {
      var vintages = read(Sources.cdcAdmissionsAsOf(SharedData.file("hub-cdc/truth_asof.csv.gz")));

      var nowcast = Nowcast.learn(vintages, Measure.ADMISSIONS);

      assertThat(vintages).hasSizeGreaterThan(35);
      assertThat(nowcast.of("nowhere", Rhythm.WEEKLY, 4).ratio()).isBetween(1.02, 1.12);
      assertThat(nowcast.of("nowhere", Rhythm.WEEKLY, 4).logDeviation()).isBetween(0.02, 0.4);
      assertThat(nowcast.of("nowhere", Rhythm.WEEKLY, 18).ratio()).isBetween(0.99, 1.03);
    }
  }
}
