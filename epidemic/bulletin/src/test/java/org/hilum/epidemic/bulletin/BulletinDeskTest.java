package org.hilum.epidemic.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.hilum.epidemic.bulletin.BulletinDesk.Delivery;
import org.hilum.epidemic.bulletin.CountSource.Cause;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobAttempt;
import org.hilum.platform.jobs.JobFilter;
import org.hilum.platform.jobs.JobRequest;
import org.hilum.platform.jobs.JobState;
import org.hilum.platform.jobs.Jobs;
import org.hilum.platform.jobs.JobsTally;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BulletinDeskTest {

  private static final LocalDate DAY = Drawn.DAY;

  @TempDir private Path folder;

  private LocalDate today = DAY;
  private BulletinDesk desk;

  @BeforeEach
  void open() {
    InstantSource clock = () -> today.atTime(12, 0).toInstant(ZoneOffset.UTC);
    desk = new BulletinDesk(folder, clock, ZoneOffset.UTC, "Hilum 0");
  }

  private static String counts(LocalDate to) {
    var csv = new StringBuilder("location,date,value\n");
    for (int back = 59; back >= 0; back--) {
      csv.append("Italy,").append(to.minusDays(back)).append(',').append(100 + back).append('\n');
    }
    return csv.toString();
  }

  private static ByteArrayInputStream zip(String... namesAndTexts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int n = 0; n < namesAndTexts.length; n += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[n]));
        zip.write(namesAndTexts[n + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  @Test
  void counts_become_a_bulletin_with_its_files_and_kept_forecasts() throws Exception {
    assertThat(desk.due()).isEmpty();
    assertThat(desk.take("ministry", DAY, zip("cases.csv", counts(DAY))))
        .isInstanceOfSatisfying(Delivery.Taken.class, taken -> assertThat(taken.isNew()).isTrue());
    assertThat(desk.due()).containsExactly("ministry");
    assertThat(desk.bulletin("ministry")).isEmpty();

    assertThat(desk.make("ministry")).isPresent();
    assertThat(desk.due()).isEmpty();
    assertThat(desk.bulletins()).containsExactly("ministry");
    assertThat(desk.bulletin("ministry").orElseThrow().place("Italy")).isPresent();
    assertThat(desk.file("ministry", BulletinFiles.report(Language.CHINESE))).isPresent();
    assertThat(folder.resolve("forecasts/ministry/" + DAY + ".csv")).exists();

    // Another process, or the same after a restart, reads it from the disk.
    var again = new BulletinDesk(folder, () -> Instant.EPOCH, ZoneOffset.UTC, "Hilum 0");
    assertThat(again.bulletin("ministry").orElseThrow().asOf()).isEqualTo(DAY);
  }

  @Test
  void a_second_day_tells_what_changed_since_the_first_by_its_kept_forecasts_and_counts()
      throws Exception {
    var before = DAY.minusDays(1);
    desk.take("ministry", before, zip("cases.csv", counts(before)));
    assertThat(desk.make("ministry").orElseThrow().changes()).isEmpty();
    desk.take("ministry", DAY, zip("cases.csv", counts(DAY)));
    var changes = desk.make("ministry").orElseThrow().changes().orElseThrow();
    assertThat(changes.since()).isEqualTo(before);
    assertThat(changes.targets()).isNotEmpty().allMatch(one -> one.fromRevised().isPresent());
    assertThat(changes.revised()).hasSize(1);
  }

  @Test
  void refused_counts_are_told_with_the_first_day_until_good_ones_come() throws Exception {
    desk.take("ministry", DAY.minusDays(2), zip("cases.csv", counts(DAY.minusDays(2))));
    var future = zip("cases.csv", counts(DAY));
    assertThat(desk.take("ministry", DAY.minusDays(1), future))
        .isInstanceOfSatisfying(
            Delivery.Refused.class,
            refused -> assertThat(refused.reasons().toString()).contains("SUR-002"));
    desk.take("ministry", DAY, zip("cases.csv", "location;date\n"));
    var failure = desk.standing().getFirst().failure().orElseThrow();
    assertThat(failure.cause()).isEqualTo(Cause.REFUSED);
    assertThat(failure.since()).isEqualTo(DAY.minusDays(1));

    desk.take("ministry", DAY, zip("cases.csv", counts(DAY)));
    assertThat(desk.standing().getFirst().failure()).isEmpty();
  }

  @Test
  void a_silent_source_fails_after_twice_its_usual_gap() throws Exception {
    desk.take("ministry", DAY.minusDays(1), zip("cases.csv", counts(DAY.minusDays(1))));
    desk.take("ministry", DAY, zip("cases.csv", counts(DAY)));
    today = DAY.plusDays(2);
    assertThat(desk.standing().getFirst().failure()).isEmpty();
    today = DAY.plusDays(3);
    var failure = desk.standing().getFirst().failure().orElseThrow();
    assertThat(failure.cause()).isEqualTo(Cause.NOTHING_CAME);
    assertThat(failure.since()).isEqualTo(DAY.plusDays(1));
  }

  @Test
  void a_day_that_has_not_come_and_a_name_that_is_none_are_refused() throws Exception {
    assertThat(desk.take("ministry", DAY.plusDays(1), zip("cases.csv", counts(DAY))))
        .isInstanceOf(Delivery.Refused.class);
    var good = zip("cases.csv", counts(DAY));
    assertThatThrownBy(() -> desk.take("../etc", DAY, good))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(desk.bulletin("../etc")).isEmpty();
    assertThat(desk.file("../etc", "passwd")).isEmpty();
    assertThat(desk.make("nobody")).isEmpty();
  }

  @Test
  void an_archive_holds_each_file_once_and_writes_nowhere_else() throws Exception {
    assertThatThrownBy(
            () ->
                desk.take(
                    "ministry", DAY, zip("a/cases.csv", counts(DAY), "b/cases.csv", counts(DAY))))
        .isInstanceOf(ZipException.class);
    desk.take("ministry", DAY, zip("../../cases.csv", counts(DAY), "../../evil.csv", "x"));
    assertThat(folder.resolve("evil.csv")).doesNotExist();
    assertThat(desk.sources()).containsExactly("ministry");
    try (var left = Files.list(folder.resolve("incoming"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void counts_in_the_watched_folder_are_taken_once_they_are_said_to_be_complete()
      throws IOException {
    var wished = new ArrayList<JobRequest>();
    var watched = folder.resolve("watched");
    var place = Files.createDirectories(watched.resolve("ministry").resolve(DAY.toString()));
    var bad = Files.createDirectories(watched.resolve("office").resolve(DAY.toString()));
    Files.writeString(place.resolve("cases.csv"), counts(DAY));
    Files.writeString(bad.resolve("cases.csv"), "nothing\n");
    Files.createFile(bad.resolve(BulletinRounds.COMPLETE));
    try (var rounds = new BulletinRounds(desk, new Wishes(wished), watched, Duration.ofHours(1))) {
      rounds.round();
      assertThat(wished).isEmpty();
      assertThat(watched.resolve("refused/office/" + DAY)).isDirectory();

      Files.createFile(place.resolve(BulletinRounds.COMPLETE));
      rounds.round();
      assertThat(wished).containsExactly(BulletinWorker.wish("ministry"));
      assertThat(watched.resolve("done/ministry/" + DAY)).isDirectory();
      assertThat(place).doesNotExist();
    }
  }

  /** A queue that only remembers what was wished. */
  private record Wishes(List<JobRequest> wished) implements Jobs {

    @Override
    public Job submit(JobRequest request) {
      wished.add(request);
      return new Job(
          1,
          request,
          JobState.WAITING,
          0,
          0,
          "",
          "",
          Instant.EPOCH,
          Instant.EPOCH,
          Optional.empty(),
          Optional.empty());
    }

    @Override
    public Optional<Job> job(long id) {
      return Optional.empty();
    }

    @Override
    public List<JobAttempt> attempts(long id) {
      return List.of();
    }

    @Override
    public List<Job> jobs(JobFilter filter) {
      return List.of();
    }

    @Override
    public JobsTally tally() {
      return new JobsTally(Map.of(), Optional.empty(), 0);
    }

    @Override
    public Optional<Job> changeUrgency(long id, int urgency) {
      return Optional.empty();
    }

    @Override
    public Optional<Job> cancel(long id, String words) {
      return Optional.empty();
    }

    @Override
    public Optional<Job> again(long id) {
      return Optional.empty();
    }

    @Override
    public void observe(JobObserver observer) {
      // Nothing changes.
    }
  }
}
