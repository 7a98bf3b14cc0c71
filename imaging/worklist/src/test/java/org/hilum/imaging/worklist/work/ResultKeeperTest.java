package org.hilum.imaging.worklist.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hilum.imaging.archive.InstanceSelection;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.phantom.ScanIdentity;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.StudyResult;
import org.hilum.imaging.worklist.StudyResult.Kind;
import org.hilum.imaging.worklist.WorklistRoom;
import org.hilum.imaging.worklist.sql.ResultTable;
import org.hilum.platform.jobs.JobFailedException;
import org.hilum.platform.storage.ContentSweep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ResultKeeperTest {

  private static final long JOB = 7;

  @TempDir Path folder;
  private WorklistRoom room;
  private ScanIdentity scan;
  private CaseKey key;
  private ResultTable results;
  private ResultKeeper keeper;
  private EarlierObjects earlier;

  @BeforeEach
  void send_a_study() throws IOException {
    room = new WorklistRoom(folder.resolve("room"));
    scan = room.scan("A", LocalDate.of(2020, 2, 20));
    key = room.arrive(scan, room.three(scan));
    results = new ResultTable(room.tables, room.results);
    keeper = new ResultKeeper(room.receiver, room.results, results, room.clock);
    earlier = new EarlierObjects(room.archive, results);
  }

  /** A folder as a reading writes it, with an object of its own series. */
  private Path written(String name) throws IOException {
    var place = folder.resolve(name);
    Files.createDirectories(place.resolve("dicom"));
    var object = room.three(scan.series(9, "results " + name)).getFirst();
    WorklistRoom.changed(
        object,
        of ->
            of.text(Tag.MODALITY, Vr.CS, "OT")
                .uid(Tag.SOP_CLASS_UID, new Uid("1.2.840.10008.5.1.4.1.1.7"))
                .uid(Tag.SOP_INSTANCE_UID, Uid.derived(room.institution, "object", name))
                .uid(Tag.SERIES_INSTANCE_UID, series(name)));
    Files.move(object, place.resolve("dicom").resolve("sc.dcm"));
    Files.writeString(place.resolve("reading.json"), "{\"version\": \"" + name + "\"}");
    return place;
  }

  private Uid series(String name) {
    return Uid.derived(room.institution, "series", name);
  }

  private long objects() {
    return room
        .archive
        .instances(InstanceSelection.study(key.studyInstanceUid()), Visibility.everything())
        .stream()
        .filter(each -> each.sopClassUid().value().equals("1.2.840.10008.5.1.4.1.1.7"))
        .count();
  }

  /** The disk of the results fails after the objects went into the archive. */
  private void failing(Path written, long job) throws IOException {
    var incoming = folder.resolve("room").resolve("results").resolve("incoming");
    var aside = folder.resolve("aside");
    Files.move(incoming, aside);
    assertThatThrownBy(() -> keeper.keep(key, Kind.READING, job, written))
        .isInstanceOf(IOException.class);
    Files.move(aside, incoming);
  }

  @Test
  void an_attempt_that_was_cut_off_and_one_that_was_not_give_one_result()
      throws IOException, JobFailedException {
    var written = written("one");
    failing(written, JOB);
    assertThat(results.results(key)).isEmpty();
    assertThat(objects()).isEqualTo(1);

    var kept = keeper.keep(key, Kind.READING, JOB, written);
    earlier.retire(key, Kind.READING, kept.series());
    assertThat(kept.version()).isEqualTo(1);
    assertThat(results.results(key)).hasSize(1);
    assertThat(objects()).isEqualTo(1);
    assertThat(room.archive.takenOut).isEmpty();
  }

  @Test
  void objects_of_an_attempt_that_was_cut_off_do_not_stay_beside_others()
      throws IOException, JobFailedException {
    failing(written("one"), JOB);
    var kept = keeper.keep(key, Kind.READING, JOB, written("two"));
    earlier.retire(key, Kind.READING, kept.series());
    assertThat(room.archive.takenOut).containsExactly(series("one").value());
    assertThat(results.outdated(key, Kind.READING)).isEmpty();
  }

  @Test
  void the_same_job_done_twice_has_one_version_and_another_job_the_next()
      throws IOException, JobFailedException {
    keeper.keep(key, Kind.READING, JOB, written("one"));
    var again = keeper.keep(key, Kind.READING, JOB, written("two"));
    assertThat(again.version()).isEqualTo(1);
    assertThat(results.results(key)).hasSize(1);
    var next = keeper.keep(key, Kind.READING, JOB + 1, written("three"));
    earlier.retire(key, Kind.READING, next.series());
    assertThat(next.version()).isEqualTo(2);
    assertThat(results.results(key))
        .extracting(StudyResult::version, StudyResult::objects)
        .containsExactly(
            tuple(2, List.of(series("three").value())), tuple(1, List.of(series("two").value())));
    assertThat(room.archive.takenOut)
        .containsExactlyInAnyOrder(series("one").value(), series("two").value());
    earlier.retire(key, Kind.READING, next.series());
    assertThat(room.archive.takenOut).as("taken out once").hasSize(2);
  }

  @Test
  void an_object_of_another_study_is_never_kept_with_this_one() throws IOException {
    var written = written("one");
    WorklistRoom.changed(
        written.resolve("dicom").resolve("sc.dcm"),
        of -> of.uid(Tag.STUDY_INSTANCE_UID, new Uid("1.2.3")));
    assertThatThrownBy(() -> keeper.keep(key, Kind.READING, JOB, written))
        .isInstanceOf(IllegalStateException.class);
    assertThat(objects()).isZero();
  }

  @Test
  void forgotten_results_leave_no_file_that_nobody_else_has()
      throws IOException, JobFailedException {
    keeper.keep(key, Kind.READING, JOB, written("forgotten"));
    var file = results.results(key).getFirst().files().getFirst();
    assertThat(results.file(key, results.results(key).getFirst().id(), "reading.json")).isPresent();
    assertThat(results.file(key, results.results(key).getFirst().id(), "../reading.json"))
        .isEmpty();
    Files.setLastModifiedTime(file.file(), FileTime.from(Instant.EPOCH));
    results.forget(key);
    assertThat(results.results(key)).isEmpty();
    assertThat(file.file()).doesNotExist();
  }

  @Test
  void files_that_no_result_has_are_swept_up_unless_they_came_just_now()
      throws IOException, JobFailedException {
    keeper.keep(key, Kind.READING, JOB, written("needed"));
    var needed = results.results(key).getFirst().files().getFirst().file();
    var left = left("left");
    var fresh = left("fresh");
    for (var old : List.of(needed, left)) {
      Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
    }
    int removed = 0;
    ContentSweep.Swept step;
    do {
      step = room.worklist.sweep();
      removed += step.removed();
    } while (!step.isRound());
    assertThat(removed).isEqualTo(1);
    assertThat(left).doesNotExist();
    assertThat(List.of(needed, fresh)).allSatisfy(file -> assertThat(file).exists());
  }

  private Path left(String name) throws IOException {
    try (var writing = room.results.begin()) {
      var bytes = (name + room.institution).getBytes(StandardCharsets.UTF_8);
      writing.write(bytes, 0, bytes.length);
      return writing.keep().file();
    }
  }
}
