package org.hilum.imaging.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hilum.imaging.archive.Archive.ArchivedStudy;
import org.hilum.imaging.archive.Archive.DeletedStudy;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.platform.storage.ContentSweep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UpkeepTest {

  private static final Duration KEPT = Duration.ofDays(30);

  @TempDir private Path folder;
  private ArchiveRoom room;

  @BeforeEach
  void open() throws IOException {
    room = new ArchiveRoom(folder);
  }

  private Upkeep upkeep(RetentionPolicy policy, Instant now) {
    return Upkeep.of(room.source, room.files, policy, () -> now);
  }

  private RetentionPolicy thirtyDaysHere() {
    return new RetentionPolicy(Map.of(room.site, 30), RetentionPolicy.FOR_EVER);
  }

  private DataSet ofStudy(Uid study, int number) {
    return room.image(number, number).toBuilder().uid(Tag.STUDY_INSTANCE_UID, study).build();
  }

  private static List<DeletedStudy> retired(Upkeep upkeep, Predicate<ArchivedStudy> mayGo) {
    var all = new ArrayList<DeletedStudy>();
    Upkeep.Retired step;
    do {
      step = upkeep.retire(mayGo);
      assertThat(step.deleted()).as("a step is small").hasSizeLessThanOrEqualTo(10);
      all.addAll(step.deleted());
    } while (!step.isRound());
    return all;
  }

  @Test
  void lets_studies_go_that_were_kept_long_enough_and_may_go() throws IOException {
    var wanted = room.uid("wanted");
    room.keep(ofStudy(wanted, 1));
    for (int n = 2; n <= 14; n++) {
      room.keep(ofStudy(room.uid("old", "" + n), n));
    }
    var later = room.now.plus(KEPT);
    room.now = later.minusSeconds(1);
    room.keep(room.image(20, 20));
    var upkeep = upkeep(thirtyDaysHere(), later.plusSeconds(1));
    assertThat(retired(upkeep, study -> !study.studyInstanceUid().equals(wanted)))
        .hasSize(13)
        .allMatch(gone -> gone.by().equals(Upkeep.RETENTION));
    assertThat(room.archive.study(room.site, wanted)).isPresent();
    assertThat(room.archive.study(room.site, room.study)).as("still new").isPresent();
    assertThat(room.fileCount()).isEqualTo(2);
    assertThat(room.archive.deletions(room.site, Instant.EPOCH, Instant.now().plusSeconds(60)))
        .hasSize(13)
        .allMatch(entry -> entry.what().why().equals("kept for 30 days"));
  }

  @Test
  void keeps_what_gets_an_image_while_it_is_asked_whether_it_may_go() throws IOException {
    room.keep(room.image(1, 7));
    var now = room.now.plus(KEPT).plusSeconds(1);
    room.now = now;
    var gone =
        retired(
            upkeep(thirtyDaysHere(), now),
            study -> {
              try {
                room.keep(room.image(2, 7));
              } catch (IOException failed) {
                throw new UncheckedIOException(failed);
              }
              return true;
            });
    assertThat(gone).isEmpty();
    assertThat(room.kept()).hasSize(2);
  }

  @Test
  void lets_nothing_go_where_all_is_kept() throws IOException {
    room.keep(room.image(1, 7));
    var far = room.now.plus(Duration.ofDays(10_000));
    assertThat(retired(upkeep(RetentionPolicy.keepingAll(), far), study -> true)).isEmpty();
    var others = new RetentionPolicy(Map.of("others", 1), RetentionPolicy.FOR_EVER);
    assertThat(retired(upkeep(others, far), study -> true)).isEmpty();
    assertThat(room.kept()).hasSize(1);
    assertThatThrownBy(() -> new RetentionPolicy(Map.of(), -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sweeps_up_files_that_nothing_refers_to_and_that_did_not_come_just_now() throws IOException {
    room.keep(room.image(1, 7));
    room.keep(room.image(1, 8));
    var left = left(1);
    var fresh = left(2);
    var now = Instant.now();
    for (var file : List.of(left, room.kept().getFirst().file())) {
      ArchiveRoom.age(file, now.minus(Duration.ofDays(1)));
    }
    assertThat(swept(upkeep(RetentionPolicy.keepingAll(), now))).isEqualTo(1);
    assertThat(left).doesNotExist();
    assertThat(fresh).exists();
    assertThat(room.fileCount()).isEqualTo(3);
  }

  private Path left(int mark) throws IOException {
    try (var writing = room.files.begin()) {
      writing.write(new byte[] {(byte) mark}, 0, 1);
      return writing.keep().file();
    }
  }

  private static int swept(Upkeep upkeep) throws IOException {
    int removed = 0;
    ContentSweep.Swept step;
    do {
      step = upkeep.sweep();
      removed += step.removed();
    } while (!step.isRound());
    return removed;
  }

  @Test
  void never_sweeps_what_is_on_its_way_into_the_index() throws IOException {
    try (var writing = room.files.begin()) {
      writing.write(new byte[] {5}, 0, 1);
      var kept = writing.keep();
      ArchiveRoom.age(kept.file(), Instant.now().minus(Duration.ofDays(1)));
      assertThat(swept(upkeep(RetentionPolicy.keepingAll(), Instant.now()))).isZero();
      assertThat(kept.file()).exists();
    }
  }
}
