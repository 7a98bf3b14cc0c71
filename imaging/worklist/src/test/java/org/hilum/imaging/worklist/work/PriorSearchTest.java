package org.hilum.imaging.worklist.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.worklist.CaseFlow;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.CaseState;
import org.hilum.imaging.worklist.ReadingSummary;
import org.hilum.imaging.worklist.Urgency;
import org.hilum.imaging.worklist.WorklistRoom;
import org.hilum.imaging.worklist.sql.CaseTable;
import org.hilum.imaging.worklist.sql.CaseTable.Finding;
import org.hilum.platform.jobs.JobFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PriorSearchTest {

  @TempDir Path folder;
  private WorklistRoom room;
  private CaseTable cases;
  private PriorSearch priors;

  @BeforeEach
  void open() throws IOException {
    room = new WorklistRoom(folder);
    cases = new CaseTable(room.tables);
    priors = new PriorSearch(room.archive, cases, room.jobs);
  }

  private CaseKey arrived(int month) throws IOException {
    var scan = room.scan("A", LocalDate.of(2020, month, 1));
    return room.arrive(scan, room.three(scan));
  }

  /** As if the network had read it. */
  private CaseKey read(CaseKey key) {
    long job = room.entry(key).jobId().orElseThrow();
    var summary =
        new ReadingSummary(
            OptionalDouble.of(5),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalInt.of(1),
            Optional.empty(),
            true);
    var finding = new Finding(CaseState.READ, Optional.of(summary), Urgency.ROUTINE, 1, List.of());
    cases.begins(key, job, room.clock.instant());
    cases.finished(key, job, finding, room.clock.instant());
    priors.read(key);
    return key;
  }

  private List<String> toBeCompared() {
    return room
        .jobs
        .jobs(new JobFilter(Set.of(CaseFlow.COMPARE_STUDY), Set.of(), Set.of(), 100))
        .stream()
        .map(job -> job.request().subject())
        .toList();
  }

  @Test
  void a_study_is_compared_with_the_one_before_it() throws IOException {
    var prior = read(arrived(1));
    assertThat(toBeCompared()).isEmpty();
    var current = read(arrived(2));
    assertThat(toBeCompared()).containsExactly(current.subject());
    assertThat(priors.prior(current)).contains(prior);
  }

  @Test
  void a_prior_that_comes_late_has_the_study_after_it_compared() throws IOException {
    var current = read(arrived(3));
    read(arrived(1));
    assertThat(toBeCompared()).containsExactly(current.subject());
    var between = read(arrived(2));
    assertThat(toBeCompared()).containsExactly(current.subject(), between.subject());
    assertThat(priors.prior(current)).contains(between);
  }

  @Test
  void a_study_that_was_not_read_is_no_prior() throws IOException {
    arrived(1);
    var current = read(arrived(2));
    assertThat(priors.prior(current)).isEmpty();
    assertThat(toBeCompared()).isEmpty();
  }

  @Test
  void patients_without_an_id_are_never_compared() throws IOException {
    for (int month = 1; month <= 2; month++) {
      var scan = room.scan("A", LocalDate.of(2020, month, 1));
      var files = room.three(scan);
      for (var file : files) {
        WorklistRoom.changed(file, of -> of.text(Tag.PATIENT_ID, Vr.LO, ""));
      }
      read(room.arrive(scan, files));
    }
    assertThat(toBeCompared()).isEmpty();
  }

  @Test
  void patients_of_two_institutions_are_two_patients() throws IOException {
    var january = room.scan("A", LocalDate.of(2020, 1, 1));
    var february = room.scan("A", LocalDate.of(2020, 2, 1));
    read(room.arrive("other of " + room.institution, january, room.three(january)));
    read(room.arrive(february, room.three(february)));
    assertThat(toBeCompared()).isEmpty();
  }
}
