package org.hilum.imaging.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobFailedException;
import org.hilum.platform.jobs.JobProgress;
import org.hilum.platform.jobs.JobState;
import org.hilum.platform.jobs.JobWorker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How a case moves, with studies of three slices, which are refused before any network is asked.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CaseFlowTest {

  private static final LocalDate DAY = LocalDate.of(2020, 2, 20);

  @TempDir Path folder;
  private WorklistRoom room;

  @BeforeEach
  void open() throws IOException {
    room = new WorklistRoom(folder).workingWithoutNetwork();
  }

  private CaseKey arrived(String patient) throws IOException {
    var scan = room.scan(patient, DAY);
    return room.arrive(scan, room.three(scan));
  }

  private JobWorker failing(boolean isWorthRetrying) {
    return new JobWorker() {
      @Override
      public String kind() {
        return CaseFlow.READ_STUDY;
      }

      @Override
      public Duration timeOut() {
        return Duration.ofMinutes(1);
      }

      @Override
      public int mostAttempts() {
        return 2;
      }

      @Override
      public void work(Job job, JobProgress progress) throws JobFailedException {
        throw new JobFailedException("the network did not answer", isWorthRetrying);
      }
    };
  }

  @Test
  void a_study_arrives_waits_and_is_refused_with_its_reasons_and_a_flag() throws IOException {
    var scan = room.scan("A", DAY);
    room.send(room.institution, room.three(scan));
    var key = new CaseKey(room.institution, scan.studyInstanceUid());
    assertThat(room.entry(key).state()).isEqualTo(CaseState.ARRIVING);

    room.complete(key, false);
    assertThat(room.entry(key))
        .satisfies(
            entry -> {
              assertThat(entry.state()).isEqualTo(CaseState.WAITING);
              assertThat(entry.instanceCount()).isEqualTo(3);
              assertThat(entry.modalities()).containsExactly("CT");
            });

    room.jobs.work();
    var refused = room.entry(key);
    assertThat(refused.state()).isEqualTo(CaseState.REFUSED);
    assertThat(refused.reasons()).isNotEmpty().allSatisfy(r -> assertThat(r.code()).isNotEmpty());
    assertThat(refused.urgency().level()).isEqualTo(UrgencyLevel.RAISED);
    assertThat(refused.urgency().reason()).contains(refused.reasons().getFirst().message());
    assertThat(room.worklist.results(key))
        .singleElement()
        .satisfies(
            result ->
                assertThat(result.files())
                    .extracting(StudyResult.ResultFile::path)
                    .contains("reading.json"));
  }

  @Test
  void only_the_first_image_of_a_series_asks_the_database() throws IOException {
    var scan = room.scan("A", DAY);
    var files = room.three(scan);
    room.send(room.institution, files.subList(0, 1));
    int asked = room.archive.asked;
    room.send(room.institution, files.subList(1, 3));
    assertThat(room.archive.asked).isEqualTo(asked);
  }

  @Test
  void results_that_come_back_by_another_archive_are_counted_and_not_read() throws IOException {
    var key = arrived("A");
    room.jobs.work();
    var back = room.three(room.scan("A", DAY).series(9, "captures")).getFirst();
    WorklistRoom.changed(
        back, of -> of.uid(Tag.SOP_CLASS_UID, new Uid("1.2.840.10008.5.1.4.1.1.7")));
    room.send(room.institution, List.of(back));
    room.jobs.begun.clear();
    room.complete(key, false);
    var captures =
        room.archive.study(room.institution, key.studyInstanceUid()).orElseThrow().series().stream()
            .filter(series -> series.description().contains("captures"))
            .findFirst()
            .orElseThrow();
    room.jobs.work();
    room.jobs.begun.clear();
    room.flow.completed(room.completed(key, captures.seriesInstanceUid(), "CT", false, true));
    room.jobs.work();
    assertThat(room.jobs.begun).isEmpty();
    assertThat(room.entry(key).state()).isEqualTo(CaseState.REFUSED);
    assertThat(room.entry(key).instanceCount()).isEqualTo(4);
  }

  @Test
  void a_study_of_nothing_but_captures_is_no_case() throws IOException {
    var scan = room.scan("A", DAY);
    var file = room.three(scan).getFirst();
    WorklistRoom.changed(
        file, of -> of.uid(Tag.SOP_CLASS_UID, new Uid("1.2.840.10008.5.1.4.1.1.7")));
    var key = room.arrive(scan, List.of(file));
    assertThat(room.worklist.entry(key, Optional.empty())).isEmpty();
    assertThat(room.jobs.begun).isEmpty();
  }

  @Test
  void a_series_waits_for_the_others_that_are_coming_in() throws IOException {
    var scan = room.scan("A", DAY);
    room.send(room.institution, room.three(scan));
    room.send(room.institution, room.three(scan.series(3, "thin")));
    var key = new CaseKey(room.institution, scan.studyInstanceUid());
    var series =
        room.archive.study(room.institution, key.studyInstanceUid()).orElseThrow().series();
    room.flow.completed(room.completed(key, series.get(0).seriesInstanceUid(), "CT", false, false));
    assertThat(room.entry(key).state()).isEqualTo(CaseState.ARRIVING);
    room.flow.completed(room.completed(key, series.get(1).seriesInstanceUid(), "CT", false, true));
    assertThat(room.entry(key).state()).isEqualTo(CaseState.WAITING);
    room.jobs.work();
    assertThat(room.jobs.begun).hasSize(1);
  }

  @Test
  void what_the_sender_asks_for_goes_first_and_never_speaks_over_a_person() throws IOException {
    var usual = arrived("A");
    var scan = room.scan("B", DAY);
    var files = room.three(scan);
    for (var file : files) {
      WorklistRoom.changed(file, of -> of.text(Tag.REQUESTED_PROCEDURE_PRIORITY, Vr.SH, "STAT"));
    }
    var urgent = room.arrive(scan, files);
    assertThat(room.entry(urgent).urgency())
        .isEqualTo(
            new Urgency(UrgencyLevel.EMERGENCY, "requested with priority STAT", Urgency.SENDER));
    room.jobs.work();
    assertThat(room.jobs.begun)
        .containsExactly("read-study " + urgent.subject(), "read-study " + usual.subject());

    var byHand = new Urgency(UrgencyLevel.URGENT, "seen already", "acc-1");
    room.worklist.ask(urgent, byHand);
    room.complete(urgent, true);
    assertThat(room.entry(urgent).urgency()).isEqualTo(byHand);
  }

  @Test
  void what_waits_moves_when_somebody_says_it_is_urgent() throws IOException {
    var first = arrived("A");
    var second = arrived("B");
    room.worklist.ask(second, new Urgency(UrgencyLevel.EMERGENCY, "in the shock room", "acc-1"));
    room.jobs.work();
    assertThat(room.jobs.begun)
        .containsExactly("read-study " + second.subject(), "read-study " + first.subject());
  }

  @Test
  void work_that_fails_is_tried_again_and_then_set_aside_with_a_flag() throws IOException {
    room.jobs.with(failing(true));
    var states = new ArrayList<CaseState>();
    room.changes.observe(entry -> states.add(entry.state()));
    var key = arrived("A");
    room.jobs.work();
    assertThat(room.jobs.begun).hasSize(2);
    assertThat(states).endsWith(CaseState.WAITING, CaseState.SET_ASIDE);
    assertThat(room.entry(key).reasons())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.code()).isEqualTo("LST-005");
              assertThat(reason.message()).contains("did not answer");
            });
    assertThat(room.entry(key).urgency().level()).isEqualTo(UrgencyLevel.RAISED);

    room.workingWithoutNetwork();
    room.worklist.readAgain(key);
    assertThat(room.entry(key).state()).isEqualTo(CaseState.WAITING);
    room.jobs.work();
    assertThat(room.entry(key).state()).isEqualTo(CaseState.REFUSED);
  }

  @Test
  void a_job_that_is_put_back_into_the_queue_takes_its_case_along() throws IOException {
    room.jobs.with(failing(false));
    var key = arrived("A");
    room.jobs.work();
    room.workingWithoutNetwork();
    room.jobs.again(room.entry(key).jobId().orElseThrow());
    assertThat(room.entry(key).state()).isEqualTo(CaseState.WAITING);
    room.jobs.work();
    assertThat(room.entry(key).state()).isEqualTo(CaseState.REFUSED);
  }

  @Test
  void a_reading_that_is_called_off_says_so_until_more_comes() throws IOException {
    var key = arrived("A");
    room.worklist.cancel(key, "wrong patient");
    assertThat(room.entry(key).state()).isEqualTo(CaseState.CANCELLED);
    assertThat(room.entry(key).reasons().getFirst().message()).isEqualTo("wrong patient");
    room.jobs.work();
    assertThat(room.jobs.begun).isEmpty();
    room.complete(key, true);
    assertThat(room.entry(key).state()).isEqualTo(CaseState.WAITING);
  }

  @Test
  void a_case_is_not_moved_by_an_older_job_nor_after_its_last_word() throws IOException {
    var key = arrived("A");
    var old = room.jobs.job(room.entry(key).jobId().orElseThrow()).orElseThrow();
    room.jobs.work();
    room.flow.changed(PlainJobs.like(old, JobState.SET_ASIDE, 3, "heard late"));
    room.flow.changed(PlainJobs.like(old, JobState.WAITING, 1, "heard late"));
    assertThat(room.entry(key).state()).isEqualTo(CaseState.REFUSED);
    room.worklist.readAgain(key);
    room.flow.changed(PlainJobs.like(old, JobState.CANCELLED, 3, "heard later still"));
    assertThat(room.entry(key).state()).isEqualTo(CaseState.WAITING);
  }

  @Test
  void an_observer_that_throws_breaks_nothing() throws IOException {
    var told = new ArrayList<CaseState>();
    room.changes.observe(
        entry -> {
          throw new IllegalStateException("a browser has gone");
        });
    room.changes.observe(entry -> told.add(entry.state()));
    var key = arrived("A");
    room.jobs.work();
    assertThat(room.entry(key).state()).isEqualTo(CaseState.REFUSED);
    assertThat(told).contains(CaseState.READING).endsWith(CaseState.REFUSED);
  }

  @Test
  void a_case_whose_job_is_gone_is_asked_for_again() throws IOException {
    var key = arrived("A");
    room.jobs.lose();
    room.jobs.work();
    assertThat(room.entry(key).state()).isEqualTo(CaseState.WAITING);
    // A queue that begins at one again gives the same number; the case must not mistake it.
    room.flow.takeUp();
    room.jobs.work();
    assertThat(room.entry(key).state()).isEqualTo(CaseState.REFUSED);
  }

  @Test
  void the_end_of_a_job_that_nobody_heard_is_taken_over() throws IOException {
    var aside = arrived("A");
    var calledOff = arrived("B");
    var done = arrived("C");
    var waits = arrived("D");
    room.jobs.endUnheard(room.entry(aside).jobId().orElseThrow(), JobState.SET_ASIDE, "no memory");
    room.jobs.endUnheard(
        room.entry(calledOff).jobId().orElseThrow(), JobState.CANCELLED, "not wanted");
    room.jobs.endUnheard(room.entry(done).jobId().orElseThrow(), JobState.DONE, "");
    long job = room.entry(waits).jobId().orElseThrow();
    room.flow.takeUp();
    assertThat(room.entry(aside).state()).isEqualTo(CaseState.SET_ASIDE);
    assertThat(room.entry(calledOff).state()).isEqualTo(CaseState.CANCELLED);
    assertThat(room.entry(done).state()).isEqualTo(CaseState.WAITING);
    assertThat(room.entry(waits).jobId()).hasValue(job);
    room.jobs.work();
    assertThat(room.entry(done).state()).isEqualTo(CaseState.REFUSED);
    assertThat(room.entry(waits).state()).isEqualTo(CaseState.REFUSED);
  }

  @Test
  void two_institutions_keep_the_same_study_apart() throws IOException {
    var other = "other of " + room.institution;
    var scan = room.scan("A", DAY);
    var files = room.three(scan);
    var here = room.arrive(room.institution, scan, files);
    var there = room.arrive(other, scan, files);
    room.jobs.work();
    assertThat(room.entry(here).state()).isEqualTo(CaseState.REFUSED);
    assertThat(room.entry(there).state()).isEqualTo(CaseState.REFUSED);
    assertThat(room.worklist.entry(there, Optional.of(room.institution))).isEmpty();
    room.worklist.delete(there, "acc-1", "test");
    assertThat(room.worklist.entry(there, Optional.empty())).isEmpty();
    assertThat(room.worklist.results(there)).isEmpty();
    assertThat(room.worklist.results(here)).hasSize(1);
    assertThat(room.worklist.entry(here, Optional.of(room.institution))).isPresent();
  }

  @Test
  void an_institution_that_reads_for_another_sees_its_cases_and_images() throws IOException {
    var reader = "reader of " + room.institution;
    room.readers.put(room.institution, List.of(reader));
    var key = arrived("A");
    assertThat(room.worklist.entry(key, Optional.of(reader))).isPresent();
    assertThat(room.worklist.seen(key).orElseThrow().seers())
        .containsExactlyInAnyOrder(reader, room.institution);
    assertThat(room.worklist.cases(WorklistQuery.seenBy(reader, 10)).total()).isEqualTo(1);
  }

  @Test
  void a_deleted_study_leaves_the_list_and_its_work_is_called_off() throws IOException {
    var gone = new ArrayList<Set<String>>();
    room.changes.observe(
        new Worklist.Observer() {
          @Override
          public void changed(WorklistEntry entry) {
            // Told elsewhere.
          }

          @Override
          public void gone(CaseKey key, Set<String> seers) {
            gone.add(seers);
          }
        });
    var key = arrived("A");
    assertThat(room.worklist.delete(key, "acc-1", "wrong patient").orElseThrow().instanceCount())
        .isEqualTo(3);
    room.jobs.work();
    assertThat(room.jobs.begun).isEmpty();
    assertThat(room.worklist.entry(key, Optional.empty())).isEmpty();
    assertThat(gone).containsExactly(Set.of(room.institution));
    assertThat(arrivedAgainIs(key)).isEqualTo(CaseState.WAITING);
  }

  private CaseState arrivedAgainIs(CaseKey key) throws IOException {
    arrived("A");
    return room.entry(key).state();
  }

  @Test
  void a_case_is_taken_from_somebody_only_by_saying_from_whom() throws IOException {
    var key = arrived("A");
    assertThat(room.worklist.assign(key, Optional.of("acc-1"), Optional.empty())).isPresent();
    assertThat(room.worklist.assign(key, Optional.of("acc-2"), Optional.empty())).isEmpty();
    assertThat(room.worklist.assign(key, Optional.of("acc-2"), Optional.of("acc-1"))).isPresent();
    assertThat(room.worklist.assign(key, Optional.empty(), Optional.of("acc-2"))).isPresent();
    assertThat(room.entry(key).assignedTo()).isEmpty();
  }

  @Test
  void a_malformed_subject_is_not_a_case() {
    assertThatThrownBy(() -> CaseKey.of("no slash")).isInstanceOf(IllegalArgumentException.class);
  }
}
