package org.hilum.imaging.archive.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.hilum.imaging.archive.ArchiveRoom;
import org.hilum.imaging.archive.InstanceSelection;
import org.hilum.imaging.archive.StoreOutcome;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.dicom.Tag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeletionTest {

  @TempDir private Path folder;
  private ArchiveRoom room;

  @BeforeEach
  void open() throws IOException {
    room = new ArchiveRoom(folder);
  }

  @Test
  void stays_in_the_book_of_its_institution() throws IOException {
    var before = Instant.now().minusSeconds(60);
    var after = Instant.now().plusSeconds(60);
    room.keep(room.image(1, 7));
    room.keep(room.image(2, 7).toBuilder().uid(Tag.SERIES_INSTANCE_UID, room.uid("other")).build());
    room.archive.deleteSeries(room.site, room.study, room.uid("other"), "anna", "newer one");
    room.archive.delete(room.site, room.study, "anna", "wrong patient");
    var book = room.archive.deletions(room.site, before, after);
    assertThat(book)
        .extracting(entry -> entry.what().why())
        .containsExactly("newer one", "wrong patient");
    assertThat(book.getFirst().series()).containsExactly(room.uid("other"));
    assertThat(book.getLast().series()).isEmpty();
    assertThat(book.getLast().what().instanceCount()).isEqualTo(1);
    assertThat(room.archive.deletions(room.site, before.minusSeconds(60), before)).isEmpty();
    assertThat(room.archive.deletions("elsewhere", before, after)).isEmpty();
  }

  @Test
  void removes_files_at_once_but_none_that_another_institution_has() throws IOException {
    room.keep(room.image(1, 7));
    room.keep(room.image(1, 8));
    room.keep(room.image(2, 9));
    room.keep(room.site + "-b", room.image(2, 9), ArchiveRoom.file(room.image(2, 9)));
    assertThat(room.fileCount()).isEqualTo(3);
    room.archive.delete(room.site, room.study, "anna", "asked for");
    assertThat(room.fileCount()).isEqualTo(1);
    var theirs =
        room.archive.instances(
            InstanceSelection.study(room.study), Visibility.of(room.site + "-b"));
    assertThat(theirs.getFirst().file()).exists();
  }

  @Test
  void takes_a_patient_away_with_the_last_study_only() throws IOException {
    room.keep(room.image(1, 7));
    var second = room.uid("second study");
    room.keep(room.image(2, 7).toBuilder().uid(Tag.STUDY_INSTANCE_UID, second).build());
    room.archive.delete(room.site, room.study, "anna", "asked for");
    assertThat(room.archive.studiesOfPatient(room.site, second)).hasSize(1);
    room.archive.delete(room.site, second, "anna", "asked for");
    assertThat(room.countsAreRight()).isTrue();
  }

  @Test
  void lets_a_file_that_is_open_be_read_to_its_end() throws IOException {
    room.keep(room.image(1, 7));
    try (var open = Files.newInputStream(room.kept().getFirst().file())) {
      room.archive.delete(room.site, room.study, "anna", "asked for");
      assertThat(open.readAllBytes()).isEqualTo(ArchiveRoom.file(room.image(1, 7)));
    }
    assertThat(room.kept()).isEmpty();
  }

  @Test
  void of_a_series_lets_it_come_again() throws IOException {
    room.keep(room.image(1, 7));
    room.keep(room.image(2, 7).toBuilder().uid(Tag.SERIES_INSTANCE_UID, room.uid("other")).build());
    room.archive.deleteSeries(room.site, room.study, room.series, "anna", "newer one");
    assertThat(room.keep(room.image(1, 7))).isEqualTo(new StoreOutcome.Stored(2, true));
    assertThat(room.archive.study(room.site, room.study).orElseThrow().instanceCount())
        .isEqualTo(2);
    assertThat(room.countsAreRight()).isTrue();
  }
}
