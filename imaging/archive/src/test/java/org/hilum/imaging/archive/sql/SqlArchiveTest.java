package org.hilum.imaging.archive.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.hilum.imaging.archive.Archive.ArchivedStudy;
import org.hilum.imaging.archive.ArchiveReason;
import org.hilum.imaging.archive.ArchiveRoom;
import org.hilum.imaging.archive.StoreOutcome;
import org.hilum.imaging.dicom.CharacterSet;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SqlArchiveTest {

  @TempDir private Path folder;
  private ArchiveRoom room;

  @BeforeEach
  void open() throws IOException {
    room = new ArchiveRoom(folder);
  }

  private ArchivedStudy found() {
    return room.archive.study(room.site, room.study).orElseThrow();
  }

  /** Does all at once, and gives what came of each. */
  private static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
    var done = new ArrayList<T>();
    try (var hands = Executors.newFixedThreadPool(tasks.size())) {
      for (var each : hands.invokeAll(tasks)) {
        done.add(each.get());
      }
    }
    return done;
  }

  @Nested
  class The_same_uid_again {

    @Test
    void is_replaced_once_when_many_send_the_same_other_content() throws Exception {
      room.keep(room.image(1, 7));
      var outcomes = together(Collections.nCopies(6, () -> room.keep(room.image(1, 8))));
      assertThat(outcomes).filteredOn(StoreOutcome.Replaced.class::isInstance).hasSize(1);
      assertThat(outcomes).filteredOn(StoreOutcome.AlreadyHere.class::isInstance).hasSize(5);
      assertThat(found().series().getFirst().revision()).isEqualTo(2);
      assertThat(superseded()).isEqualTo(1);
    }

    @Test
    void keeps_every_content_when_many_send_different_ones() throws Exception {
      room.keep(room.image(1, 1));
      var tasks = new ArrayList<Callable<StoreOutcome>>();
      for (int n = 2; n <= 7; n++) {
        int pixel = n;
        tasks.add(() -> room.keep(room.image(1, pixel)));
      }
      assertThat(together(tasks)).allMatch(StoreOutcome.Replaced.class::isInstance);
      assertThat(superseded()).isEqualTo(6);
      assertThat(room.fileCount()).isEqualTo(7);
      assertThat(found().series().getFirst().revision()).isEqualTo(7);
      assertThat(room.countsAreRight()).isTrue();
    }

    private int superseded() {
      return room.tables
          .sql(
              """
              SELECT count(*) FROM archive_superseded s JOIN archive_instance i
              ON i.pk = s.instance_pk WHERE i.institution = ?
              """)
          .param(room.site)
          .query(Integer.class)
          .single();
    }

    @Test
    void is_described_as_its_new_content_says() throws IOException {
      room.keep(room.image(1, 7));
      room.keep(room.image(1, 8).toBuilder().integerString(Tag.INSTANCE_NUMBER, 41).build());
      assertThat(room.kept().getFirst().instanceNumber()).hasValue(41);
    }

    @Test
    void leaves_no_empty_study_behind_where_it_was_turned_away() throws IOException {
      room.keep(room.image(1, 7));
      var elsewhere =
          room.image(1, 7).toBuilder()
              .uid(Tag.SERIES_INSTANCE_UID, room.uid("other"))
              .uid(Tag.STUDY_INSTANCE_UID, room.uid("other study"))
              .text(Tag.PATIENT_ID, Vr.LO, "P2")
              .build();
      assertThat(room.keep(elsewhere))
          .isInstanceOfSatisfying(
              StoreOutcome.NotStored.class,
              not -> assertThat(not.reason().code()).isEqualTo(ArchiveReason.LIES_ELSEWHERE));
      assertThat(room.archive.study(room.site, room.uid("other study"))).isEmpty();
      assertThat(room.countsAreRight()).isTrue();
    }

    @Test
    void mends_a_file_that_was_damaged_or_lost() throws IOException {
      room.keep(room.image(1, 7));
      var file = room.kept().getFirst().file();
      Files.write(file, new byte[] {1, 2, 3});
      assertThat(room.keep(room.image(1, 7))).isInstanceOf(StoreOutcome.AlreadyHere.class);
      assertThat(Files.readAllBytes(file)).isEqualTo(ArchiveRoom.file(room.image(1, 7)));
      Files.delete(file);
      room.keep(room.image(1, 7));
      assertThat(Files.readAllBytes(file)).isEqualTo(ArchiveRoom.file(room.image(1, 7)));
    }
  }

  @Nested
  class Several_together {

    @Test
    void are_stored_in_their_order_where_their_series_is_known() throws IOException {
      room.keep(room.image(1, 7));
      var stored = room.keepTogether(room.image(2, 7), room.image(3, 7)).orElseThrow();
      assertThat(stored).extracting(StoreOutcome.Stored::seriesRevision).containsExactly(2L, 3L);
      assertThat(room.kept()).hasSize(3);
      assertThat(room.countsAreRight()).isTrue();
    }

    @Test
    void are_left_to_be_stored_one_by_one_where_one_is_here_already() throws IOException {
      room.keep(room.image(1, 7));
      assertThat(room.keepTogether(room.image(2, 7), room.image(1, 8))).isEmpty();
      assertThat(room.keepTogether(room.image(3, 7), room.image(3, 8))).isEmpty();
      assertThat(room.kept()).hasSize(1);
      assertThat(room.countsAreRight()).isTrue();
    }

    @Test
    void are_left_to_be_stored_one_by_one_where_their_series_is_new_or_gone() throws IOException {
      assertThat(room.keepTogether(room.image(1, 7), room.image(2, 7))).isEmpty();
      room.keep(room.image(1, 7));
      room.archive.delete(room.site, room.study, "anna", "over");
      assertThat(room.keepTogether(room.image(1, 7), room.image(2, 7))).isEmpty();
      assertThat(room.archive.study(room.site, room.study)).isEmpty();
    }
  }

  @Nested
  class Many_at_once {

    /** Kept small: what is looked for is an order of events, not a load. */
    private static final int IMAGES = 40;

    @Test
    void leave_no_wrong_count_and_no_lost_file_while_a_study_is_deleted() throws Exception {
      var sending = new AtomicInteger(4);
      var tasks = new ArrayList<Callable<Integer>>();
      for (int hand = 0; hand < 4; hand++) {
        int pixel = hand % 2;
        tasks.add(() -> send(pixel, sending));
      }
      tasks.add(() -> deleteWhile(sending));
      assertThat(together(tasks).getLast()).as("deletions").isPositive();
      assertThat(room.countsAreRight()).isTrue();
      assertThat(room.kept()).allSatisfy(instance -> assertThat(instance.file()).exists());
      room.archive.delete(room.site, room.study, "anna", "over");
      assertThat(room.fileCount()).isZero();
    }

    private int send(int pixel, AtomicInteger sending) throws IOException {
      try {
        for (int n = 0; n < IMAGES; n++) {
          assertThat(room.keep(room.image(n % 8, pixel)))
              .isNotInstanceOf(StoreOutcome.NotStored.class);
        }
        return IMAGES;
      } finally {
        sending.decrementAndGet();
      }
    }

    private int deleteWhile(AtomicInteger sending) {
      int deleted = 0;
      while (sending.get() > 0) {
        var whole = room.archive.delete(room.site, room.study, "anna", "now");
        var part = room.archive.deleteSeries(room.site, room.study, room.series, "anna", "now");
        deleted += (int) whole.stream().count() + (int) part.stream().count();
      }
      return deleted;
    }

    @Test
    void may_ask_for_studies_though_there_are_fewer_connections() throws Exception {
      room.keep(room.image(1, 7));
      var asked =
          together(
              Collections.nCopies(
                  60,
                  () -> {
                    int seen = 0;
                    for (int n = 0; n < 5; n++) {
                      seen += found().series().size();
                    }
                    return seen;
                  }));
      assertThat(asked).containsOnly(5);
    }
  }

  @Nested
  class Odd_headers {

    private DataSet ofPatient(int number, String id, String issuer) {
      return room.image(number, 7).toBuilder()
          .uid(Tag.STUDY_INSTANCE_UID, room.uid("study", id, issuer))
          .text(Tag.PATIENT_ID, Vr.LO, id)
          .text(Tag.ISSUER_OF_PATIENT_ID, Vr.LO, issuer)
          .build();
    }

    private String keyOf(int number, String id, String issuer) throws IOException {
      var file = ArchiveRoom.file(room.image(number, 7));
      assertThat(room.keep(room.site, ofPatient(number, id, issuer), file))
          .isInstanceOf(StoreOutcome.Stored.class);
      var study = room.uid("study", id, issuer);
      return room.archive.study(room.site, study).orElseThrow().patientKey();
    }

    @Test
    void keep_patients_apart_whose_ids_look_alike() throws IOException {
      var nines = "9".repeat(300);
      assertThat(
              List.of(
                  keyOf(1, "A|B", "C"),
                  keyOf(2, "A", "B|C"),
                  keyOf(3, "AB", ""),
                  keyOf(4, "A\u0001B", ""),
                  keyOf(5, nines + "1", ""),
                  keyOf(6, nines + "2", "")))
          .doesNotHaveDuplicates();
    }

    @Test
    void never_merge_patients_without_an_id() throws IOException {
      assertThat(keyOf(1, "", "x")).isNotEqualTo(keyOf(2, "", "y"));
    }

    @Test
    void are_kept_whatever_their_length_and_characters() throws IOException {
      // Four bytes each in UTF-8, and hard to compress.
      var wide = new StringBuilder();
      for (int n = 0; n < 3000; n++) {
        wide.appendCodePoint(0x20000 + n * 7);
      }
      var text = wide.toString();
      var odd =
          room.image(1, 7).toBuilder()
              .text(Tag.PATIENT_ID, Vr.LO, text)
              .text(Tag.ISSUER_OF_PATIENT_ID, Vr.LO, text)
              .text(Tag.PATIENT_NAME, Vr.PN, "A\u0000B" + text)
              .text(Tag.ACCESSION_NUMBER, Vr.SH, text)
              .text(Tag.STUDY_DATE, Vr.LO, text)
              .text(Tag.STUDY_TIME, Vr.LO, text)
              .text(Tag.STUDY_DESCRIPTION, Vr.LO, text)
              .text(Tag.INSTANCE_NUMBER, Vr.IS, "99999999999999999999")
              .text(Tag.SERIES_NUMBER, Vr.IS, "not a number")
              .text(Tag.NUMBER_OF_FRAMES, Vr.IS, "-5")
              .build();
      var file = ArchiveRoom.file(room.image(1, 7));
      assertThat(room.keep(room.site, odd, file)).isInstanceOf(StoreOutcome.Stored.class);
      assertThat(found().patientName()).startsWith("AB");
      assertThat(room.kept().getFirst().instanceNumber()).isEmpty();
      assertThat(room.kept().getFirst().frames()).isEqualTo(1);
    }

    @Test
    void show_chinese_names_that_came_in_gb18030() throws IOException {
      var name = "Wang^XiaoDong=王^小东";
      var file =
          ArchiveRoom.file(
              room.image(1, 7).toBuilder()
                  .characterSet(new CharacterSet(List.of("GB18030")))
                  .text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "GB18030")
                  .text(Tag.PATIENT_NAME, Vr.PN, name)
                  .build());
      assertThat(file).containsSequence(name.getBytes(Charset.forName("GB18030")));
      var parsed = (DicomParse.Parsed) DicomReader.read(file, DicomReader.Depth.HEADER);
      room.keep(room.site, parsed.object().dataSet(), file);
      assertThat(found().patientName()).isEqualTo(name);
    }
  }
}
