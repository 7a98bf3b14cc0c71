package org.hilum.imaging.archive.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hilum.fixtures.ScratchDatabase;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.ArchiveQuery;
import org.hilum.imaging.archive.ArchiveQuery.MatchingKey;
import org.hilum.imaging.archive.KeptStudies;
import org.hilum.imaging.archive.QueryLevel;
import org.hilum.imaging.archive.QueryRefusedException;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.platform.storage.ContentStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArchiveSearchTest {

  private static final String HERE = "search-a";
  private static final String ELSEWHERE = "search-b";
  private static Archive archive;
  private static KeptStudies here;

  @BeforeAll
  static void keep_four_studies(@TempDir Path folder) throws IOException {
    archive = Archive.in(ScratchDatabase.with(Archive.TABLES), ContentStore.open(folder));
    here = new KeptStudies(archive, HERE);
    var wang = here.study("P1", "Wang^XiaoDong=王^小东", "s1", "20200120", "101500");
    here.series(wang, "s1-ct", "CT", 2, 3);
    here.series(wang, "s1-sr", "SR", 9, 1);
    here.series(
        here.study("P1", "Wang^XiaoDong=王^小东", "s2", "20200220", "0930"), "s2-ct", "CT", 1, 2);
    here.series(
        here.study("P2", "MÜLLER^Änne^^Dr", "s3", "20200221", "235959.5"), "s3-mr", "MR", 1, 1);
    here.series(here.study("P_3", "Yamada^Tarou=山田^太郎=やまだ^たろう", "s4", "", ""), "s4-ct", "CT", 1, 1);
    var other = new KeptStudies(archive, ELSEWHERE);
    other.series(other.study("P1", "Wang^Other", "s9", "20200401", "08"), "s9-ct", "CT", 1, 1);
  }

  private static List<DataSet> found(QueryLevel level, boolean isFuzzy, String... keys) {
    return found(Visibility.of(HERE), level, isFuzzy, keys);
  }

  private static List<DataSet> found(
      Visibility visibility, QueryLevel level, boolean isFuzzy, String... keys) {
    var matching = new ArrayList<MatchingKey>();
    for (int n = 0; n < keys.length; n += 2) {
      matching.add(new MatchingKey(Integer.parseUnsignedInt(keys[n], 16), keys[n + 1]));
    }
    return archive.search(new ArchiveQuery(level, matching, isFuzzy, 0, 100, visibility));
  }

  /** The studies of what was found, by the words they were made with. */
  private static String names(List<DataSet> found) {
    return String.join(
        " ",
        found.stream()
            .map(each -> each.text(Tag.STUDY_INSTANCE_UID).orElseThrow())
            .map(
                uid ->
                    List.of("s1", "s2", "s3", "s4", "s9").stream()
                        .filter(name -> here.uid(name).value().equals(uid))
                        .findFirst()
                        .orElse("foreign"))
            .toList());
  }

  @Nested
  class Matching {

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(
        delimiter = '|',
        value = {
          "00100020 | P1 | s2 s1",
          "00100020 | p1 |",
          "00100020 | P* | s3 s2 s1 s4",
          "00100020 | P? | s3 s2 s1",
          "00100020 | P_? | s4",
          "00100020 | %1 |",
          "00100020 | * | s3 s2 s1 s4",
          "00080050 | A-s3 | s3",
          "00080020 | 20200220 | s2",
          "00080020 | 2020.02.20 | s2",
          "00080020 | 20200201-20200221 | s3 s2",
          "00080020 | 20200220- | s3 s2",
          "00080020 | -20200220 | s2 s1",
          "00080030 | 09-10 | s2 s1",
          "00080030 | 1015 | s1",
          "00080030 | 235959 | s3",
          "00080061 | SR | s1",
          "00080061 | MR\\SR | s3 s1",
          "00080061 | C* | s2 s1 s4",
          "00081030 | Thorax s? | s3 s2 s1 s4",
          "00201206 | 2 | s1",
          "00201208 | 2 | s2",
        })
    void finds_studies_by_one_key(String tag, String value, String studies) {
      assertThat(names(found(QueryLevel.STUDY, false, tag, value)))
          .isEqualTo(studies == null ? "" : studies);
    }

    @ParameterizedTest(name = "{0}, fuzzy {1}: {2}")
    @CsvSource(
        delimiter = '|',
        value = {
          "wang^xiaodong | false | s2 s1",
          "WANG^XIAODONG^^^ | false | s2 s1",
          "王^小东 | false | s2 s1",
          "Wang^XiaoDong=王^小东 | false | s2 s1",
          "wang* | false | s2 s1",
          "wang | false |",
          "xiaodong | false |",
          "müller^änne^^dr | false | s3",
          "wang | true | s2 s1",
          "dong wan | true | s2 s1",
          "wang, xiao | true | s2 s1",
          "王 | true | s2 s1",
          "小东 | true | s2 s1",
          "王小东 | true | s2 s1",
          "王小 | true | s2 s1",
          "山田太郎 | true | s4",
          "やまだ | true | s4",
          "MÜLL | true | s3",
          "50%_ | true |",
        })
    void finds_patients_by_their_name(String name, boolean isFuzzy, String studies) {
      assertThat(names(found(QueryLevel.STUDY, isFuzzy, "00100010", name)))
          .isEqualTo(studies == null ? "" : studies);
    }

    @Test
    void a_range_of_dates_with_a_range_of_times_goes_from_moment_to_moment() {
      var found =
          found(
              QueryLevel.STUDY, false, "00080020", "20200120-20200220", "00080030", "1015-093000");
      assertThat(names(found)).isEqualTo("s2 s1");
      var later =
          found(QueryLevel.STUDY, false, "00080020", "20200120-20200220", "00080030", "1016-0929");
      assertThat(names(later)).isEmpty();
    }

    @Test
    void a_list_of_uids_finds_each_of_them() {
      var list = here.uid("s3") + "\\" + here.uid("s1") + "\\1.2.3";
      assertThat(names(found(QueryLevel.STUDY, false, "0020000D", list))).isEqualTo("s3 s1");
    }

    @Test
    void all_keys_must_match() {
      assertThat(names(found(QueryLevel.STUDY, false, "00100020", "P1", "00080061", "SR")))
          .isEqualTo("s1");
    }

    @Test
    void refuses_all_that_cannot_be_searched_at_once() {
      var refused =
          catchThrowableOfType(
              QueryRefusedException.class,
              () ->
                  found(
                      QueryLevel.STUDY,
                      false,
                      "00180050",
                      "1",
                      "00200013",
                      "1",
                      "00080020",
                      "yesterday"));
      assertThat(refused.reasons())
          .extracting(reason -> reason.code().code() + reason.where())
          .containsExactly("ARC-002(0018,0050)", "ARC-002(0020,0013)", "ARC-011(0008,0020)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20201", "2020010", "-", "20200101-2020", "2020010x"})
    void refuses_dates_that_are_none(String date) {
      assertThat(
              catchThrowableOfType(
                  QueryRefusedException.class,
                  () -> found(QueryLevel.STUDY, false, "00080020", date)))
          .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"' OR 1=1 --", "\\", "%", "a\u0000b", "=", "^^", "???", "'"})
    void strange_values_find_nothing_or_are_refused_and_never_break_the_search(String value) {
      for (boolean isFuzzy : new boolean[] {false, true}) {
        for (var tag : List.of("00100010", "00100020", "0020000D", "00080061")) {
          try {
            found(QueryLevel.STUDY, isFuzzy, tag, value);
          } catch (QueryRefusedException refused) {
            assertThat(refused.reasons()).isNotEmpty();
          }
        }
      }
    }
  }

  @Nested
  class Levels {

    @Test
    void of_a_patient_the_studies_are_counted() {
      var found = found(QueryLevel.PATIENT, false, "00100020", "P1");
      assertThat(found).hasSize(1);
      var patient = found.getFirst();
      assertThat(patient.text(Tag.PATIENT_NAME)).contains("Wang^XiaoDong=王^小东");
      assertThat(patient.integer(Tag.NUMBER_OF_PATIENT_RELATED_STUDIES)).hasValue(2);
      assertThat(patient.integer(Tag.NUMBER_OF_PATIENT_RELATED_SERIES)).hasValue(3);
      assertThat(patient.integer(Tag.NUMBER_OF_PATIENT_RELATED_INSTANCES)).hasValue(6);
    }

    @Test
    void of_a_study_everything_that_QIDO_asks_for_is_said() {
      var study = found(QueryLevel.STUDY, false, "00080050", "A-s1").getFirst();
      assertThat(study.texts(Tag.MODALITIES_IN_STUDY)).containsExactly("CT", "SR");
      assertThat(study.integer(Tag.NUMBER_OF_STUDY_RELATED_SERIES)).hasValue(2);
      assertThat(study.integer(Tag.NUMBER_OF_STUDY_RELATED_INSTANCES)).hasValue(4);
      assertThat(study.text(Tag.STUDY_TIME)).contains("101500");
      assertThat(study.text(Tag.INSTANCE_AVAILABILITY)).contains("ONLINE");
      assertThat(study.has(Tag.REFERRING_PHYSICIAN_NAME)).isTrue();
    }

    @Test
    void series_come_by_number_within_their_study() {
      var series = found(QueryLevel.SERIES, false, "00100020", "P1");
      assertThat(series)
          .extracting(each -> each.text(Tag.MODALITY).orElseThrow())
          .containsExactly("CT", "CT", "SR");
      assertThat(series.get(1).integer(Tag.NUMBER_OF_SERIES_RELATED_INSTANCES)).hasValue(3);
    }

    @Test
    void instances_come_by_number_with_their_size() {
      var instances = found(QueryLevel.INSTANCE, false, "0020000E", here.uid("s1-ct").value());
      assertThat(instances)
          .extracting(each -> each.integer(Tag.INSTANCE_NUMBER).orElseThrow())
          .containsExactly(1, 2, 3);
      assertThat(instances.getFirst().integer(Tag.ROWS)).hasValue(512);
      assertThat(instances.getFirst().text(Tag.SOP_INSTANCE_UID))
          .contains(here.uid("s1-ct", "1").value());
    }

    @Test
    void a_page_begins_where_the_last_one_ended() {
      var pages = new ArrayList<DataSet>();
      for (int offset = 0; offset < 4; offset++) {
        pages.addAll(
            archive.search(
                new ArchiveQuery(
                    QueryLevel.STUDY, List.of(), false, offset, 1, Visibility.of(HERE))));
      }
      assertThat(names(pages)).isEqualTo("s3 s2 s1 s4");
    }
  }

  @Nested
  class Visible {

    @Test
    void another_institution_sees_nothing_of_it_at_any_level() {
      for (var level : QueryLevel.values()) {
        assertThat(found(Visibility.of("nobody"), level, false, "00100020", "P1")).isEmpty();
      }
    }

    @Test
    void the_same_patient_id_elsewhere_is_another_patient() {
      var found = found(Visibility.of(ELSEWHERE), QueryLevel.PATIENT, false, "00100020", "P1");
      assertThat(found)
          .extracting(each -> each.text(Tag.PATIENT_NAME).orElseThrow())
          .containsExactly("Wang^Other");
    }

    @Test
    void a_study_that_was_given_is_seen_and_only_that() {
      archive.giveToRead(HERE, here.uid("s2"), "search-reader");
      var reader = Visibility.of("search-reader");
      assertThat(names(found(reader, QueryLevel.STUDY, false))).isEqualTo("s2");
      assertThat(
              found(reader, QueryLevel.PATIENT, false)
                  .getFirst()
                  .integer(Tag.NUMBER_OF_PATIENT_RELATED_STUDIES))
          .hasValue(1);
    }
  }
}
